import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readColumns, type Columns } from '../lib/columns/columns'
import { byDistance, distancesFrom, inTime } from '../lib/columns/neighbours'

/** One incident per entry: the index of its place, -1 without one. */
function columnsAt(place: number[], points: { lat: number; lon: number }[]): Columns {
  const zeros = place.map(() => 0)
  return readColumns({ revision: '1', edtf: [], ids: place.map((_, i) => `i${i}`), type: zeros, status: zeros, place, from: zeros, to: zeros, precision: zeros, implied: zeros, killed: zeros, reports: zeros, places: points.map((at, i) => ({ name: `P${i}`, level: 'town', radiusKm: 3, ...at })) })
}
const all = ({ count }: Columns) => Uint32Array.from({ length: count }, (_, i) => i)

/** All rows one comes by, outwards from `start` until there are none. */
function walk(columns: Columns, rows: Uint32Array, start: number): number[] {
  const distances = distancesFrom(columns, start)!
  const visited = [start]
  for (let at: number | null = start; at !== null && visited.length <= rows.length + 1; ) {
    at = byDistance(columns, rows, distances, start, at).farther
    if (at !== null) visited.push(at)
  }
  return visited
}

describe('in time', () => {
  test('earlier is the next row, later the one before; the ends have none', () => {
    const rows = Uint32Array.of(2, 5, 9)
    expect([inTime(rows, 2), inTime(rows, 5), inTime(rows, 9)]).toEqual([{ later: null, earlier: 5 }, { later: 2, earlier: 9 }, { later: 5, earlier: null }])
  })
  test('of an incident the filters leave out', () => expect([inTime(Uint32Array.of(2, 9), 5), inTime(Uint32Array.of(), 5)]).toEqual([{ later: 2, earlier: 9 }, { later: null, earlier: null }]))
})

describe('by distance', () => {
  test('goes outwards and does not turn back to what is nearest to where it has come', () => {
    // From 0 at 0°: 1 at 1° east, 2 at 1.5° west, 3 at 2.2° east, which is nearest to 1.
    const columns = columnsAt([0, 1, 2, 3], [0, 1, -1.5, 2.2].map((lon) => ({ lat: 0, lon })))
    expect(walk(columns, all(columns), 0)).toEqual([0, 1, 2, 3])
  })
  test('at one place goes by time, and reaches across the antimeridian', () => {
    const columns = columnsAt([0, 1, 0, 0, 2], [{ lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 }, { lat: 0, lon: 178 }])
    expect(walk(columns, all(columns), 2)).toEqual([2, 0, 3, 1, 4])
  })
  test('what has no place is not visited, and nothing is near it', () => {
    const columns = columnsAt([0, -1, 1], [{ lat: 0, lon: 0 }, { lat: 1, lon: 1 }])
    expect(walk(columns, all(columns), 0)).toEqual([0, 2])
    expect(distancesFrom(columns, 1)).toBeNull()
  })
  test('visits every placed incident once, and nearer leads back the same way', () => {
    const point = fc.record({ lat: fc.integer({ min: -90, max: 90 }), lon: fc.integer({ min: -180, max: 180 }) })
    fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), fc.nat(), (points, picks, pick) => {
      const columns = columnsAt(picks.map((n) => n % points.length), points)
      const start = pick % columns.count
      const way = walk(columns, all(columns), start)
      expect([...way].sort((a, b) => a - b)).toEqual([...all(columns)])
      const distances = distancesFrom(columns, start)!
      for (let i = 1; i < way.length; i++) expect(byDistance(columns, all(columns), distances, start, way[i]!).nearer).toBe(way[i - 1])
    }))
  })
})
