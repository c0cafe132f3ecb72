/** Whether the words around a trigger are what its line in the tables asks for. */
import type { Token } from '../../types'
import { isPassive, subjectRange, clauseAround } from './grammar'
import type { Condition, Entry } from './lexicon'
import type { VerbForm } from './inflect'
import type { Sentence } from './sentence'
import { be, classesOf, counts, determiners, prepositions, pronouns, relative } from './words'

/** Where a match stands: tokens `start` to before `end`, the head word being `head`. */
export type Match = { entry: Entry; form: VerbForm | null; ambiguous: boolean; start: number; end: number; head: number }

export function holds(sentence: Sentence, match: Match, condition: Condition): boolean {
  return test(sentence, match, condition) !== condition.negated
}

function test(sentence: Sentence, match: Match, condition: Condition): boolean {
  const { tokens } = sentence
  const { start, end, head } = match
  switch (condition.where) {
    case 'active': return !passive(sentence, match)
    case 'passive': return passive(sentence, match)
    case 'objectless': return objectless(sentence, match)
    case 'place': return sentence.hasPlace
    case 'with': return matching(tokens, condition).some((i) => i !== head)
    case 'near': return found(tokens, start - 5, end + 4, match, condition)
    case 'mod': return found(tokens, start - 3, head, match, condition)
    case 'next': return found(tokens, end, end + 2, match, condition)
    case 'of': return tokens[end]?.lower === 'of' && found(tokens, end + 1, end + 4, match, condition)
    case 'to': return /^(?:to|in)$/.test(tokens[end]?.lower ?? '') && found(tokens, end + 1, end + 3, match, condition)
    case 'by': return passive(sentence, match) ? byPhrase(tokens, match, condition) : subject(sentence, match, condition)
    case 'on': return passive(sentence, match) ? subject(sentence, match, condition) : found(tokens, end, Math.min(end + 7, clauseAround(sentence, end - 1).to), match, condition)
  }
}

function passive(sentence: Sentence, { entry, start, end, form, ambiguous }: Match): boolean {
  return entry.class === 'verb' && isPassive(sentence, start, end, form, ambiguous)
}

/** "Two men shot in Ruvo", "Clerk stabbed on Monday": a participle without an object tells, in a headline, what was done to the subject. */
function objectless({ tokens }: Sentence, { entry, ambiguous, form, end }: Match): boolean {
  if (entry.class !== 'verb' || (form !== 'participle' && !(ambiguous && form === 'past'))) return false
  const next = tokens[end]
  return next === undefined || next.kind === 'punctuation' || (prepositions.has(next.lower) && next.lower !== 'at') || next.lower === 'outside' || next.lower === 'while' || next.lower === 'when' || next.lower === 'and'
}

function subject(sentence: Sentence, match: Match, condition: Condition): boolean {
  const { from, to } = subjectRange(sentence, match.start, match.form)
  return found(sentence.tokens, from, to, match, condition)
}

function byPhrase(tokens: Token[], match: Match, condition: Condition): boolean {
  for (let i = match.end; i < Math.min(tokens.length, match.end + 9); i++) {
    if (/^(?:by|in|with|from)$/.test(tokens[i]!.lower)) return found(tokens, i + 1, i + 6, match, condition)
  }
  return false
}

function found(tokens: Token[], from: number, to: number, match: Match, condition: Condition): boolean {
  for (let i = Math.max(0, from); i <= Math.min(tokens.length - 1, to); i++) {
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

function isMeant(tokens: Token[], i: number, condition: Condition): boolean {
  const { kind, lower, text } = tokens[i]!
  if (kind === 'punctuation') return false
  if (isAmong(lower, condition)) return true
  // "US-led", "drone-borne": a part of a compound counts
  if (lower.includes('-') && lower.split('-').some((part) => isAmong(part, condition))) return true
  // things counted: "hauled 100 Rohingya ashore"
  if (condition.number && (kind === 'number' || counts.has(lower))) return true
  if (!condition.name || !/^\p{Lu}/u.test(text)) return false
  // "Norway captured Ruvo": the first word may be a name where a doer or a sufferer is looked for, unless it is a word of grammar
  return i > 0 || ((condition.where === 'by' || condition.where === 'on') && !isGrammar(lower))
}

const isGrammar = (word: string) => determiners.has(word) || pronouns.has(word) || prepositions.has(word) || relative.has(word) || be.has(word)

function isAmong(word: string, { classes, words }: Condition): boolean {
  if (words.has(word)) return true
  const own = classesOf(word)
  return own !== undefined && classes.some((name) => own.has(name))
}
