/**
 * Outlines of the hand-kept seas: what Natural Earth's land leaves of the limits in
 * data/sea-limits.tsv. The land has the Caspian and the larger lakes as holes, so that its
 * complement is all the water there is.
 */
import { createRequire } from 'node:module'
import type { Entry } from './entries'
import { areaAndCentre, boxOf, contains, discRadiusKm, ringAreaKm2, type Box, type Point, type Ring } from './geometry'
import type { Packages } from './packages'
import { readLines } from './shapefile'

type Polygon = Ring[]
type Clipper = { difference(of: Polygon, ...without: Polygon[]): Polygon[] }
type Land = { polygon: Polygon; box: Box }

const folder = 'usr/share/magics/'
/** Above this many square degrees the coast of the coarser theme is fine enough. */
const broad = 150

const boxRing = ([west, south, east, north]: Box): Ring => [[west, south], [east, south], [east, north], [west, north], [west, south]]

function limitsOf(text: string): Ring | undefined {
  const numbers = text.split(/[ ,]+/).map(Number)
  if (numbers.some((number) => !Number.isFinite(number)) || numbers.length % 2) return undefined
  if (numbers.length === 4) return boxRing(numbers as Box)
  const ring = Array.from({ length: numbers.length / 2 }, (_, i): Point => [numbers[2 * i]!, numbers[2 * i + 1]!])
  return ring.length > 2 ? [...ring, ring[0]!] : undefined
}

/** Sutherland–Hodgman against one side: what of the ring has `axis` at least (sign 1) or at most (−1) `limit`. */
function cut(ring: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Ring {
  const kept: Ring = []
  const isIn = (point: Point) => (point[axis] - limit) * sign >= 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const from = ring[i]!
    const to = ring[i + 1]!
    if (isIn(from)) kept.push(from)
    if (isIn(from) === isIn(to)) continue
    const share = (limit - from[axis]) / (to[axis] - from[axis])
    const other = from[1 - axis]! + share * (to[1 - axis]! - from[1 - axis]!)
    kept.push(axis === 0 ? [limit, other] : [other, limit])
  }
  return kept.length > 2 ? [...kept, kept[0]!] : []
}

const cropped = (ring: Ring, [west, south, east, north]: Box): Ring =>
  cut(cut(cut(cut(ring, 0, west, 1), 0, east, -1), 1, south, 1), 1, north, -1)

/** Limits that cross ±180° in their two halves. */
function halves(limits: Ring): Ring[] {
  const [west, , east] = limits.reduce(([w, , e], [lon]) => [Math.min(w, lon), 0, Math.max(e, lon)] as const, [Infinity, 0, -Infinity] as const)
  if (east <= 180) return [limits]
  const beyond = cut(limits, 0, 180, 1).map(([lon, lat]): Point => [lon - 360, lat])
  return west < 180 ? [cut(limits, 0, 180, -1), beyond] : [beyond]
}

function readLand(packages: Packages, theme: '10m' | '50m'): Land[] {
  return readLines(packages.file('libmagics++-data', `${folder}${theme}/ne_${theme}_land`)).map(({ parts }) => ({ polygon: parts, box: boxOf(parts) }))
}

const meets = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** The pieces of water within one half. */
function waterIn(limits: Ring, land: Land[], clipper: Clipper): Polygon[] {
  const [west, south, east, north] = boxOf([limits])
  // A margin, so that no edge of the cropped land lies on one of the limits.
  const around: Box = [west - 1, south - 1, east + 1, north + 1]
  const near = land.filter(({ box }) => meets(box, around)).map(({ polygon }) => polygon.map((ring) => cropped(ring, around)).filter((ring) => ring.length > 3)).filter((polygon) => polygon.length)
  return clipper.difference([limits], ...near)
}

const touchesAntimeridian = ([outer]: Polygon) => outer!.some(([lon]) => Math.abs(lon) === 180)
const sizeOf = ([outer]: Polygon) => Math.abs(ringAreaKm2(outer!))

/** The piece with the sea's own point (the largest, if that is on land), and what continues it beyond ±180°. */
function connected(pieces: Polygon[][], { lat, lon }: Entry['at']): Polygon[] {
  const all = pieces.flat()
  const own = all.find((piece) => contains(piece, lon, lat)) ?? all.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a))
  if (pieces.length === 1 || !touchesAntimeridian(own)) return [own]
  return [own, ...pieces.filter((half) => !half.includes(own)).flat().filter(touchesAntimeridian)]
}

const wound = (polygon: Polygon): Ring[] => polygon.map((ring, i) => (ringAreaKm2(ring) > 0 === (i === 0) ? ring : [...ring].reverse()))

/**
 * Gives the hand-kept seas their outlines. Their points stay, as the middle of a crescent may lie
 * ashore; their radii grow where the disc of the area is larger, but a strait stays as wide as it
 * is long. Without land or clipper they keep point and radius.
 * @throws Error naming the row of data/sea-limits.tsv that is not understood.
 */
export function outlineSeas(table: string, seas: Entry[], known: Entry[], packages: Packages): void {
  if (!packages.has('libmagics++-data') || !packages.has('polygon-clipping')) return
  const clipper = createRequire(import.meta.url)(packages.file('polygon-clipping', 'dist/polygon-clipping.umd.js')) as Clipper
  const land = { fine: readLand(packages, '10m'), coarse: readLand(packages, '50m') }
  const lakes = known.filter(({ id }) => id.startsWith('ne:lake-'))
  const byId = new Map(seas.filter(({ level }) => level === 'sea').map((sea) => [sea.id, sea]))
  const outline = (sea: Entry, rings: Ring[]) => {
    sea.rings = rings
    sea.radiusKm = Math.max(sea.radiusKm, discRadiusKm(areaAndCentre(rings).areaKm2))
  }
  table.split('\n').forEach((line, i) => {
    if (!line.trim() || line.startsWith('#')) return
    const fail = (why: string): never => { throw new Error(`data/sea-limits.tsv line ${i + 1}: ${why}: ${line}`) }
    const [id = '', text = ''] = line.split('\t')
    const sea = byId.get(id) ?? fail('data/places-by-hand.tsv has no such sea')
    if (text.startsWith('ne:')) {
      outline(sea, text.split(',').flatMap((lake) => lakes.find((other) => other.id === lake)?.rings ?? fail(`Natural Earth has no ${lake}`)))
      return
    }
    const limits = limitsOf(text) ?? fail('limits are four numbers or a ring of "lon lat"')
    const [west, south, east, north] = limits.reduce<Box>(([w, s, e, n], [lon, lat]) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)], [Infinity, Infinity, -Infinity, -Infinity])
    const theme = (east - west) * (north - south) > broad ? land.coarse : land.fine
    const pieces = halves(limits).map((half) => waterIn(half, theme, clipper))
    if (!pieces.flat().length) fail('there is no water within')
    outline(sea, connected(pieces, sea.at).flatMap(wound))
  })
  for (const sea of byId.values()) {
    if (sea.rings) continue
    // Two basins of one lake (the Dead Sea's) go by one id.
    const lake = lakes.find(({ rings }) => rings && contains(rings, sea.at.lon, sea.at.lat))
    if (lake) outline(sea, lake.rings!)
  }
}
