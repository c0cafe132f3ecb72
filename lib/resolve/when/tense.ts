/**
 * Whether a time lies ahead: "will resume on Sunday" against "met on Sunday". The words of the clause
 * decide, and the nearest before the time has the say: in "would send aid, the minister said on Friday"
 * that is "said". A time at the head of its sentence listens to the words after it.
 */
import type { Article, Span } from '../../types'
import { readData, readRows } from '../../data'

type TenseWords = { futureMarkers: string[]; presentOfPlans: string[]; pastVerbs: string[]; auxiliariesBeforeParticiple: string[] }
const { futureMarkers, presentOfPlans, pastVerbs, auxiliariesBeforeParticiple } = JSON.parse(readData('time-words.json').toString('utf8')) as TenseWords

/** Past forms that are no other form too: "retook", not "hit". */
const irregular = readRows('irregular-verbs.tsv').flatMap(([base = '', past = '']) => (/^(?:be|have|do)$/.test(base) ? [] : past.split('|').filter((form) => form !== base)))

const anyOf = (list: string[]) => [...list].sort((a, b) => b.length - a.length).map((word) => word.replace(/'/g, '[\'’]').replace(/ /g, '\\s+')).join('|')
const future = new RegExp(`\\b(?:${anyOf(futureMarkers)})\\b|[’']ll\\b`, 'gi')
const past = new Set([...pastVerbs, ...irregular])
const word = /\b[a-z]{2,}\b/gi
/** "will be held", "is expected": a participle after a form of "be" tells no past. */
const participle = new RegExp(`\\b(?:${anyOf(auxiliariesBeforeParticiple)})\\s+(?:\\w+ly\\s+)?$`, 'i')
const isPast = (lower: string) => past.has(lower) || (lower.length > 3 && lower.endsWith('ed'))
/** No auxiliary with its adverb is longer. */
const AUXILIARY = 40

/** "The trial opens on Monday", "arrives in Sarn on Saturday": no comma or verb of saying between. */
const planned = new RegExp(`\\b(?:${anyOf(presentOfPlans)})(?:\\s+(?!(?:after|following|since|that)\\b)[\\p{L}’'-]+){0,5}\\s*$`, 'iu')

/** "A blast on Saturday, a day before the mayor was to visit, killed two": the clause between tells another time. */
const besideClause = /^,[^,]*\b(?:before|after|ahead of)\b[^,]*,/

export type Tense = 'future' | 'past'

/** Characters on either side that are listened to; beyond that no clause reaches, and a text without a full stop stays cheap. */
const REACH = 400

/** Undefined where no word tells: "the hall opens on Monday". */
export function tenseAround(article: Article, time: Span & { sentence: number }): Tense | undefined {
  const sentence = article.sentences[time.sentence] ?? time
  const from = Math.max(sentence.start, time.start - REACH)
  const to = Math.min(sentence.end, time.end + REACH)
  const before = article.text.slice(from, time.start)
  const plan = planned.exec(before)
  if (plan && !tenses(plan[0]).includes('past')) return 'future'
  // "On Tuesday ministers agreed to freeze accounts": the agreeing was on Tuesday, as in "agreed to meet on Tuesday" the meeting is
  return tenses(before).at(-1) ?? tenses(article.text.slice(time.end, to).replace(besideClause, ''), true)[0]
}

/** The words of tense, in order. @param own whether "agreed to" tells of the agreeing */
function tenses(text: string, own = false): Tense[] {
  const found: { at: number; end: number; tense: Tense }[] = []
  // "MAPUTO, May 3": a month
  for (const { 0: words, index } of text.matchAll(future)) if (words !== 'May') found.push({ at: index, end: index + words.length, tense: own && isPast(words.split(/\s/)[0]!.toLowerCase()) ? 'past' : 'future' })
  const ahead = found.length
  for (const { 0: written, index } of text.matchAll(word)) {
    const lower = written.toLowerCase()
    if (!isPast(lower)) continue
    if (found.slice(0, ahead).some(({ at, end }) => at <= index && index < end)) continue
    if (!participle.test(text.slice(Math.max(0, index - AUXILIARY), index))) found.push({ at: index, end: index + written.length, tense: 'past' })
  }
  return found.sort((a, b) => a.at - b.at).map(({ tense }) => tense)
}
