/** Who speaks: the words before a verb of saying, or behind it, and whether that is a side in a fight. */
import type { Token } from '../../types'
import { organisationAt } from '../actors/organisations'
import { adverbs, claiming, denying, media, plainSpeakers, rejecting, saying, sides } from './words'

export type Speaker = {
  /** Without article, adverbs and days; empty for none. */
  name: string
  /** A side's word is a claim; a plain speaker's ("police") a report; `other` is somebody of whom neither is known. */
  kind: 'side' | 'plain' | 'media' | 'pronoun' | 'other'
  /** Tokens `[from, to)`. */
  from: number
  to: number
}

/** A side is told in so many words; what is longer is a clause. */
const longest = 10
const pronouns = /^(?:it|they|he|she|we|i)$/
/** Another clause's verb: "Separatists can be seen …". */
const verbs = /^(?:is|are|was|were|be|been|being|can|could|will|would|may|might|must|should|do|does|did|to|not|hit|bombed|killed|dismissed|attacked|seized)$/
const stops = /^(?:[,.;:–—“”"()-]|and|but|which|that|who|while|as|when|after|before|because|if|whether|where|although|though|since|until|hours?|days?|weeks?|said|says)$/

/** The speaker whose verb stands at `verb`: "[the Syrian army] has repeatedly said". */
export function speakerBefore(tokens: readonly Token[], verb: number): Speaker | undefined {
  let to = verb
  while (to > 0 && isAside(tokens[to - 1]!)) to--
  if (to > 0 && isVerb(tokens[to - 1]!)) return undefined
  // "The Pakistani Taliban, in a message to reporters, took": what stands between commas
  if (tokens[to - 1]?.text === ',') {
    const opening = previousComma(tokens, to - 2)
    if (opening > 0 && to - opening <= 14 && /^(?:in|a|an|the|which|who|citing|speaking)$/.test(tokens[opening + 1]?.lower ?? '')) to = opening
  }
  let from = to
  while (from > 0 && to - from < longest && !stopsAt(tokens, from - 1)) from--
  while (from < to && isAside(tokens[from]!) || tokens[from]?.kind === 'number') from++
  return from < to ? speaker(tokens, from, to) : undefined
}

/** ", said the army." and "according to the army": the words behind, to the next stop or verb-like break. */
export function speakerBehind(tokens: readonly Token[], from: number): Speaker | undefined {
  let to = from
  while (to < tokens.length && to - from < longest && !/^(?:[,.;:–—“”"()]|on|in|at|that|which|who|as|while|said|says)$/.test(tokens[to]!.lower)) {
    // "according to the army 11 villagers": a number or a lower-case word behind the head begins the clause
    if (to > from && (tokens[to]!.kind === 'number' || isHead(tokens[to - 1]!) && /^\p{Ll}/u.test(tokens[to]!.text) && !isHead(tokens[to]!))) break
    to++
  }
  return to > from ? speaker(tokens, from, to) : undefined
}

/** "is", but not the group "IS". */
const isVerb = ({ lower, text }: Token): boolean => verbs.test(lower) && text !== 'IS'
const isHead = ({ lower }: Token): boolean => sides.has(lower) || plainSpeakers.has(lower) || lower === 'government' || lower === 'ministry' || lower === 'spokesman' || lower === 'spokeswoman'
const isAside = ({ lower }: Token): boolean => adverbs.has(lower) || /..ly$/.test(lower) && lower !== 'family'

/** "residents and an army officer" is one speaker, "fled and the army" is not. */
function stopsAt(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i]!
  if (lower === 'and') return !isHead(tokens[i - 1] ?? tokens[i]!)
  return saying.has(lower) || denying.has(lower) || rejecting.has(lower) || claiming.has(lower) || stops.test(lower) || isVerb(tokens[i]!) || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(lower) && tokens[i - 1]?.lower !== 'on'
}

function previousComma(tokens: readonly Token[], from: number): number {
  for (let i = from; i > Math.max(0, from - 14); i--) if (tokens[i]!.text === ',') return i
  return -1
}

function speaker(tokens: readonly Token[], from: number, to: number): Speaker {
  const words = tokens.slice(from, to)
  const name = nameOf(words)
  return { name, from, to, kind: kindOf(tokens, from, to, words) }
}

function kindOf(tokens: readonly Token[], from: number, to: number, words: readonly Token[]): Speaker['kind'] {
  if (words.length === 1 && pronouns.test(words[0]!.lower)) return 'pronoun'
  if (words.some(({ lower }) => plainSpeakers.has(lower))) return 'plain'
  for (let i = from; i < to; i++) {
    const known = organisationAt(tokens, i)
    if (known && known.to <= to) return known.organisation.kind === 'armed' || known.organisation.kind === 'forces' || /^(?:Kremlin|Pentagon)$/.test(known.organisation.name) ? 'side' : 'plain'
  }
  // "the forces that hold the east", "Israel's military", "the defence ministry"
  if (words.some(({ lower }) => sides.has(lower)) || /\b(?:general staff|air force|armed force)\b/.test(words.map(({ lower }) => lower).join(' '))) return 'side'
  return words.some(({ lower }) => media.has(lower)) ? 'media' : 'other'
}

function nameOf(words: readonly Token[]): string {
  const text = words.map(({ text }, i) => (i > 0 && /^['’]s?$/i.test(text) ? text : ` ${text}`)).join('').trim()
  return text.replace(/^(?:the|an?)\s+/i, '').trim()
}
