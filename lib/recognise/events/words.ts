/** The word lists of `data/modality-words.json` and `data/word-classes.tsv`, opened once as sets. */
import { readData, readRows } from '../../data'
import { verbForms } from './inflect'

const lists = JSON.parse(readData('modality-words.json').toString('utf8')) as Record<string, string[]>
const set = (name: string) => new Set(lists[name] ?? [])

/** Single words of a list with all their verb forms; phrases are left to `phrasesOf`. */
const verbs = (name: string) => new Set((lists[name] ?? []).filter((word) => !word.includes(' ')).flatMap((word) => verbForms(word).map(([form]) => form)))
/** Two-word phrases, the first word in all its forms: "called for", "calling for". */
const phrases = (name: string) => new Set((lists[name] ?? []).filter((word) => word.includes(' ')).flatMap((phrase) => {
  const [first = '', ...rest] = phrase.split(' ')
  return verbForms(first).map(([form]) => [form, ...rest].join(' '))
}))

/** Each word of one list before each of another: "every year", "each week". */
const pairsOf = (first: string[], second: string[]) => first.flatMap((one) => second.map((two) => `${one} ${two}`))

export const be = set('be')
export const have = set('have')
export const future = set('future')
export const uncertain = set('uncertain')
export const not = set('not')
export const no = set('no')
export const conditional = set('if')
export const plannedTo = verbs('plannedTo')
export const factualTo = verbs('factualTo')
export const unrealised = verbs('unrealised')
export const unrealisedPhrases = phrases('unrealised')
export const unrealisedNext = set('unrealisedNext')
export const plannedNear = set('plannedNear')
export const cancelled = verbs('cancelled')
export const cancelledPhrases = phrases('cancelled')
export const possible = set('possible')
export const habit = set('habit')
export const speech = verbs('speech')
export const history = set('history')
export const plannedAfter = set('plannedAfter')
export const deny = verbs('deny')
export const call = verbs('call')
export const avoid = verbs('avoid')
export const hinder = verbs('hinder')
export const occur = set('occur')
export const hearsay = set('hearsay')
export const report = set('report')
export const untrue = set('untrue')
export const drill = set('drill')
export const exercise = set('exercise')
export const harm = set('harm')
export const ahead = set('ahead')
export const recall = verbs('recall')
export const monument = set('monument')
export const anyone = set('anyone')
export const seized = set('seized')
export const hopeThat = set('hopeThat')
export const undone = set('undone')
export const insteadPhrases = phrases('instead')
export const habitPhrases = pairsOf(lists['habitEach'] ?? [], lists['habitUnits'] ?? [])
export const relative = set('relative')
export const determiners = set('determiners')
export const prepositions = set('prepositions')
export const pronouns = set('pronouns')
/** Words for how many: "two", "dozens". */
export const counts = set('counts')
const times = JSON.parse(readData('time-words.json').toString('utf8')) as { months: Record<string, number>; weekdays: Record<string, number> }
/** Days of the week and months. */
export const calendar = new Set([...Object.keys(times.months), ...Object.keys(times.weekdays)])
/** Forms of verbs that are never a noun, where headlines have no article to tell: "Blast kills two", "900 flee homes". */
export const neverNouns = set('neverNouns')
export const locative = set('locative')

/** word → the classes it belongs to. */
const classes = new Map<string, Set<string>>()
for (const [name = '', words = ''] of readRows('word-classes.tsv')) {
  for (const word of words.split(/\s+/)) {
    const known = classes.get(word)
    if (known) known.add(name)
    else classes.set(word, new Set([name]))
  }
}
export const classNames = new Set([...classes.values()].flatMap((names) => [...names]))
export const classesOf = (word: string): ReadonlySet<string> | undefined => classes.get(word)
export const isOf = (word: string, name: string): boolean => classes.get(word)?.has(name) ?? false
