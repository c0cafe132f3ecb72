/** Selecting rows and clustering them: what must hold whatever the incidents are. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterAt, rowsAt } from '../lib/columns/cluster'
import { dayNumber, isoDay, latOf, levelsOf, lonOf, mercatorX, mercatorY, noDay, placeAt, placePrecision, placePrecisions, readColumns, statusAt, typeAt, type ColumnPlace, type Columns } from '../lib/columns/columns'
import { select } from '../lib/columns/select'
import { incidentTypes, placeLevels, statuses } from '../lib/taxonomy'
import type { Filters } from '../lib/view'

type Row = { type: number; status: number; place: number; from: number | null; days: number }

function columnsOf(places: ColumnPlace[], rows: Row[]): Columns {
  return readColumns({
    revision: 'r', places, ids: rows.map((_, i) => `id${i}`), type: rows.map(({ type }) => type), status: rows.map(({ status }) => status), place: rows.map(({ place }) => place),
    from: rows.map(({ from }) => from), to: rows.map(({ from, days }) => (from === null ? null : from + days)), precision: rows.map(({ from }) => (from === null ? -1 : 0)), edtf: [],
    implied: rows.map(() => 0), killed: rows.map(() => -1), reports: rows.map(() => 1),
  })
}

const anyPlace: fc.Arbitrary<ColumnPlace> = fc.record({
  name: fc.string(), level: fc.constantFrom(...placeLevels), radiusKm: fc.double({ min: 0.1, max: 3000, noNaN: true }),
  lat: fc.oneof(fc.constantFrom(-90, 90, 0), fc.double({ min: -90, max: 90, noNaN: true })), lon: fc.oneof(fc.constantFrom(-180, 180, 0), fc.double({ min: -180, max: 180, noNaN: true })),
})
const day = fc.integer({ min: 20_000, max: 20_040 })
const anyColumns = fc.array(anyPlace, { maxLength: 12 }).chain((places) =>
  fc.array(fc.record({ type: fc.nat(incidentTypes.length - 1), status: fc.nat(statuses.length - 1), place: fc.integer({ min: -1, max: places.length - 1 }), from: fc.option(day), days: fc.nat(9) }), { maxLength: 60 }).map((rows) => columnsOf(places, rows)),
)
const anyFilters: fc.Arbitrary<Filters> = fc.record(
  { type: fc.subarray([...incidentTypes]), status: fc.subarray([...statuses]), precision: fc.subarray([...placePrecisions]), from: day.map(isoDay), to: day.map(isoDay) },
  { requiredKeys: [] },
)
const at = (lat: number, lon: number, name = `${lat} ${lon}`): ColumnPlace => ({ name, level: 'town', lat, lon, radiusKm: 3 })
const one = (place: number, type = 0): Row => ({ type, status: 0, place, from: 20_000, days: 0 })
const everything = ({ count }: Columns) => Uint32Array.from({ length: count }, (_, i) => i)
const zoom = fc.constantFrom(0, 1, 2, 3.5, 5, 8, 12, 18)

describe('selecting', () => {
  const keeps: Record<'type' | 'status' | 'precision' | 'date', (columns: Columns, row: number, filters: Filters) => boolean> = {
    type: (columns, row, { type }) => !type || type.includes(typeAt(columns, row)),
    status: (columns, row, { status }) => !status || status.includes(statusAt(columns, row)),
    precision: (columns, row, { precision }) => !precision || precision.includes(placePrecision(placeAt(columns, row)?.level)),
    date: (columns, row, { from, to }) => {
      if (!from && !to) return true
      if (columns.from[row] === noDay) return false
      return (!from || isoDay(columns.to[row]!) >= from) && (!to || isoDay(columns.from[row]!) <= to)
    },
  }
  /** The rows that pass all filters but one, filter by filter. */
  const plain = (columns: Columns, filters: Filters, said: Uint8Array | null, but?: keyof typeof keeps) =>
    [...everything(columns)].filter((row) => (said === null || said[row] === 1) && Object.entries(keeps).every(([name, keep]) => name === but || keep(columns, row, filters)))
  const tally = <T>(values: T[], names: readonly T[]) => names.map((name) => values.filter((value) => value === name).length)

  test('gives what a plain filter gives, and counts each filter without itself', () => {
    fc.assert(fc.property(anyColumns, anyFilters, fc.option(fc.array(fc.nat(1), { minLength: 60, maxLength: 60 })), (columns, filters, words) => {
      const said = words && Uint8Array.from(words.slice(0, columns.count))
      const found = select(columns, filters, said)
      expect([...found.rows]).toEqual(plain(columns, filters, said))
      expect([...found.anyDate]).toEqual(plain(columns, filters, said, 'date'))
      expect([...found.byType]).toEqual(tally(plain(columns, filters, said, 'type').map((row) => typeAt(columns, row)), incidentTypes))
      expect([...found.byStatus]).toEqual(tally(plain(columns, filters, said, 'status').map((row) => statusAt(columns, row)), statuses))
      expect([...found.byPrecision]).toEqual(tally(plain(columns, filters, said, 'precision').map((row) => placePrecision(placeAt(columns, row)?.level)), placePrecisions))
    }))
  })

  test('knows the newest day of what is not only planned, whatever the filters', () => {
    const columns = columnsOf([], [{ ...one(-1), status: statuses.indexOf('planned'), from: 20_100 }, { ...one(-1), days: 2 }, { ...one(-1), from: null }])
    expect(select(columns, { type: [] }, null).newest).toBe(20_002)
    expect(select(columnsOf([], []), {}, null).newest).toBeNull()
  })
})

describe('spots', () => {
  test('hold every placed row once; totals and counts per type add up, and their rows are given back in order', () => {
    fc.assert(fc.property(anyColumns, zoom, fc.integer({ min: 1, max: 3 }), (columns, z, step) => {
      const rows = everything(columns).filter((row) => row % step === 0)
      const { spots, spotOf } = clusterAt(columns, rows, z)
      const placed = [...rows].filter((row) => columns.place[row]! >= 0)
      const seen = spots.flatMap((spot, index) => {
        const here = rowsAt(columns, rows, spot)
        expect(here).toEqual([...here].sort((a, b) => a - b))
        expect(here).toHaveLength(spot.total)
        expect(spot.lead).toBe(here[0])
        expect([...spot.counts]).toEqual(incidentTypes.map((_, type) => here.filter((row) => columns.type[row] === type).length))
        for (const row of here) expect(spotOf[columns.place[row]!]).toBe(index)
        expect(Number.isFinite(spot.lat) && Number.isFinite(spot.lon) && Math.abs(spot.lat) <= 90 && Math.abs(spot.lon) <= 180).toBe(true)
        return here
      })
      expect(seen.sort((a, b) => a - b)).toEqual(placed)
      for (const [place, spot] of spotOf.entries()) expect(spot >= 0).toBe(placed.some((row) => columns.place[row] === place))
    }))
  })

  test('are the same whenever asked', () => {
    fc.assert(fc.property(anyColumns, zoom, (columns, z) => {
      expect(clusterAt(columns, everything(columns), z)).toEqual(clusterAt(columns, everything(columns).slice(), z))
    }))
  })

  test('join across the antimeridian at a low zoom, in a box of a fraction of a degree, and part at a high one', () => {
    const columns = columnsOf([at(-17, 179.9), at(-17, -179.9)], [one(0), one(1, 3)])
    const [spot, ...more] = clusterAt(columns, everything(columns), 3).spots
    expect(more).toEqual([])
    expect(Math.abs(spot!.lon)).toBeGreaterThan(179.8)
    expect(spot!.bounds.east - spot!.bounds.west).toBeCloseTo(0.2)
    expect(clusterAt(columns, everything(columns), 14).spots).toHaveLength(2)
  })

  test('are one for ten thousand rows at one point, at its very place', () => {
    const columns = columnsOf([at(50.45, 30.52, 'Kyiv'), at(50.45, 30.52, 'Kyiv, a site of it')], Array.from({ length: 10_000 }, (_, i) => one(i % 2, i % 12)))
    const { spots } = clusterAt(columns, everything(columns), 18)
    expect(spots).toHaveLength(1)
    expect(spots[0]!.total).toBe(10_000)
    expect(spots[0]!.lat).toBeCloseTo(50.45, 9)
    expect(spots[0]!.lon).toBeCloseTo(30.52, 9)
    expect(rowsAt(columns, everything(columns), spots[0]!)).toHaveLength(10_000)
  })

  test('stand at the poles as elsewhere', () => {
    const columns = columnsOf([at(90, 0), at(-90, 0), at(89.9, 0)], [one(0), one(1), one(2)])
    const { spots } = clusterAt(columns, everything(columns), 6)
    expect(spots.map(({ total }) => total).sort()).toEqual([1, 2])
  })

  test('of far places stay apart, and none is there for rows without a place', () => {
    const columns = columnsOf([at(50, 30), at(-30, -60)], [one(0), one(1), one(-1)])
    expect(clusterAt(columns, everything(columns), 3).spots.map(({ total }) => total)).toEqual([1, 1])
    expect(clusterAt(columns, Uint32Array.of(2), 3).spots).toEqual([])
  })
})

test('days and Web Mercator are read back as they were written', () => {
  fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
    expect(dayNumber(isoDay(n))).toBe(n)
  }))
  fc.assert(fc.property(fc.double({ min: -85, max: 85, noNaN: true }), fc.double({ min: -180, max: 179.999, noNaN: true }), (lat, lon) => {
    expect(latOf(mercatorY(lat))).toBeCloseTo(lat, 8)
    expect(lonOf(mercatorX(lon))).toBeCloseTo(lon, 8)
  }))
})

test('every level of a place has one precision', () => {
  expect(placePrecisions.flatMap(levelsOf).sort()).toEqual([...placeLevels].sort())
  expect(levelsOf('none')).toEqual([])
})
