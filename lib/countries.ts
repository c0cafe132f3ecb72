/**
 * Countries as newspapers call them. The names are a table of the gazetteer's build and not the
 * runtime's, so that a server and a browser of different age agree, and "Turkey" is found as such.
 */
import { countryNames } from '../data/country-names'

const byCode: ReadonlyMap<string, string> = new Map(Object.entries(countryNames))

/** English name of an ISO 3166-1 alpha-2 code: "CD" → "DR Congo"; undefined for what is none. */
export function countryName(code: string | null | undefined): string | undefined {
  return code ? byCode.get(code) : undefined
}
