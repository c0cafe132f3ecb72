/** What a rule is, and the pieces that several rules are made of. */
import type { TimeExpression } from '../../../types'
import { NUMBER, VAGUE } from '../words'

export type Groups = Record<string, string | undefined>
export type Context = { before: string; after: string }
/** `anchors`: every match of `pattern` has one of these words in it, so it is tried around them and nowhere else. */
export type Rule = { name: string; anchors: string[]; pattern: RegExp; read: (groups: Groups, context: Context) => TimeExpression | null }

export const wordBoundary = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}$€£-])${pattern}(?![\\p{L}\\p{N}])`, 'giu')
export const DAYPART = '(?:morning|afternoon|evening|night|dawn|noon|midday|lunchtime)'
export const UNIT = '(?:hour|day|week|fortnight|month|year|decade)'
export const WHICH = '(?:last|next|this|coming|past|previous)'
export const AMOUNT = `(?:${VAGUE}|${NUMBER})`

export const lastNextThis = (word: string | undefined) => {
  const lower = word?.toLowerCase()
  if (lower === 'last' || lower === 'past' || lower === 'previous') return 'last' as const
  if (lower === 'next' || lower === 'coming') return 'next' as const
  return lower === 'this' ? 'this' as const : undefined
}
export const step = (word: string | undefined) => ({ last: -1, next: 1, this: 0 })[lastNextThis(word) ?? 'this']
export const unitOf = (word: string | undefined) => word?.toLowerCase() as 'day' | 'week' | 'month' | 'year'
export const widerUnitOf = (word: string | undefined) => word?.toLowerCase() as 'week' | 'month' | 'year'

/** "fortnight" and "decade" as so many of the units that are counted in. */
export function counted(unit: string | undefined, count: number): { unit: 'hour' | 'day' | 'week' | 'month' | 'year'; count: number } {
  const word = unit?.toLowerCase()
  if (word === 'fortnight') return { unit: 'week', count: 2 * count }
  if (word === 'decade') return { unit: 'year', count: 10 * count }
  return { unit: word as 'day', count }
}
