/**
 * Names → places, shared by every room that needs it. The tables are built by `npm run gazetteer`
 * into `data/` and loaded once per process.
 */
import { readData } from './data'
import { abbreviationKey, normaliseName } from './gazetteer/normalise'
import { openNameIndex, type Match } from './gazetteer/name-index'
import { openPlaceTable, type RankedPlace } from './gazetteer/place-table'
import { unpackTables } from './gazetteer/table-file'
import type { Place } from './types'

export type Candidate = RankedPlace & {
  /** How the name was found: the place's own English name, an alternate, an abbreviation, a demonym, an old name. */
  match: Match
}

export type Gazetteer = {
  /** Every place a name may mean, the likeliest first when nothing else is known; an unknown name gives []. Case, accents, hyphens and "St."/"Saint" do not matter; for short forms such as "US" and "Tex." they do. */
  lookup(name: string): Candidate[]
  /** Whether any place has this name: cheap, no objects made. */
  has(name: string): boolean
  /** The most words any name has, so that a recogniser knows how far to look ahead. */
  readonly longestName: number
  place(id: string): Place | undefined
}

const file = 'gazetteer.bin'
let opened: Gazetteer | undefined

/**
 * The gazetteer, opened at the first call and kept.
 * @throws DatelineError `gazetteer-missing` when the table is absent or not one.
 */
export function openGazetteer(): Gazetteer {
  return (opened ??= gazetteerFrom(readData(file)))
}

/** A gazetteer over the bytes of a table that `npm run gazetteer` wrote. */
export function gazetteerFrom(bytes: Buffer): Gazetteer {
  const tables = unpackTables(bytes, `data/${file}`)
  const names = openNameIndex(tables)
  const places = openPlaceTable(tables)
  const { longestName } = tables.meta as { longestName: number }
  return {
    longestName,
    lookup(name) {
      const short = abbreviationKey(name)
      const abbreviated = short ? names.find(short) : []
      const found = abbreviated.length ? abbreviated : names.find(normaliseName(name))
      return found.map(({ row, match }): Candidate => Object.assign(places.at(row), { match }))
    },
    has(name) {
      const short = abbreviationKey(name)
      return (short !== undefined && names.has(short)) || names.has(normaliseName(name))
    },
    place(id) {
      const row = places.rowOf(id)
      if (row === undefined) return undefined
      return places.placeAt(row)
    },
  }
}
