/** All incidents as columns, for the map: read from the table's own columns, never from the whole values, and kept until something is written. */
import { datePrecisions, dayNumber, plainEdtf, readColumns, type Columns, type ColumnPlace, type ColumnsWire } from '../columns/columns'
import { incidentTypes, statuses, type PlaceLevel } from '../taxonomy'
import { revision, type Store } from './open'

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
    .select(['id', 'type', 'status', 'lat', 'lon', 'radius_km', 'level', 'place', 'country', 'admin1', 'area', 'place_implied', 'date_implied', 'edtf', 'from_day', 'to_day', 'precision', 'killed', 'reports'])
    .orderBy('to_day', (o) => o.desc().nullsLast())
    .orderBy('id')
    .execute()
  const types = indexOf(incidentTypes)
  const states = indexOf(statuses)
  const precisions = indexOf(datePrecisions)
  const placeOf = new Map<string, number>()
  const dayOf = new Map<string, number>()
  const wire: ColumnsWire = { revision: now, ids: [], type: [], status: [], place: [], from: [], to: [], precision: [], edtf: [], implied: [], killed: [], reports: [], places: [] }

  const day = (iso: string): number => {
    let number = dayOf.get(iso)
    if (number === undefined) dayOf.set(iso, (number = dayNumber(iso)))
    return number
  }
  const place = ({ place: name, level, lat, lon, radius_km, country, admin1, area }: (typeof rows)[number]): number => {
    if (lat === null || lon === null) return -1
    const key = [name, level, lat, lon, radius_km, country, admin1, area].join('\0')
    let index = placeOf.get(key)
    if (index === undefined) {
      index = wire.places.length
      placeOf.set(key, index)
      wire.places.push(shortened({ name: name ?? '', level: level as PlaceLevel, lat, lon, radiusKm: radius_km ?? 0, ...(country && { country }), ...(admin1 && { admin1 }), ...(area && { area }) }))
    }
    return index
  }

  rows.forEach((row, i) => {
    const { from_day: from, to_day: to, precision } = row
    const isDated = from !== null && to !== null
    wire.ids.push(row.id)
    wire.type.push(types.get(row.type)!)
    wire.status.push(states.get(row.status)!)
    wire.place.push(place(row))
    wire.from.push(isDated ? day(from) : null)
    wire.to.push(isDated ? day(to) : null)
    wire.precision.push(isDated ? precisions.get(precision ?? 'day')! : -1)
    if (isDated && row.edtf !== null && row.edtf !== plainEdtf(from, to, precision ?? undefined)) wire.edtf.push([i, row.edtf])
    wire.implied.push(row.place_implied + 2 * row.date_implied)
    wire.killed.push(row.killed ?? -1)
    wire.reports.push(row.reports)
  })
  return { revision: now, columns: readColumns(wire), json: JSON.stringify(wire) }
}

const indexOf = (names: readonly string[]): Map<string, number> => new Map(names.map((name, index) => [name, index]))

/** As in a feature: five decimals are about a metre, and a radius is about right to three digits. */
function shortened(place: ColumnPlace): ColumnPlace {
  return { ...place, lat: Number(place.lat.toFixed(5)) + 0, lon: Number(place.lon.toFixed(5)) + 0, radiusKm: Number(place.radiusKm.toPrecision(3)) }
}
