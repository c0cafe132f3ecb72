/** Which incidents lie before and after one: in time, and by distance outwards from where one started. */
import { distanceKm } from '../distance'
import type { Columns } from './columns'

export type Neighbours = { earlier: number | null; later: number | null }

/**
 * The rows next to `row` in time among `rows`, which need not hold it: an open incident may be filtered out.
 * @param rows ascending, as `select` gives them: the newest first
 */
export function inTime(rows: Uint32Array, row: number): Neighbours {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]! < row) low = middle + 1
    else high = middle
  }
  return { later: rows[low - 1] ?? null, earlier: rows[rows[low] === row ? low + 1 : low] ?? null }
}

/** Kilometres from the place of `start` to each place of the columns; null where `start` has none. */
export function distancesFrom({ place, places }: Columns, start: number): Float64Array | null {
  const from = places[place[start]!]
  return from ? Float64Array.from(places, (to) => distanceKm(from, to)) : null
}

/**
 * The rows before and after `row` in the order of distance from `start`, which comes first; what is equally far is in the order of time.
 * The order depends on `start` alone, so going on and on visits every incident once and never to and fro between two.
 * @param distances as `distancesFrom(columns, start)` gives them
 */
export function byDistance({ place }: Columns, rows: Uint32Array, distances: Float64Array, start: number, row: number): { nearer: number | null; farther: number | null } {
  const km = (of: number) => (of === start ? -1 : place[of]! < 0 ? Infinity : distances[place[of]!]!)
  const here = km(row)
  let [nearer, nearerKm, farther, fartherKm]: [number | null, number, number | null, number] = [null, -Infinity, null, Infinity]
  const look = (other: number) => {
    if (other === row) return
    const away = km(other)
    if (away === Infinity) return
    if (away < here || (away === here && other < row)) {
      if (nearer === null || away > nearerKm || (away === nearerKm && other > nearer)) [nearer, nearerKm] = [other, away]
    } else if (farther === null || away < fartherKm || (away === fartherKm && other < farther)) [farther, fartherKm] = [other, away]
  }
  for (const other of rows) look(other)
  // One started from an incident the filters leave out: the way back still leads there.
  look(start)
  return { nearer, farther }
}
