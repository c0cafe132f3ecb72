/** The trigger tables, compiled: first word → the entries that may begin with it. */
import { DatelineError } from '../../errors'
import { incidentTypes, type IncidentType } from '../../taxonomy'
import { plural, verbForms, type VerbForm } from './inflect'
import { readRows } from '../../data'
import { classNames } from './words'

export type Condition = { where: 'by' | 'on' | 'with' | 'near' | 'mod' | 'next' | 'of' | 'to' | 'active' | 'passive' | 'objectless' | 'place'; classes: string[]; words: Set<string>; name: boolean; number: boolean; negated: boolean; /** In words, for `explain`. */ what: string }

export type Entry = {
  type: IncidentType | 'none'
  class: 'verb' | 'noun' | 'phrase'
  pattern: string
  conditions: Condition[]
  /** 0–1: how surely the words alone mean this. */
  strength: number
  /** Rank among entries of one length: the order of the tables, figures of speech first. */
  rank: number
  example: string
}
/** A word is one of a set; `null` stands for up to four words of any kind. */
type Step = Set<string> | null
export type Reading = { entry: Entry; form: VerbForm | null; rest: Step[] }

/** The order matters where two families share a word: "strike" is labour before weapons, "killed" violence before disaster. */
const files = ['triggers-unrest.tsv', 'triggers-violence.tsv', 'triggers-disaster.tsv', 'triggers-mobility.tsv', 'triggers-diplomacy.tsv']

export const entries: Entry[] = files.flatMap((file) => readRows(file).map((row) => parseRow(row, file)))
  .map((entry, rank) => ({ ...entry, rank: entry.type === 'none' ? rank - 10_000 : rank }))

const byFirstWord = new Map<string, Reading[]>()
for (const entry of entries) for (const alternative of entry.pattern.split(', ')) addPattern(entry, alternative)

const none: readonly Reading[] = []
export const readingsOf = (word: string): readonly Reading[] => byFirstWord.get(word) ?? none

function addPattern(entry: Entry, pattern: string): void {
  const [head = [], ...tail] = pattern.split(' ').map((part) => (part === '*' ? null : part.split('|')))
  const last = tail.length - 1
  const rest = tail.map((part, i): Step => part && new Set(entry.class === 'noun' && i === last ? part.flatMap((word) => [word, plural(word)]) : part))
  for (const word of head ?? []) {
    const forms: [string, VerbForm | null][] = entry.class === 'verb' ? verbForms(word)
      : entry.class === 'noun' && tail.length === 0 ? [[word, null], [plural(word), null]] : [[word, null]]
    for (const [form, tag] of forms) {
      const known = byFirstWord.get(form) ?? []
      byFirstWord.set(form, [...known, { entry, form: tag, rest }])
    }
  }
}

function parseRow([type = '', kind = '', pattern = '', conditions = '', strength = '', example = '']: string[], file: string): Omit<Entry, 'rank'> {
  const fault = (what: string): never => { throw new DatelineError('internal', `data/${file}: ${what} in the line of "${pattern}"`) }
  if (type !== 'none' && !(incidentTypes as readonly string[]).includes(type)) fault(`no incident type "${type}"`)
  if (!['verb', 'noun', 'phrase'].includes(kind)) fault(`no class "${kind}"`)
  if (pattern === '' || Number.isNaN(Number.parseFloat(strength))) fault('no pattern or strength')
  const parsed = conditions === '' ? [] : conditions.split(/ (?=-?(?:[a-z]+:|passive|active|objectless|place))/).map((text) => parseCondition(text, fault))
  return { type: type as Entry['type'], class: kind as Entry['class'], pattern, conditions: parsed, strength: Number.parseFloat(strength), example }
}

function parseCondition(text: string, fault: (what: string) => never): Condition {
  const [, minus, where = '', value = ''] = /^(-?)([a-z]+)(?::(.+))?$/.exec(text) ?? []
  const condition: Condition = { where: where as Condition['where'], classes: [], words: new Set(), name: false, number: false, negated: minus === '-', what: '' }
  // `people|"a|b"`: every other stretch between the marks is words
  for (const [n, part] of value.split('"').entries()) {
    for (const name of part.split('|')) {
      if (name === '') continue
      if (n % 2 === 1) condition.words.add(name)
      else if (name === 'Name') condition.name = true
      else if (name === 'Number') condition.number = true
      else if (classNames.has(name)) condition.classes.push(name)
      else condition.words.add(name)
    }
  }
  if (!['by', 'on', 'with', 'near', 'mod', 'next', 'of', 'to', 'active', 'passive', 'objectless', 'place'].includes(where)) fault(`no condition "${text}"`)
  condition.what = `${condition.negated ? 'not ' : ''}${where} ${[...condition.classes, ...condition.words].slice(0, 4).join('|')}`
  return condition
}
