/** What every source turns its records into: a place, its names and, for areas, its outline. */
import type { Match } from '../../lib/gazetteer/name-index'
import type { PlaceRow } from '../../lib/gazetteer/place-table'
import type { Ring } from './geometry'

/** `isEnglish`: by WordNet or by hand a name that English has for the place. */
export type Name = { text: string; match: Match; isEnglish?: true }
export type Entry = PlaceRow & {
  names: Name[]
  rings?: Ring[]
  /** GeoNames code of the first-order division: "UA.17". */
  region?: string
}

/** Airport codes, postal numbers and machine-made pinyin among the alternates are not what a newspaper writes. */
export function isUsefulName(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false
  if (/\d/.test(text) || !/\p{L}/u.test(text)) return false
  if (/^(?:[A-Z]\.? ?){2,5}$/.test(text)) return false
  // "sheng hu li ya": Latin letters without one capital.
  if (/[a-z]/.test(text) && !/\p{Lu}/u.test(text)) return false
  return true
}

export const named = (match: Match, ...texts: (string | undefined)[]): Name[] =>
  texts.flatMap((text) => (text && isUsefulName(text) ? [{ text, match }] : []))
