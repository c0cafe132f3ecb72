/**
 * Which markers stand on the map at a zoom: rows near each other are one spot with a count per type. Unlike an index of all
 * zooms (supercluster needs 250 ms for 50,000 points before it can show one) this clusters the one zoom that is looked at, from
 * whatever the filters leave, in a few milliseconds; so a brush over the time line moves the map along with it.
 * Always over the whole world, never over the view alone: panning must not regroup anything.
 */
import { incidentTypes } from '../taxonomy'
import { latOf, lonOf, type Columns } from './columns'

export type Spot = {
  /** The first of its rows: with the total it tells whether a marker is still the same one. */
  lead: number
  total: number
  lat: number
  lon: number
  /** Rows per type, indices as in `incidentTypes`. */
  counts: Uint32Array
  /** Indices of the places it stands for. */
  places: number[]
  /** Of all its places, in degrees; east may exceed 180 where they lie across the antimeridian. */
  bounds: { west: number; south: number; east: number; north: number }
}
export type Clustering = { zoom: number; spots: Spot[]; /** Place → index of its spot, -1 where no row is. */ spotOf: Int32Array }

/** Pixels: markers closer than `near` stand as one; centres that moved closer than `touching` on the way are joined as well. */
const near = 58
const touching = 46
const tilePixels = 256

/** @param rows rows that pass the filters; those without a place are passed over */
export function clusterAt(columns: Columns, rows: Uint32Array, zoom: number): Clustering {
  const { places, place, type, x, y } = columns
  const world = tilePixels * 2 ** zoom
  const weight = new Uint32Array(places.length)
  const lead = new Int32Array(places.length).fill(-1)
  for (let i = 0; i < rows.length; i++) {
    const at = place[rows[i]!]!
    if (at < 0) continue
    if (weight[at]!++ === 0) lead[at] = rows[i]!
  }
  const held: number[] = []
  for (let at = 0; at < places.length; at++) if (weight[at]) held.push(at)

  // Places → groups → groups of groups; each step knows its members by the number of their group.
  const first = group({ n: held.length, x: Float64Array.from(held, (at) => x[at]! * world), y: Float64Array.from(held, (at) => y[at]! * world), weight: Float64Array.from(held, (at) => weight[at]!) }, near, world)
  const second = group(first.groups, touching, world)

  const spots: Spot[] = Array.from({ length: second.groups.n }, () => ({ lead: -1, total: 0, lat: 0, lon: 0, counts: new Uint32Array(incidentTypes.length), places: [], bounds: { west: 0, south: 0, east: 0, north: 0 } }))
  const spotOf = new Int32Array(places.length).fill(-1)
  held.forEach((at, i) => {
    const index = second.of[first.of[i]!]!
    spotOf[at] = index
    const spot = spots[index]!
    spot.places.push(at)
    spot.total += weight[at]!
    if (spot.lead < 0 || lead[at]! < spot.lead) spot.lead = lead[at]!
  })
  for (let i = 0; i < rows.length; i++) {
    const at = place[rows[i]!]!
    if (at >= 0) spots[spotOf[at]!]!.counts[type[rows[i]!]!]!++
  }
  spots.forEach((spot, index) => {
    const only = spot.places.length === 1 ? places[spot.places[0]!] : undefined
    spot.lat = only?.lat ?? latOf(second.groups.y[index]! / world)
    spot.lon = only?.lon ?? lonOf(second.groups.x[index]! / world)
    spot.bounds = boundsOf(spot, columns)
  })
  return { zoom, spots, spotOf }
}

/** The rows of a spot, in the order of `rows`. */
export function rowsAt({ place }: Columns, rows: Uint32Array, spot: Spot): number[] {
  const here = new Set(spot.places)
  const found: number[] = []
  for (const row of rows) {
    if (here.has(place[row]!)) found.push(row)
    if (found.length === spot.total) break
  }
  return found
}

function boundsOf({ places: members, lon: middle }: Spot, { places }: Columns): Spot['bounds'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const at of members) {
    const { lat, lon } = places[at]!
    const unrolled = lon + Math.round((middle - lon) / 360) * 360
    west = Math.min(west, unrolled)
    east = Math.max(east, unrolled)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return { west, south, east, north }
}

type Points = { n: number; x: Float64Array; y: Float64Array; weight: Float64Array }

/**
 * Greedy, the heaviest first: each point that is in no group yet makes one and takes in what is within `radius` of it.
 * The grid's columns divide the world evenly, so that the search goes on across the antimeridian.
 */
function group({ n, x, y, weight }: Points, radius: number, world: number): { of: Int32Array; groups: Points } {
  const across = Math.max(1, Math.floor(world / radius))
  const side = world / across
  const cellX = (value: number) => Math.min(across - 1, Math.max(0, Math.floor(value / side)))
  const heads = new Map<number, number>()
  const next = new Int32Array(n).fill(-1)
  for (let i = n - 1; i >= 0; i--) {
    const cell = cellX(y[i]!) * across + cellX(x[i]!)
    next[i] = heads.get(cell) ?? -1
    heads.set(cell, i)
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => weight[b]! - weight[a]! || x[a]! - x[b]! || y[a]! - y[b]!)
  const of = new Int32Array(n).fill(-1)
  const groups: Points = { n: 0, x: new Float64Array(n), y: new Float64Array(n), weight: new Float64Array(n) }
  const reach = Math.min(1, across - 1)
  for (const seed of order) {
    if (of[seed]! >= 0) continue
    const number = groups.n++
    let [sumX, sumY, sum] = [0, 0, 0]
    const column = cellX(x[seed]!)
    const row = cellX(y[seed]!)
    for (let dy = -1; dy <= 1; dy++) {
      if (row + dy < 0 || row + dy >= across) continue
      for (let dx = -reach; dx <= (across === 2 ? 0 : reach); dx++) {
        for (let i = heads.get((row + dy) * across + ((column + dx + across) % across)) ?? -1; i >= 0; i = next[i]!) {
          if (of[i]! >= 0) continue
          let east = x[i]! - x[seed]!
          east -= Math.round(east / world) * world
          const south = y[i]! - y[seed]!
          if (east * east + south * south > radius * radius) continue
          of[i] = number
          sumX += (x[seed]! + east) * weight[i]!
          sumY += y[i]! * weight[i]!
          sum += weight[i]!
        }
      }
    }
    groups.x[number] = ((sumX / sum) % world + world) % world
    groups.y[number] = sumY / sum
    groups.weight[number] = sum
  }
  return { of, groups }
}
