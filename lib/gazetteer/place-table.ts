/** The gazetteer's places, one column per property, rows numbered from 0. */
import { placeLevels, type PlaceLevel } from '../taxonomy'
import type { Place } from '../types'
import { maxRows } from './name-index'
import type { Column, Tables } from './table-file'

/** What a town is the seat of; `former` towns are abandoned, destroyed or historical. */
const seats = ['none', 'country', 'region', 'district', 'former'] as const
export type Seat = (typeof seats)[number]

/** A place as the build gathers it; `radiusKm` 0 on a town means "from its population". */
export type PlaceRow = Omit<Place, 'outline'> & { seat: Seat }

/** A place with what ranks it among its namesakes: `fame` is in how many spellings and scripts it is known, up to 255. */
export type RankedPlace = Place & { seat: Seat; fame: number }

const degrees = 1e5

/**
 * Radius in km of a disc that holds a town's people at 2,000 to the square kilometre, about half
 * the density of the built-up areas of large cities (Angel et al., Atlas of Urban Expansion, 2016),
 * so that suburbs are inside; never under 1 km, never over 50.
 */
export function townRadiusKm(population: number): number {
  return Math.min(50, Math.max(1, Math.sqrt(population / (2000 * Math.PI))))
}

function checkFits(count: number, limit: number, what: string): void {
  if (count > limit) throw new Error(`${count} ${what} are more than the table can number (${limit})`)
}

/**
 * `gn:` ids are numbers and fill most rows; all other ids are kept as text, in row order.
 * @throws Error when there are more places, countries or names of divisions than the columns can number.
 */
export function buildPlaceTable<Row extends PlaceRow>(rows: Row[], more: (row: Row) => { outlined: boolean; fame: number }): { meta: Record<string, unknown>; columns: Record<string, Column> } {
  const countries = [...new Set(rows.map((row) => row.country ?? '')).add('')].sort()
  const regions = [...new Set(rows.map((row) => row.admin1 ?? '')).add('')].sort()
  checkFits(rows.length, maxRows, 'places')
  checkFits(countries.length, 0x100, 'countries')
  checkFits(regions.length, 0x1_0000, 'names of divisions')
  const countryAt = new Map(countries.map((code, i) => [code, i]))
  const regionAt = new Map(regions.map((name, i) => [name, i]))
  const textIds = rows.filter((row) => !/^gn:\d+$/.test(row.id)).map((row) => row.id)
  const textAt = new Map(textIds.map((id, i) => [id, i]))
  const column = <T extends Column>(out: T, value: (row: Row) => number): T => {
    rows.forEach((row, i) => { out[i] = value(row) })
    return out
  }
  const n = rows.length
  const nameEnd = new Uint32Array(n)
  rows.forEach((row, i) => { nameEnd[i] = (i ? nameEnd[i - 1]! : 0) + Buffer.byteLength(row.name) })
  const nameText = Buffer.alloc(nameEnd.at(-1) ?? 0)
  rows.forEach((row, i) => nameText.write(row.name, i ? nameEnd[i - 1]! : 0))
  return {
    meta: { rows: n, countries, regions, textIds },
    columns: {
      idIsText: column(new Uint8Array(n), (row) => (textAt.has(row.id) ? 1 : 0)),
      id: column(new Uint32Array(n), (row) => textAt.get(row.id) ?? Number(row.id.slice(3))),
      lat: column(new Int32Array(n), (row) => Math.round(row.at.lat * degrees)),
      lon: column(new Int32Array(n), (row) => Math.round(row.at.lon * degrees)),
      population: column(new Uint32Array(n), (row) => row.population ?? 0),
      radius: column(new Float32Array(n), (row) => row.radiusKm),
      level: column(new Uint8Array(n), (row) => placeLevels.indexOf(row.level)),
      seat: column(new Uint8Array(n), (row) => seats.indexOf(row.seat)),
      fame: column(new Uint8Array(n), (row) => Math.min(255, more(row).fame)),
      country: column(new Uint8Array(n), (row) => countryAt.get(row.country ?? '')!),
      region: column(new Uint16Array(n), (row) => regionAt.get(row.admin1 ?? '')!),
      outlined: column(new Uint8Array(n), (row) => (more(row).outlined ? 1 : 0)),
      nameEnd,
      nameText,
    },
  }
}

export type PlaceTable = { readonly rows: number; placeAt(row: number): Place; at(row: number): RankedPlace; rowOf(id: string): number | undefined }

export function openPlaceTable(tables: Tables): PlaceTable {
  const { rows, countries, regions, textIds } = tables.meta as { rows: number; countries: string[]; regions: string[]; textIds: string[] }
  const idIsText = tables.column<Uint8Array>('idIsText')
  const id = tables.column<Uint32Array>('id')
  const lat = tables.column<Int32Array>('lat')
  const lon = tables.column<Int32Array>('lon')
  const population = tables.column<Uint32Array>('population')
  const radius = tables.column<Float32Array>('radius')
  const levels = tables.column<Uint8Array>('level')
  const seat = tables.column<Uint8Array>('seat')
  const fame = tables.column<Uint8Array>('fame')
  const country = tables.column<Uint8Array>('country')
  const region = tables.column<Uint16Array>('region')
  const outlined = tables.column<Uint8Array>('outlined')
  const nameEnd = tables.column<Uint32Array>('nameEnd')
  const nameBytes = tables.column<Uint8Array>('nameText')
  const nameText = Buffer.from(nameBytes.buffer, nameBytes.byteOffset, nameBytes.byteLength)
  const idAt = (row: number) => (idIsText[row] ? textIds[id[row]!]! : `gn:${id[row]!}`)
  const placeAt = (row: number): Place => {
    const level: PlaceLevel = placeLevels[levels[row]!]!
    const people = population[row]!
    const place: Place = {
      id: idAt(row),
      name: nameText.toString('utf8', row ? nameEnd[row - 1]! : 0, nameEnd[row]!),
      level,
      at: { lat: lat[row]! / degrees, lon: lon[row]! / degrees },
      radiusKm: Math.round((radius[row]! || townRadiusKm(people)) * 10) / 10,
    }
    if (country[row]) place.country = countries[country[row]!]!
    if (region[row]) place.admin1 = regions[region[row]!]!
    if (outlined[row]) place.outline = place.id
    if (people) place.population = people
    return place
  }
  return {
    rows,
    placeAt,
    // Each place is made anew, so it may be added to; copying it takes ten times as long.
    at: (row) => Object.assign(placeAt(row), { seat: seats[seat[row]!]!, fame: fame[row]! }),
    rowOf(wanted) {
      // A scan of a column takes a tenth of a millisecond, and a map of a full dump's ids half a gigabyte.
      const digits = /^gn:(\d+)$/.exec(wanted)?.[1]
      const number = digits === undefined ? textIds.indexOf(wanted) : Number(digits)
      for (let row = id.indexOf(number); row >= 0; row = id.indexOf(number, row + 1)) if (idAt(row) === wanted) return row
      return undefined
    },
  }
}
