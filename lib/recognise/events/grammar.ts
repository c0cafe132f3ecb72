/** A little grammar over the tokens of one sentence: clauses, verb groups, noun or verb, quotation. */
import type { Token } from '../../types'
import type { VerbForm } from './inflect'
import { mark } from './marks'
import type { Sentence } from './sentence'
import * as words from './words'

const strong = /^[;:—–]$/

const prepositionToo = new Set(['after', 'before', 'since', 'until', 'as', 'that', 'but'])

/** A clause ends at ; : — and before "who", "when", "after", "because" … */
export const clauseEdges = (tokens: Token[]): boolean[] => tokens.map((_, i) => isEdge(tokens, i))

function isEdge(tokens: Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.kind === 'punctuation') return strong.test(token.text)
  if (!words.relative.has(token.lower)) return false
  // "after two days", "since Monday", "as part of": prepositions, no new clause
  if (prepositionToo.has(token.lower)) return hasVerbSoon(tokens, i)
  return true
}

/** "after talks failed" is a clause, "after two days of talks" is not: a finite-looking verb follows within six words. */
function hasVerbSoon(tokens: Token[], i: number): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 8); j++) {
    const { lower, kind } = tokens[j]!
    if (kind === 'punctuation') return false
    if (words.be.has(lower) || words.have.has(lower) || words.future.has(lower) || words.uncertain.has(lower)) return true
    if (j > i + 1 && /[^e]ed$/.test(lower) && !words.determiners.has(tokens[j - 1]!.lower)) return true
  }
  return false
}

/** First and last token of the clause around `i`. */
export function clauseAround({ tokens, edges }: Sentence, i: number): { from: number; to: number } {
  let from = i
  while (from > 0 && !edges[from - 1]) from--
  let to = i
  while (to + 1 < tokens.length && !edges[to + 1]) to++
  return { from, to }
}

/** The words before the trigger that may name the doer: back to the clause's beginning, and over it for "…, killing six" and "who killed six". */
export function subjectRange(sentence: Sentence, i: number, form: VerbForm | null): { from: number; to: number } {
  let { from } = clauseAround(sentence, i)
  const opener = sentence.tokens[from - 1]?.lower
  const relative = opener === 'who' || opener === 'which' || opener === 'that'
  const onlyWord = sentence.tokens.slice(from, i).every(({ kind, lower }) => kind === 'punctuation' || words.be.has(lower) || words.have.has(lower) || words.not.has(lower))
  if (from > 0 && (onlyWord || relative || (form === 'ing' && from === i))) from = Math.max(clauseAround(sentence, from - 1 > 0 ? from - 2 : 0).from, from - 10)
  return { from: Math.max(from, i - 28), to: i - 1 }
}

const adverbs = new Set(['also', 'already', 'then', 'just', 'later', 'again', 'now', 'still', 'even', 'first', 'once', 'all', 'both', 'reportedly', 'twice', 'soon', 'ever'])
const isAdverb = (lower: string) => lower.endsWith('ly') || adverbs.has(lower)

/** What the auxiliaries before a verb are (bits of marks.ts), and the index of the word before them. */
export function verbGroup({ tokens, marks }: Sentence, i: number): { aux: number; before: number } {
  let aux = 0
  let j = i - 1
  for (; j >= 0; j--) {
    const bits = marks[j]!
    if (bits & auxiliary) aux |= bits
    else if (!isAdverb(tokens[j]!.lower)) break
    if (bits & mark.to) { j--; break }
  }
  return { aux, before: j }
}

const auxiliary = mark.to | mark.be | mark.have | mark.future | mark.uncertain | mark.not | mark.do

/** "was hit by", "hit by", "the town hit on Friday"? Only with a form of "be" or a "by" right after. */
export function isPassive(sentence: Sentence, i: number, end: number, form: VerbForm | null, ambiguous: boolean): boolean {
  const { aux } = verbGroup(sentence, i)
  if (aux & mark.be) return form === 'participle' || ambiguous
  return sentence.tokens[end]?.lower === 'by'
}

/**
 * Noun or verb, for words that may be both: "the attack", "air strikes", "of march" against "they attack",
 * "will strike", "drones attack Kaval".
 */
export function isNounHere({ tokens }: Sentence, i: number, end: number): boolean {
  const previous = tokens[i - 1]
  const next = tokens[end]
  if (!previous || previous.kind === 'punctuation') return !(next && (words.determiners.has(next.lower) || words.pronouns.has(next.lower)))
  const before = previous.lower
  if (before === 'to') return /s$/.test(tokens[i]!.lower) && !next?.kind
  if (words.determiners.has(before) || words.prepositions.has(before)) return true
  if (words.uncertain.has(before) || words.future.has(before) || words.pronouns.has(before) || words.not.has(before) || /^(?:did|does|do)$/.test(before)) return false
  // headlines: "Bomb kills 8", "200,000 flee homes", "Storm batters Galway"
  if (next && before !== 'of' && isHeadlineVerb(tokens, i, end)) return false
  // "Two dozen tanks attack the town", "Drones strike Kaval": a plural before, an object after
  if (next && /s$/.test(before) && (words.determiners.has(next.lower) || next.kind === 'number' || words.counts.has(next.lower) || (/^\p{Lu}/u.test(next.text) && next.kind === 'word'))) return false
  return true
}

/** "Blast kills two", "900 flee homes": a form that is no noun; "Storm hits Ruvo": a form in -s after a noun in the singular, a number or a name behind it. */
function isHeadlineVerb(tokens: Token[], i: number, end: number): boolean {
  const previous = tokens[i - 1]!
  const next = tokens[end]!
  const { lower, text } = tokens[i]!
  if (words.neverNouns.has(lower)) return true
  // "the United States Department" is a name throughout
  if (!/[^s]s$/.test(lower) || text !== lower || previous.kind !== 'word' || /s$/.test(previous.lower)) return false
  return next.kind === 'number' || words.counts.has(next.lower) || (/^\p{Lu}/u.test(next.text) && next.kind === 'word' && !words.calendar.has(next.lower))
}

/** Marks the tokens inside “…” or "…"; `open` at the beginning where a quotation goes on. */
export function quotedTokens(tokens: Token[], open: boolean): boolean[] {
  let inside = open
  return tokens.map(({ text }) => (inside = isQuotedAfter(text, inside)))
}

/** Whether a quotation is open behind this token. */
export function isQuotedAfter(text: string, inside: boolean): boolean {
  if (text === '“') return true
  if (text === '”') return false
  return text === '"' ? !inside : inside
}
