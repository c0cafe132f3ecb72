/** Groups that act: "Government troops", "the Syrian army", "striking nurses": heads of the class `actorhead` with the words before them. */
import type { Token } from '../../types'
import { determiners, isOf, prepositions } from '../events/words'
import { compounds, leading, offices, portfolios, titles, weakHeads } from './words'

/** The group whose head stands at `i`, as tokens `[from, to)`. */
export function groupAt(tokens: readonly Token[], i: number): { from: number; to: number } | undefined {
  const head = tokens[i]!
  if (head.kind !== 'word' || !isOf(head.lower, 'actorhead')) return undefined
  const next = tokens[i + 1]?.sentence === head.sentence ? tokens[i + 1] : undefined
  // "army soldiers" are read at "soldiers"; "police chief" is an office, "police station" a building
  if (next && (isOf(next.lower, 'actorhead') || isHeadOfOffice(next.lower) || isModifier(next, tokens[i + 2]))) return undefined
  const from = firstOf(tokens, i)
  // "a group of supporters", "a wedding party"
  if (weakHeads.has(head.lower) && (next?.lower === 'of' && !portfolios.has(tokens[i + 2]?.lower ?? '') && !/^\p{Lu}/u.test(tokens[i + 2]?.text ?? '') || from === i && !saysWho(tokens[i - 1]))) return undefined
  return { from, to: next?.lower === 'of' && supporters.test(head.lower) ? followed(tokens, i) : behind(tokens, i) }
}

const isHeadOfOffice = (lower: string): boolean => offices.has(lower) || titles.has(lower) || lower === 'source' || lower === 'sources' || lower === 'official' || lower === 'officials'

/** "police station" but not "police fire tear gas" nor "police raids" before "a house": a plural or bare noun behind which no object stands. */
function isModifier(next: Token, after: Token | undefined): boolean {
  if (!compounds.has(next.lower)) return false
  return !(after?.sentence === next.sentence && (determiners.has(after.lower) || after.kind === 'number'))
}

/** "the group", "its staff"; "relief group" is named by a word that is not known to make it a party. */
const saysWho = (before: Token | undefined): boolean => before === undefined || determiners.has(before.lower) || before.kind !== 'word' || /^\p{Lu}/u.test(before.text)

const supporters = /^(?:supporters|opponents|followers|backers|critics)$/

/** "supporters of Imran Khan": whose they are belongs to the name. */
function followed(tokens: readonly Token[], i: number): number {
  let to = i + 2
  while (to < i + 6 && tokens[to]?.sentence === tokens[i]!.sentence && /^\p{Lu}/u.test(tokens[to]!.text)) to++
  return to > i + 2 ? to : i + 1
}

/** "Ministry of Defence", "Bureau of Investigation": the portfolio belongs to the name. */
function behind(tokens: readonly Token[], i: number): number {
  if (!/^\p{Lu}/u.test(tokens[i]!.text) || tokens[i + 1]?.lower !== 'of') return i + 1
  let to = i + 2
  while (to < i + 6 && tokens[to]?.sentence === tokens[i]!.sentence && (portfolios.has(tokens[to]!.lower) || tokens[to]!.text === 'Investigation')) to++
  return to > i + 2 && /^\p{Lu}/u.test(tokens[to - 1]!.text) ? to : i + 1
}

/** Adjectives and names right before the head: at most four words, none of them a determiner or verb. */
function firstOf(tokens: readonly Token[], head: number): number {
  let first = head
  for (let i = head - 1; i >= Math.max(0, head - 4); i--) {
    const token = tokens[i]!
    if (token.sentence !== tokens[head]!.sentence || token.kind !== 'word' || determiners.has(token.lower) || prepositions.has(token.lower)) break
    const capital = /^\p{Lu}/u.test(token.text)
    // "On Tuesday protesters", "Meanwhile rebels"
    if (capital ? leading.has(token.lower) : !isOf(token.lower, 'actormodifier') && !isOf(token.lower, 'actorhead')) break
    first = i
  }
  return first
}
