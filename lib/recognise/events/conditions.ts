/** Whether the words around a trigger are what its line in the tables asks for. */
import type { Token } from '../../types'
import { isPassive, subjectRange, clauseAround, type Sentence } from './grammar'
import type { Condition, Entry } from './lexicon'
import type { VerbForm } from './inflect'
import { isOf, locative } from './words'

/** Where a match stands: tokens `start` to before `end`, the head word being `head`. */
export type Match = { entry: Entry; form: VerbForm | null; ambiguous: boolean; start: number; end: number; head: number }

export function holds(sentence: Sentence, match: Match, condition: Condition): boolean {
  return test(sentence, match, condition) !== condition.negated
}

function test(sentence: Sentence, match: Match, condition: Condition): boolean {
  const { tokens } = sentence
  const passive = () => match.entry.class === 'verb' && isPassive(sentence, match.start, match.end, match.form, match.ambiguous)
  const found = (from: number, to: number) => anyToken(tokens, Math.max(0, from), Math.min(tokens.length - 1, to), match, condition)
  switch (condition.where) {
    case 'active': return !passive()
    case 'passive': return passive()
    case 'place': return hasPlace(tokens)
    case 'with': return matching(tokens, condition).some((i) => i !== match.head)
    case 'near': return found(match.start - 5, match.end + 4)
    case 'mod': return found(match.start - 3, match.head)
    case 'next': return found(match.end, match.end + 2)
    case 'of': return tokens[match.end]?.lower === 'of' && found(match.end + 1, match.end + 4)
    case 'to': return /^(?:to|in)$/.test(tokens[match.end]?.lower ?? '') && found(match.end + 1, match.end + 3)
    case 'by': return passive() ? byPhrase(tokens, match.end, found) : subject(sentence, match, found)
    case 'on': return passive() ? subject(sentence, match, found) : found(match.end, Math.min(match.end + 7, clauseAround(sentence, match.end - 1).to))
  }
}

function subject(sentence: Sentence, match: Match, found: (from: number, to: number) => boolean): boolean {
  const { from, to } = subjectRange(sentence, match.start, match.form)
  return found(from, to)
}

function byPhrase(tokens: Token[], end: number, found: (from: number, to: number) => boolean): boolean {
  for (let i = end; i < Math.min(tokens.length, end + 9); i++) {
    if (/^(?:by|in|with|from)$/.test(tokens[i]!.lower)) return found(i + 1, i + 6)
  }
  return false
}

function anyToken(tokens: Token[], from: number, to: number, match: Match, condition: Condition): boolean {
  for (let i = from; i <= to; i++) {
    // the trigger's own word is no context of itself ("bomb" near "bomb")
    if (i !== match.head && isMeant(tokens, i, condition)) return true
  }
  return false
}

/** Where in a sentence a condition's words are: the same for each of its triggers. */
const meant = new WeakMap<Token[], Map<Condition, number[]>>()
function matching(tokens: Token[], condition: Condition): number[] {
  let known = meant.get(tokens)
  if (!known) meant.set(tokens, (known = new Map()))
  let places = known.get(condition)
  if (!places) known.set(condition, (places = [...tokens.keys()].filter((i) => isMeant(tokens, i, condition))))
  return places
}

function isMeant(tokens: Token[], i: number, { classes, words, name }: Condition): boolean {
  const token = tokens[i]!
  if (token.kind === 'punctuation') return false
  if (words.has(token.lower) || classes.some((one) => isOf(token.lower, one))) return true
  // "US-led", "drone-borne": a part of a compound counts
  if (token.lower.includes('-') && token.lower.split('-').some((part) => words.has(part) || classes.some((one) => isOf(part, one)))) return true
  return Boolean(name) && i > 0 && /^\p{Lu}/u.test(token.text)
}

/** Asked once for each trigger, answered once for each sentence. */
const placed = new WeakMap<Token[], boolean>()

/** A capitalised word after "in", "near", "off the" …: the sentence may name a place. */
function hasPlace(tokens: Token[]): boolean {
  const known = placed.get(tokens)
  if (known !== undefined) return known
  const found = tokens.some((token, i) => {
    if (i === 0 || token.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) return false
    return locative.has(tokens[i - 1]!.lower) || locative.has(tokens[i - 2]?.lower ?? '') || locative.has(tokens[i - 3]?.lower ?? '')
  })
  placed.set(tokens, found)
  return found
}
