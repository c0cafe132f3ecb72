/** What the rules on what happened or may happen ask of a trigger and the words around it. */
import type { Modality } from '../../types'
import type { Match } from './conditions'
import type { Sentence } from './sentence'
import { determiners } from './words'

/** A trigger and what all rules ask about it, found once. `from` and `to` are the ends of its clause, `aux` the marks of its auxiliaries. */
export type Trigger = { sentence: Sentence; match: Match; marks: Int32Array; isVerb: boolean; from: number; to: number; aux: number; before: number }
export type Rule = { name: string; test(trigger: Trigger): Modality | null }

export const word = (sentence: Sentence, i: number) => sentence.tokens[i]?.lower ?? ''

/** Whether one of the tokens `from` to before `to` has one of the marks. */
export function has({ marks }: Trigger, from: number, to: number, wanted: number): boolean {
  for (let i = Math.max(0, from); i < to && i < marks.length; i++) if (marks[i]! & wanted) return true
  return false
}

/** The first token of `from` to before `to` with one of the marks, counted from `from`; -1 if none. */
export function first({ marks }: Trigger, from: number, to: number, wanted: number): number {
  for (let i = Math.max(0, from); i < to && i < marks.length; i++) if (marks[i]! & wanted) return i - from
  return -1
}

/** Left and right of the trigger within its clause. */
export const leftOf = ({ from, match }: Trigger, most: number) => Math.max(from, match.start - most)
export const rightOf = ({ to, match }: Trigger, most: number) => Math.min(to + 1, match.end + most)

/** Where the next full stop or semicolon is, over relative clauses. */
export function stopAfter({ tokens }: Sentence, from: number, most: number): number {
  let i = from
  while (i < tokens.length && i < from + most && !/^[;.!?]$/.test(tokens[i]!.text)) i++
  return i
}

/** The word before the trigger and its determiners: "escaped" of "escaped an arrest". */
export function beforeDeterminers({ tokens }: Sentence, i: number): number {
  let at = i - 1
  while (at >= 0 && determiners.has(tokens[at]!.lower)) at--
  return at
}
