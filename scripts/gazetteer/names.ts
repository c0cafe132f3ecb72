/** All names of all places, under the keys they are looked up by. */
import { abbreviationKey, normaliseName } from '../../lib/gazetteer/normalise'
import { matches, type Posting } from '../../lib/gazetteer/name-index'
import { placeLevels } from '../../lib/taxonomy'
import { prior } from '../../lib/resolve/place/prior'
import { writesLatin } from './display'
import type { Entry } from './entries'

/** Wide before narrow, then by country and id: neighbours in the table resemble each other, which compresses. */
export function inOrder(entries: Entry[]): Entry[] {
  const rank = (entry: Entry) => placeLevels.length - placeLevels.indexOf(entry.level)
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const unique = new Set<string>()
  return entries
    .filter(({ id, at, names }) => names.length > 0 && Number.isFinite(at.lat) && !unique.has(id) && unique.add(id))
    .sort((a, b) => (a.level === 'town' ? 1 : 0) - (b.level === 'town' ? 1 : 0) || rank(a) - rank(b) || text(a.country ?? '', b.country ?? '') || text(a.region ?? '', b.region ?? '') || text(a.id, b.id))
}

/** A division that has the country's name and is nearly all of it (Taiwan) would only compete with the country. */
export function withoutCountryDoubles(entries: Entry[], countries: Entry[]): Entry[] {
  const byCode = new Map(countries.map((entry) => [entry.country, entry]))
  return entries.filter((entry) => {
    const country = byCode.get(entry.country)
    if ((entry.level !== 'region' && entry.level !== 'district') || !country) return true
    const same = entry.names.some(({ text, match }) => match === 'name' && normaliseName(text) === normaliseName(country.name))
    return !(same && entry.radiusKm > 0.8 * country.radiusKm)
  })
}

/**
 * Latin-script names of the seat that a division is called after are used of the division too
 * ("Kyiv region", "Kiev region"), and a division whose name is only another romanisation of the
 * seat's ("Odessa", "Makkah", "Taizz") is spelt as the seat is.
 */
export function lendNames(entries: Entry[], regions: Entry[], towns: Entry[]): void {
  const namesakes = new Map<string, Entry>()
  for (const town of towns) {
    if (!town.region || town.seat === 'none' || town.seat === 'former') continue
    for (const { text, match } of town.names) {
      if (match !== 'name') continue
      const key = `${town.region} ${normaliseName(text)}`
      const known = namesakes.get(key)
      if (!known || known.population! < town.population!) namesakes.set(key, town)
    }
  }
  const adminNames = new Map<string, string>()
  for (const entry of regions) {
    if (entry.level !== 'region' || !entry.region) continue
    const seat = entry.names.map(({ text }) => namesakes.get(`${entry.region} ${normaliseName(text)}`)).find((town) => town !== undefined)
    const key = normaliseName(entry.name)
    // "Gaza" is not "Gaza City": another word is more than another spelling.
    const isSpelling = seat && !writesLatin(entry.country) && normaliseName(seat.name).split(' ').length === key.split(' ').length && seat.names.some(({ text }) => normaliseName(text) === key)
    if (isSpelling) entry.name = seat.name
    adminNames.set(entry.region, entry.name)
    if (seat) entry.names.push({ text: entry.name, match: 'alternate' }, ...seat.names.filter(({ text }) => /^[\p{Script=Latin}' -]+$/u.test(text)).map(({ text }) => ({ text, match: 'variant' as const })))
  }
  for (const entry of entries) {
    const name = entry.region && adminNames.get(entry.region)
    if (name) entry.admin1 = name
  }
}

/**
 * Keys → places, the likeliest first (lib/resolve/place/prior.ts). A place found by several spellings of one key keeps the best
 * match; alternates that are ordinary English words ("Of", "March") are left out unless they are
 * the place's own name.
 */
export function gatherNames(entries: Entry[], words: ReadonlySet<string>, demonyms: string): { index: Map<string, Posting[]>; longestName: number } {
  const index = new Map<string, Posting[]>()
  let longestName = 1
  /** Rows come in ascending order, so a place that has the key already is the key's last; `late` ones may be anywhere. */
  const add = (key: string, posting: Posting, late = false) => {
    if (key.length < 2) return
    const list = index.get(key)
    if (!list) index.set(key, [posting])
    else {
      const same = late ? list.find(({ row }) => row === posting.row) : list.at(-1)!.row === posting.row ? list.at(-1) : undefined
      if (!same) list.push(posting)
      else if (matches.indexOf(posting.match) < matches.indexOf(same.match)) same.match = posting.match
    }
  }
  entries.forEach((entry, row) => {
    for (const { text, match } of entry.names) {
      if (match === 'abbreviation') {
        const key = abbreviationKey(text)
        if (key) add(key, { row, match })
        continue
      }
      const key = normaliseName(text)
      if ((match === 'alternate' || match === 'variant') && entry.level === 'town' && words.has(key)) continue
      longestName = Math.max(longestName, Math.min(8, key.split(' ').length))
      add(key, { row, match })
    }
  })
  addDemonyms(demonyms, entries, (key, posting) => add(key, posting, true))
  const likelihood = ({ row, match }: Posting) => prior({ ...entries[row]!, fame: entries[row]!.names.length, match })
  for (const [key, list] of index) {
    if (list.length < 2) continue
    const ranked = list.map((posting) => ({ posting, score: likelihood(posting) })).sort((a, b) => b.score - a.score || a.posting.row - b.posting.row)
    index.set(key, ranked.map(({ posting }) => posting))
  }
  return { index, longestName }
}

/** data/demonyms.tsv: "Norwegian" finds the widest place whose own name is "Norway". */
function addDemonyms(table: string, entries: Entry[], add: (key: string, posting: Posting) => void): void {
  const rows = new Map<string, number>()
  const collect = (wide: boolean, own: boolean) => entries.forEach((entry, row) => {
    if ((entry.level !== 'town' && entry.level !== 'district') !== wide) return
    for (const { text, match } of entry.names) {
      if (match === 'abbreviation' || (match === 'name') !== own) continue
      const key = normaliseName(text)
      if (!rows.has(key)) rows.set(key, row)
    }
  })
  // Entries come wide before narrow, so the first of a name is the one a people is called after.
  collect(true, true)
  collect(true, false)
  collect(false, true)
  for (const line of table.split('\n')) {
    const [word, place] = line.split('\t')
    if (!word || !place || line.startsWith('#') || word === 'word') continue
    const row = rows.get(normaliseName(place))
    if (row !== undefined) add(normaliseName(word), { row, match: 'demonym' })
  }
}
