/** Plane and sphere arithmetic over rings of [lon, lat] degrees, as the sources write them. */
import { earthKm } from '../../lib/distance'

export type Point = readonly [lon: number, lat: number]
export type Ring = Point[]
export type Shape = { rings: Ring[] }
export type Box = [west: number, south: number, east: number, north: number]

const radians = Math.PI / 180

/**
 * Signed area in km² of a ring on the sphere; counter-clockwise is positive.
 * Chamberlain & Duquette, "Some Algorithms for Polygons on a Sphere" (JPL 2007), eq. 4.
 */
export function ringAreaKm2(ring: Ring): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [lon0, lat0] = ring[i]!
    const [lon1, lat1] = ring[(i + 1) % ring.length]!
    sum += (lon1 - lon0) * radians * (2 + Math.sin(lat0 * radians) + Math.sin(lat1 * radians))
  }
  return (-sum * earthKm * earthKm) / 2
}

/** Area and centre of mass of rings, holes wound the other way; the centre is taken on the sphere, so the antimeridian does no harm. */
export function areaAndCentre(rings: Ring[]): { areaKm2: number; lat: number; lon: number } {
  let area = 0
  let x = 0, y = 0, z = 0
  for (const ring of rings) {
    // A fan of thin triangles from the ring's first point, each weighted by its flat area.
    const [lon0, lat0] = ring[0]!
    area += ringAreaKm2(ring)
    for (let i = 1; i + 1 < ring.length; i++) {
      const [lon1, lat1] = ring[i]!
      const [lon2, lat2] = ring[i + 1]!
      const lat = (lat0 + lat1 + lat2) / 3
      const lon = (lon0 + lon1 + lon2) / 3
      const weight = ((lon1 - lon0) * (lat2 - lat0) - (lon2 - lon0) * (lat1 - lat0)) * Math.cos(lat * radians)
      x += weight * Math.cos(lat * radians) * Math.cos(lon * radians)
      y += weight * Math.cos(lat * radians) * Math.sin(lon * radians)
      z += weight * Math.sin(lat * radians)
    }
  }
  return { areaKm2: area, lat: Math.atan2(z, Math.hypot(x, y)) / radians, lon: Math.atan2(y, x) / radians }
}

/** Radius of the disc of the same area. */
export const discRadiusKm = (areaKm2: number) => Math.sqrt(Math.max(0, areaKm2) / Math.PI)

export function boxOf(rings: Ring[]): Box {
  const box: Box = [180, 90, -180, -90]
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      if (lon < box[0]) box[0] = lon
      if (lat < box[1]) box[1] = lat
      if (lon > box[2]) box[2] = lon
      if (lat > box[3]) box[3] = lat
    }
  }
  return box
}

/** Even–odd rule over all rings, so holes are outside. */
export function contains(rings: Ring[], lon: number, lat: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!
      const [xj, yj] = ring[j]!
      if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside
    }
  }
  return inside
}

/**
 * The union of shapes that share their borders vertex for vertex: an edge that two of them walk in
 * opposite directions lies inside, what is left are the outer edges, joined again into rings.
 */
export function dissolve(shapes: Ring[][]): Ring[] {
  const key = (p: Point) => `${p[0]},${p[1]}`
  const edges = new Map<string, { from: Point; to: Point }>()
  for (const ring of shapes.flat()) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const from = ring[i]!
      const to = ring[i + 1]!
      const there = `${key(from)} ${key(to)}`
      const back = `${key(to)} ${key(from)}`
      if (edges.has(back)) edges.delete(back)
      else edges.set(there, { from, to })
    }
  }
  const starts = new Map<string, { from: Point; to: Point }[]>()
  for (const edge of edges.values()) {
    const at = key(edge.from)
    const list = starts.get(at)
    if (list) list.push(edge)
    else starts.set(at, [edge])
  }
  const rings: Ring[] = []
  for (const list of starts.values()) {
    while (list.length) {
      const first = list.pop()!
      const ring: Ring = [first.from]
      let edge: { from: Point; to: Point } | undefined = first
      while (edge) {
        ring.push(edge.to)
        edge = key(edge.to) === key(first.from) ? undefined : starts.get(key(edge.to))?.pop()
      }
      if (ring.length > 3) rings.push(ring)
    }
  }
  return rings
}

/**
 * Visvalingam–Whyatt: drops the vertices whose triangle with their neighbours is smallest until
 * every one left spans at least `tolerance` square degrees (longitude shrunk by the latitude's cosine).
 */
export function simplify(ring: Ring, tolerance: number): Ring {
  const points = ring.slice(0, -1)
  const cos = Math.max(0.1, Math.cos(points[0]![1] * radians))
  const triangle = (a: Point, b: Point, c: Point) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) * cos / 2
  const n = points.length
  const before = Int32Array.from({ length: n }, (_, i) => (i + n - 1) % n)
  const after = Int32Array.from({ length: n }, (_, i) => (i + 1) % n)
  const area = (i: number) => triangle(points[before[i]!]!, points[i]!, points[after[i]!]!)
  const areas = Float64Array.from({ length: n }, (_, i) => area(i))
  // Buckets would be faster; a heap of stale entries is short and fast enough for one build.
  const heap: [number, number][] = []
  const push = (entry: [number, number]) => {
    let i = heap.push(entry) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (heap[parent]![0] <= entry[0]) break
      heap[i] = heap[parent]!
      i = parent
    }
    heap[i] = entry
  }
  const pop = (): [number, number] => {
    const top = heap[0]!
    const end = heap.pop()!
    if (heap.length) {
      let i = 0
      for (;;) {
        let child = 2 * i + 1
        if (child >= heap.length) break
        if (child + 1 < heap.length && heap[child + 1]![0] < heap[child]![0]) child++
        if (heap[child]![0] >= end[0]) break
        heap[i] = heap[child]!
        i = child
      }
      heap[i] = end
    }
    return top
  }
  for (let i = 0; i < n; i++) push([areas[i]!, i])
  const gone = new Uint8Array(n)
  let left = n
  while (left > 4 && heap.length) {
    const [size, i] = pop()
    if (gone[i] || size !== areas[i]) continue
    if (size >= tolerance) break
    gone[i] = 1
    left--
    after[before[i]!] = after[i]!
    before[after[i]!] = before[i]!
    for (const k of [before[i]!, after[i]!]) {
      // Never smaller than what was just removed, or a whole spike would go at once.
      areas[k] = Math.max(size, area(k))
      push([areas[k]!, k])
    }
  }
  const kept = points.filter((_, i) => !gone[i])
  return [...kept, kept[0]!]
}
