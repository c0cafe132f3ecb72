/** Which country's newspapers an article reads like, by its words: "the sheriff", "the RCMP", "the gardaí". */
import { readTable } from '../../data'
import type { Article } from '../../types'

const countryOf = new Map(readTable('country-words.tsv', 'country', 'words').flatMap(({ country, words }) => words.split(' ').map((word) => [word, country] as const)))
/** Words of an article that are looked at; what comes later says the same. */
const longest = 5000

/** Share of a country's words among those of all countries, 0–1; one word alone is a third of a proof. */
export function settingOf({ tokens }: Article): (country: string) => number {
  const counts = new Map<string, number>()
  let total = 2
  for (let i = 0; i < tokens.length && i < longest; i++) {
    const country = countryOf.get(tokens[i]!.lower)
    if (country === undefined) continue
    counts.set(country, (counts.get(country) ?? 0) + 1)
    total++
  }
  return (country) => (counts.get(country) ?? 0) / total
}
