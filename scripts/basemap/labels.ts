/** The words on the map: each a point with its name `n`, kind `k`, first zoom `z`, last zoom `x` and weight `w` (heavier wins a collision). */
import { openGazetteer } from '../../lib/gazetteer'
import type { Feature, Geometry, Inputs } from './inputs'

type Ring = [number, number][]

function label(lon: number, lat: number, properties: Feature['properties']): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } }
}

function ringArea(ring: Ring): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += (ring[j]![0] - ring[i]![0]) * (ring[j]![1] + ring[i]![1])
  return Math.abs(sum) / 2
}

function inside(ring: Ring, x: number, y: number): boolean {
  let hit = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!
    const [xj, yj] = ring[j]!
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) hit = !hit
  }
  return hit
}

/** The middle of the ring's widest stretch on the parallels through its inner half: where a horizontal name has most room. */
function roomiestPoint(ring: Ring): [number, number] {
  const lats = ring.map((p) => p[1])
  const south = Math.min(...lats)
  const north = Math.max(...lats)
  const middle = (south + north) / 2
  let best: [number, number] = ring[0]!
  let bestScore = -1
  for (let step = 1; step < 24; step++) {
    const y = south + ((north - south) * step) / 24
    const cuts: number[] = []
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!
      const [xj, yj] = ring[j]!
      if (yi > y !== yj > y) cuts.push(((xj - xi) * (y - yi)) / (yj - yi) + xi)
    }
    cuts.sort((a, b) => a - b)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const width = cuts[i + 1]! - cuts[i]!
      const centred = 1 - Math.abs(y - middle) / (north - south || 1)
      const score = width * centred
      const x = (cuts[i]! + cuts[i + 1]!) / 2
      if (score > bestScore && inside(ring, x, y)) {
        bestScore = score
        best = [x, y]
      }
    }
  }
  return best
}

function outerRings(geometry: Geometry): Ring[] {
  if (geometry.type === 'Polygon') return [(geometry.coordinates as Ring[])[0]!]
  return (geometry.coordinates as Ring[][]).map((polygon) => polygon[0]!)
}

/** Names stand in full where Natural Earth abbreviates ("Central African Rep."); the first zoom follows the area as drawn. */
export function countryLabels(inputs: Inputs): Feature[] {
  const overrides = new Map(inputs.table('country-names.tsv').map((row) => [row[0]!, row]))
  return inputs.countries.flatMap((country) => {
    const given = String(country.properties.name)
    const override = overrides.get(given)
    if (override?.[1] === '-') return []
    const ring = outerRings(country.geometry).reduce((a, b) => (ringArea(b) > ringArea(a) ? b : a))
    // Rings that cross ±180° (Russia, Fiji) are put on one side before measuring.
    const crosses = ring.some((p, i) => i > 0 && Math.abs(p[0] - ring[i - 1]![0]) > 180)
    const flat: Ring = crosses ? ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : ring
    const area = ringArea(flat)
    const [lon, lat] = override?.[2] ? [Number(override[2]), Number(override[3])] : roomiestPoint(flat)
    const z = area > 250 ? 1 : area > 90 ? 2 : area > 25 ? 3 : area > 4 ? 4 : area > 0.5 ? 5 : 6
    return [label(lon > 180 ? lon - 360 : lon, lat, { n: override?.[1] || given, k: 'country', z, x: area > 90 ? 6 : area > 4 ? 7 : 9, w: 100_000 + Math.round(area * 10) })]
  })
}

/** Oceans, seas and straits kept by hand in seas.tsv, since no package with a free licence has them as points. */
export function seaLabels(inputs: Inputs): Feature[] {
  return inputs.table('seas.tsv').map(([name, lat, lon, first, last]) =>
    label(Number(lon), Number(lat), { n: name!, k: 'sea', z: Number(first), x: Number(last), w: 90_000 - Number(first) * 5000 }))
}

/** A town's first zoom by Natural Earth's rank where it has one, else by population. */
function firstZoom(rank: number | undefined, capital: boolean, population: number): number {
  const byRank = rank === undefined ? 99 : [3, 4, 4, 4, 5, 5, 6, 6, 7, 8, 8][rank] ?? 8
  const byPopulation = population > 8e6 ? 3 : population > 3e6 ? 4 : population > 7e5 ? 5 : population > 2.5e5 ? 6 : population > 8e4 ? 7 : population > 3e4 ? 8 : population > 1.5e4 ? 9 : 10
  return Math.max(3, Math.min(byRank, byPopulation, capital ? 4 : 10))
}

/** Towns of fewer people are on no zoom, save those Natural Earth has. */
const leastPopulation = 10_000

/** Natural Earth says which places matter at which zoom; GeoNames gives the smaller towns, and the gazetteer the names by which incidents go too ("Kryvyi Rih"). */
export async function placeLabels(inputs: Inputs): Promise<Feature[]> {
  const cities = inputs.cities()
  const gazetteer = openGazetteer()
  const known = new Map(cities.map((city) => [city.id, city]))
  const ranks = new Map<string, number>()
  const unnamed: Feature[] = []
  for (const { properties: p } of await inputs.shapes('10m/ne_10m_populated_places_simple')) {
    const id = String(p.geonameid)
    const rank = Number(p.scalerank)
    const city = known.get(id)
    // Some of Natural Earth's GeoNames numbers are wrong (Lagos points at a village in Greece).
    if (city && Math.abs(city.lat - Number(p.latitude)) < 1 && Math.abs(city.lon - Number(p.longitude)) < 1) ranks.set(id, Math.min(rank, ranks.get(id) ?? 99))
    else if (rank <= 6 && p.featurecla === 'Populated place' && Number(p.pop_max) > 1000 && !cities.some((c) => Math.abs(c.lat - Number(p.latitude)) < 0.2 && Math.abs(c.lon - Number(p.longitude)) < 0.2 && c.population > 10_000)) {
      unnamed.push(label(Number(p.longitude), Number(p.latitude), { n: p.name!, k: 'town', z: 7, x: 99, w: 1 }))
    }
  }
  const towns = cities
    .filter((city) => (ranks.has(city.id) || city.population >= leastPopulation || city.code === 'PPLC') && !['PPLX', 'PPLH', 'PPLQ', 'PPLW'].includes(city.code) && !/ Branch$/.test(city.name))
    .map((city) => {
      const capital = city.code === 'PPLC'
      return label(city.lon, city.lat, { n: gazetteer.place(`gn:${city.id}`)?.name ?? city.name, k: capital ? 'capital' : 'town', z: firstZoom(ranks.get(city.id), capital, city.population), x: 99, w: Math.round(Math.sqrt(city.population)) + (capital ? 2000 : 0) })
    })
  return [...towns, ...unnamed]
}
