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

const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'y', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', є: 'ye',
}
const romanised = (text: string) => [...text.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('')

/** One letter changed, put in or left out for every four, the first being the same: "Kochi" and "Cochin", but not "Sparta" and "Isparta". */
function areSpellings(a: string, b: string): boolean {
  const [x, y] = [a, b].map((key) => key.replace(/[cq]/g, 'k').replace(/[jy]/g, 'i').replace(/w/g, 'v').replace(/z/g, 's')) as [string, string]
  const limit = Math.max(1, Math.floor(Math.max(x.length, y.length) / 4))
  if (x[0] !== y[0] || Math.abs(x.length - y.length) > limit) return false
  let row = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const next = [i]
    for (let j = 1; j <= y.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1)))
    row = next
  }
  return row[y.length]! <= limit
}

/**
 * Alternates say nothing of their language. Three kinds that English news never means become variants, found still but last:
 * another place's own name that is no spelling or part of the town's ("Loa" for Lohr am Main, "Victoria" for Hong Kong); a short
 * one that only romanising Cyrillic gives, where people write Latin letters ("Khar" for Haar); and what Lithuanian, Latvian and
 * Esperanto make of a name ("Gracas", "Graca" and "Graco" for Graz). Names that English has, by WordNet or by hand, stay.
 */
export function distrustForeignNames(entries: Entry[]): void {
  const owned = new Set<string>()
  /** Wien is Vienna's division too, Londonderry Derry's county: such names are the town's as well. */
  const lent = new Set<string>()
  for (const { names, level, country, region } of entries) {
    for (const { text, match } of names) {
      if (match !== 'name') continue
      const key = normaliseName(text)
      owned.add(key)
      if (level === 'region') lent.add(`${country} ${key}`)
      if (level === 'district' && region) lent.add(`${region} ${key}`)
    }
  }
  for (const entry of entries) {
    if (!entry.id.startsWith('gn:') || (entry.level !== 'town' && entry.level !== 'district')) continue
    const all = new Set(entry.names.map(({ text }) => normaliseName(text)))
    const own = entry.names.filter(({ match, isEnglish }) => match === 'name' || isEnglish).map(({ text }) => normaliseName(text))
    const ownWords = new Set(own.flatMap((key) => key.split(' ')))
    const machine = new Set(writesLatin(entry.country) ? entry.names.filter(({ text }) => /\p{Script=Cyrillic}/u.test(text)).map(({ text }) => normaliseName(romanised(text))) : [])
    for (const name of entry.names) {
      if (name.match !== 'alternate' || name.isEnglish) continue
      const key = normaliseName(name.text)
      if (!/^[a-z ]+$/.test(key) || own.includes(key)) continue
      const stem = /^(.{3,}?)(?:as|a|o|us|um)$/.exec(key)?.[1]
      const isBaltic = stem !== undefined && all.has(`${stem}as`) && all.has(`${stem}a`)
      const isLent = lent.has(`${entry.country} ${key}`) || lent.has(`${entry.region} ${key}`)
      const isOther = owned.has(key) && !isLent && !key.split(' ').every((word) => ownWords.has(word))
      if (isBaltic || ((isOther || (key.length <= 6 && machine.has(key))) && !own.some((spelling) => areSpellings(spelling, key)))) name.match = 'variant'
    }
  }
}

/**
 * Keys → places, the likeliest first (lib/resolve/place/prior.ts). A place found by several spellings of one key keeps the best
 * match; alternates that are ordinary English words ("Of", "March") are left out unless they are
 * the place's own name or English for it ("Madras").
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
    for (const { text, match, isEnglish } of entry.names) {
      if (match === 'abbreviation') {
        const key = abbreviationKey(text)
        if (key) add(key, { row, match })
        continue
      }
      const key = normaliseName(text)
      if ((match === 'alternate' || match === 'variant') && entry.level === 'town' && !isEnglish && words.has(key)) continue
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
  const isNarrow = (row: number) => entries[row]!.level === 'town' || entries[row]!.level === 'district'
  const likelihood = (row: number) => prior({ ...entries[row]!, fame: entries[row]!.names.length, match: 'name' })
  const collect = (wide: boolean, own: boolean) => entries.forEach((entry, row) => {
    if (isNarrow(row) === wide) return
    for (const { text, match } of entry.names) {
      if (match === 'abbreviation' || match === 'variant' || (match === 'name') !== own) continue
      const key = normaliseName(text)
      const known = rows.get(key)
      // A Bostonian is of the likeliest of the towns called Boston, a Mancunian not of the parish in Jamaica.
      const isLikelier = known !== undefined && !wide && own && (isNarrow(known) || entries[known]!.level === 'region') && likelihood(known) < likelihood(row)
      if (known === undefined || isLikelier) rows.set(key, row)
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
