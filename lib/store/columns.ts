/** All incidents as columns, for the map: read from the table's own columns, never from the whole values, and kept until something is written. */
import { datePrecisions, dayNumber, plainEdtf, readColumns, type Columns, type ColumnPlace, type ColumnsWire } from '../columns/columns'
import { incidentTypes, statuses, type IncidentType, type PlaceLevel, type Status } from '../taxonomy'
import { revision, type Store } from './open'
import { jsonArray } from './sqlite'

type MapColumns = { revision: string; columns: Columns; /** `ColumnsWire` as text. */ json: string }
type Held = { revision: string; map: Promise<MapColumns>; isBuilding: boolean }

/** On `globalThis`, for `next dev` loads modules again and again. */
const shared = globalThis as typeof globalThis & { datelineColumns?: WeakMap<Store, Held> }

/** The columns of what is stored now. They are built once per revision, one build at a time, however many ask. */
export async function mapColumns(store: Store): Promise<MapColumns> {
  const cache = (shared.datelineColumns ??= new WeakMap())
  for (;;) {
    const now = await revision(store)
    const held = cache.get(store)
    if (held?.revision === now) return held.map
    if (held?.isBuilding) {
      await held.map.catch(() => undefined)
      continue
    }
    const building: Held = { revision: now, map: build(store, now), isBuilding: true }
    cache.set(store, building)
    try {
      return await building.map
    } catch (error) {
      cache.delete(store)
      throw error
    } finally {
      building.isBuilding = false
    }
  }
}

/**
 * @param now the revision read before the rows. A write in between makes the rows newer than it says, never older, and the
 *   next request, which sees the newer revision, builds them anew.
 */
async function build({ db }: Store, now: string): Promise<MapColumns> {
  const rows = await db
    .selectFrom('incidents')
    .select([
      'id',
      jsonArray('place', 'level', 'lat', 'lon', 'radius_km', 'country', 'admin1', 'area').as('where'),
      jsonArray('edtf', 'from_day', 'to_day', 'precision').as('when'),
      jsonArray('type', 'status', 'place_implied', 'date_implied', 'killed', 'reports').as('what'),
    ])
    .orderBy('to_day', (o) => o.desc().nullsLast())
    .orderBy('id')
    .execute()
  const wire: ColumnsWire = { revision: now, ids: [], type: [], status: [], place: [], from: [], to: [], precision: [], edtf: [], implied: [], killed: [], reports: [], places: [] }
  const placeOf = once((json) => {
    const place = readPlace(json)
    return place ? wire.places.push(place) - 1 : -1
  })
  const dateOf = once(readDate)
  const factsOf = once(readFacts)
  rows.forEach(({ id, where, when, what }, row) => {
    const date = dateOf(when)
    const { type, status, implied, killed, reports } = factsOf(what)
    wire.ids.push(id)
    wire.type.push(type)
    wire.status.push(status)
    wire.place.push(placeOf(where))
    wire.from.push(date.from)
    wire.to.push(date.to)
    wire.precision.push(date.precision)
    if (date.edtf !== null) wire.edtf.push([row, date.edtf])
    wire.implied.push(implied)
    wire.killed.push(killed)
    wire.reports.push(reports)
  })
  return { revision: now, columns: readColumns(wire), json: JSON.stringify(wire) }
}

/** The function, called once for each text. */
function once<T>(read: (json: string) => T): (json: string) => T {
  const known = new Map<string, T>()
  return (json) => {
    let value = known.get(json)
    if (value === undefined) known.set(json, (value = read(json)))
    return value
  }
}

/** Rounded as in a feature: five decimals are about a metre, and a radius is about right to three digits. */
function readPlace(json: string): ColumnPlace | undefined {
  const [name, level, lat, lon, radiusKm, country, admin1, area] = JSON.parse(json) as [string, PlaceLevel | null, number, number, number, ...(string | null)[]]
  if (level === null) return undefined
  const degrees = (value: number) => Number(value.toFixed(5)) + 0
  return { name, level, lat: degrees(lat), lon: degrees(lon), radiusKm: Number(radiusKm.toPrecision(3)), ...(country && { country }), ...(admin1 && { admin1 }), ...(area && { area }) }
}

function readDate(json: string) {
  const [edtf, from, to, precision] = JSON.parse(json) as [string, string, string, (typeof datePrecisions)[number]] | [null]
  if (edtf === null) return { from: null, to: null, precision: -1, edtf: null }
  return { from: dayNumber(from), to: dayNumber(to), precision: datePrecisions.indexOf(precision), edtf: edtf === plainEdtf(from, to, precision) ? null : edtf }
}

function readFacts(json: string) {
  const [type, status, placeImplied, dateImplied, killed, reports] = JSON.parse(json) as [IncidentType, Status, number, number, number | null, number]
  return { type: incidentTypes.indexOf(type), status: statuses.indexOf(status), implied: placeImplied + 2 * dateImplied, killed: killed ?? -1, reports }
}
