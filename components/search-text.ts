/** The text search of the page, loaded when somebody first searches: the words of an incident as lib/search prepares them, kept once made. */
import { countryName } from '../lib/countries'
import { matchesText, searchable } from '../lib/search'
import type { Item } from './incidents'

const prepared = new WeakMap<Item, string>()

function wordsOf(item: Item): string {
  let words = prepared.get(item)
  if (words === undefined) {
    const { place, sources, actors, claimedBy, deniedBy } = item
    words = searchable(place?.name, place?.admin1, countryName(place?.country), ...sources.flatMap(({ quote, title, place: said }) => [quote, title, said]), ...actors.map((actor) => actor.name), claimedBy, deniedBy)
    prepared.set(item, words)
  }
  return words
}

export const saysAll = (item: Item, query: string): boolean => matchesText(wordsOf(item), query)
