/**
 * All incidents of a map, column by column in typed arrays: what the map, the time line, the list's order, the filters and the
 * preview image need of each, and nothing a reader reads (quotes and sources are fetched for what is shown). A filter
 * over 50,000 rows is one pass of well under a millisecond. The server builds one from the store, the browser one from
 * `GET /api/map`; everything in this folder runs on both, so that a preview image shows what the map shows.
 */
import { incidentTypes, placeLevels, statuses, type IncidentType, type PlaceLevel, type Status } from '../taxonomy'

/** A place several incidents may share. `radiusKm` is that of a circle that about covers it, `area` the key of its outline. */
export type ColumnPlace = { name: string; level: PlaceLevel; lat: number; lon: number; radiusKm: number; country?: string; admin1?: string; area?: string }

export const datePrecisions = ['day', 'range', 'month', 'year'] as const

/** The wire form, JSON: the same columns as plain arrays; days are counted from 1970-01-01, null where there is no date. */
export type ColumnsWire = {
  /** Changes whenever anything stored changes. */
  revision: string
  ids: string[]
  /** Index into `incidentTypes`. */
  type: number[]
  /** Index into `statuses`. */
  status: number[]
  /** Index into `places`, -1 for an incident without one. */
  place: number[]
  from: (number | null)[]
  to: (number | null)[]
  /** Index into `datePrecisions`, -1 without a date. */
  precision: number[]
  /** Row and EDTF of the dates that the other columns do not tell in full: "2025-07/2025-08", a range of months. */
  edtf: [row: number, edtf: string][]
  /** 1: the place is implied, 2: the date is, 3: both. */
  implied: number[]
  /** The best count of the killed, else the lowest; -1 where none is told. */
  killed: number[]
  reports: number[]
  places: ColumnPlace[]
}

export type Columns = {
  revision: string
  count: number
  ids: string[]
  type: Uint8Array
  status: Uint8Array
  place: Int32Array
  /** First and last day it may have been, counted from 1970-01-01; `noDay` where there is no date. */
  from: Int32Array
  to: Int32Array
  precision: Int8Array
  /** EDTF of the rows whose date the other columns do not tell in full. */
  edtf: Map<number, string>
  implied: Uint8Array
  killed: Int32Array
  reports: Uint16Array
  places: ColumnPlace[]
  /** Web Mercator of each place, the world as the unit square, y southwards. */
  x: Float64Array
  y: Float64Array
  /** Row of an id. */
  rowOf: Map<string, number>
}

/** Rows are in this order: latest `to` first, undated ones at the end; ties by id. */
export const noDay = -0x80000000

const dayMs = 86_400_000
/** "2025-12-20" → days since 1970-01-01. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / dayMs)
/** Days since 1970-01-01 → "2025-12-20". */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** Web Mercator reaches no farther. */
const maxLat = 85.0511287798
/** The latitude at which a map shows a place: what lies beyond stands on its edge. */
export const shownLat = (lat: number): number => Math.max(-maxLat, Math.min(maxLat, lat))
export const mercatorX = (lon: number): number => (lon + 180) / 360
export const mercatorY = (lat: number): number => (1 - Math.asinh(Math.tan((shownLat(lat) * Math.PI) / 180)) / Math.PI) / 2
export const lonOf = (x: number): number => ((((x % 1) + 1) % 1) * 360) - 180
export const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

export function readColumns(wire: ColumnsWire): Columns {
  const days = (column: (number | null)[]) => Int32Array.from(column, (day) => day ?? noDay)
  return {
    revision: wire.revision,
    count: wire.ids.length,
    ids: wire.ids,
    type: Uint8Array.from(wire.type),
    status: Uint8Array.from(wire.status),
    place: Int32Array.from(wire.place),
    from: days(wire.from),
    to: days(wire.to),
    precision: Int8Array.from(wire.precision),
    edtf: new Map(wire.edtf),
    implied: Uint8Array.from(wire.implied),
    killed: Int32Array.from(wire.killed),
    reports: Uint16Array.from(wire.reports, (n) => Math.min(n, 0xffff)),
    places: wire.places,
    x: Float64Array.from(wire.places, ({ lon }) => mercatorX(lon)),
    y: Float64Array.from(wire.places, ({ lat }) => mercatorY(lat)),
    rowOf: new Map(wire.ids.map((id, row) => [id, row])),
  }
}

export const typeAt = ({ type }: Columns, row: number): IncidentType => incidentTypes[type[row]!]!
export const statusAt = ({ status }: Columns, row: number): Status => statuses[status[row]!]!
export const placeAt = ({ place, places }: Columns, row: number): ColumnPlace | undefined => places[place[row]!]

/** EDTF of a row's date, as the store has it; null without one. */
export function edtfAt({ from, to, precision, edtf }: Columns, row: number): string | null {
  if (from[row] === noDay) return null
  return edtf.get(row) ?? plainEdtf(isoDay(from[row]!), isoDay(to[row]!), datePrecisions[precision[row]!])
}

/** EDTF of a date by its first and last day, where a range is one of days. */
export function plainEdtf(from: string, to: string, precision: (typeof datePrecisions)[number] | undefined): string {
  switch (precision) {
    case 'year': return from.slice(0, 4)
    case 'month': return from.slice(0, 7)
    case 'range': return `${from}/${to}`
    default: return from
  }
}

/** How narrow a place is, in the four steps a reader tells apart: a point, a region, wider than that, none. */
export const placePrecisions = ['point', 'region', 'wide', 'none'] as const
export type PlacePrecision = (typeof placePrecisions)[number]
const precisionOfLevel: Record<PlaceLevel, PlacePrecision> = { site: 'point', town: 'point', district: 'region', region: 'region', country: 'wide', sea: 'wide', area: 'wide' }
export const placePrecision = (level: PlaceLevel | null | undefined): PlacePrecision => (level ? precisionOfLevel[level] : 'none')
/** The levels behind a precision; empty for `none`. */
export const levelsOf = (precision: PlacePrecision): PlaceLevel[] => placeLevels.filter((level) => precisionOfLevel[level] === precision)

/** Wider than a town: drawn as an outline or a circle of its radius, never as a bare point. */
export const isArea = (place: ColumnPlace): boolean => place.level !== 'site' && place.level !== 'town' && (place.radiusKm >= 12 || place.area !== undefined)
