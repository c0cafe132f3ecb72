/**
 * Whether a time lies ahead: "will resume on Sunday" against "met on Sunday". The words of the clause
 * decide, and the nearest before the time has the say: in "would send aid, the minister said on Friday"
 * that is "said". A time at the head of its sentence listens to the words after it.
 */
import type { Article, Span } from '../../types'
import { readData } from '../../data'

type TenseWords = { futureMarkers: string[]; pastVerbs: string[]; auxiliariesBeforeParticiple: string[] }
const { futureMarkers, pastVerbs, auxiliariesBeforeParticiple } = JSON.parse(readData('time-words.json').toString('utf8')) as TenseWords

const anyOf = (list: string[]) => [...list].sort((a, b) => b.length - a.length).map((word) => word.replace(/'/g, '[\'’]').replace(/ /g, '\\s+')).join('|')
/** "will be held", "is expected": a participle after a form of "be" tells no past. */
const notParticiple = `(?<!\\b(?:${anyOf(auxiliariesBeforeParticiple)})\\s+(?:\\w+ly\\s+)?)`
const marker = new RegExp(`\\b(?:(?<future>${anyOf(futureMarkers)})|${notParticiple}(?<past>${anyOf(pastVerbs)}|[a-z]{2,}ed))\\b|(?<contracted>[’']ll\\b)`, 'gi')

export function isAhead(article: Article, time: Span & { sentence: number }): boolean {
  const sentence = article.sentences[time.sentence] ?? time
  const before = markers(article.text.slice(sentence.start, time.start))
  if (before.length > 0) return before.at(-1) === 'future'
  const after = article.text.slice(time.end, sentence.end)
  return markers(after)[0] === 'future'
}

function markers(text: string): ('future' | 'past')[] {
  return [...text.matchAll(marker)].map((match) => (match.groups?.past === undefined ? 'future' : 'past'))
}
