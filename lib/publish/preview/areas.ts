/** Places wider than a town on a picture, as components/map/areas.tsx and app/styles/map.css draw them. */
import { colours, type Theme } from '../../colours'
import { isArea, mercatorX, mercatorY, placeAt, typeAt, type ColumnPlace, type Columns } from '../../columns/columns'
import type { IncidentType } from '../../taxonomy'
import { circleRing, type MapFrame, type Projection } from './frame'

export type Ring = [lon: number, lat: number][]
type Area = { place: ColumnPlace; types: Set<IncidentType>; open: boolean }

/** Below this many pixels across the marker says it all. */
const leastPixels = 34 * 1.3
/** Countries and seas take a lighter tint than provinces, which may lie inside them. */
const broadKm = 250

export function areasOf(columns: Columns, rows: Uint32Array, open: number | undefined): Area[] {
  const byKey = new Map<string, Area>()
  const add = (row: number, isOpen: boolean) => {
    const place = placeAt(columns, row)
    if (!place || !isArea(place)) return
    const key = place.area ?? `${place.lat},${place.lon},${place.radiusKm}`
    const area = byKey.get(key)
    if (!area) byKey.set(key, { place, types: new Set([typeAt(columns, row)]), open: isOpen })
    else {
      area.types.add(typeAt(columns, row))
      area.open ||= isOpen
    }
  }
  for (const row of rows) add(row, row === open)
  if (open !== undefined) add(open, true)
  return [...byKey.values()]
}

export function drawAreas(context: CanvasRenderingContext2D, areas: Area[], { theme, outline }: { theme: Theme; outline(key: string): Ring[] | undefined }, view: Projection, { width, height }: MapFrame) {
  const inks = colours[theme]
  context.lineJoin = 'round'
  for (const { place, types, open } of areas) {
    const across = view.across(place.lat, place.radiusKm)
    if (across <= leastPixels) continue
    const shape = shapeOf(place, outline)
    const [only] = types
    const isWide = across > Math.max(width, height)
    context.fillStyle = context.strokeStyle = types.size === 1 ? inks.type[only!] : inks.inkSoft
    const [fill, stroke, line] = open ? [0.16, 1, 2.2] : place.radiusKm > broadKm ? [0.03, 0.5, 0.9] : [0.07, 0.62, 1.1]
    context.lineWidth = line
    for (const world of [-1, 0, 1]) {
      if (!trace(context, shape, world, view, width, height)) continue
      context.globalAlpha = isWide ? 0 : fill
      context.fill('evenodd')
      context.globalAlpha = stroke
      context.stroke()
    }
    context.globalAlpha = 1
  }
}

/** Rings in Web Mercator, the world as the unit square: x and y in turn; and the box around them. */
type Shape = { rings: Float64Array[]; west: number; east: number; north: number; south: number }

/** The gazetteer's outlines by their keys, projected once; there are some thousands of them at most. */
const projected = new Map<string, Shape>()

function shapeOf({ area, lat, lon, radiusKm }: ColumnPlace, outline: (key: string) => Ring[] | undefined): Shape {
  const held = area && projected.get(area)
  if (held) return held
  const drawn = area ? outline(area) : undefined
  const rings = (drawn ?? [circleRing(lat, lon, radiusKm)]).map((ring) => Float64Array.from(ring.flatMap(([east, north]) => [mercatorX(east), mercatorY(north)])))
  const shape: Shape = { rings, west: Infinity, east: -Infinity, north: Infinity, south: -Infinity }
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      shape.west = Math.min(shape.west, ring[i]!)
      shape.east = Math.max(shape.east, ring[i]!)
      shape.north = Math.min(shape.north, ring[i + 1]!)
      shape.south = Math.max(shape.south, ring[i + 1]!)
    }
  }
  if (area && drawn) projected.set(area, shape)
  return shape
}

/** Corners nearer than this to the one before, in pixels, are passed over. */
const detail = 0.6

/** @returns whether any of it lies in the frame */
function trace(context: CanvasRenderingContext2D, { rings, west, east, north, south }: Shape, turn: number, { zoom, left, top }: Projection, width: number, height: number): boolean {
  const world = 256 * 2 ** zoom
  const away = turn * world - left
  if (east * world + away < 0 || west * world + away > width || south * world - top < 0 || north * world - top > height) return false
  context.beginPath()
  for (const ring of rings) {
    let [lastX, lastY] = [NaN, NaN]
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i]! * world + away
      const y = ring[i + 1]! * world - top
      if (i === 0) context.moveTo(x, y)
      else if (Math.abs(x - lastX) < detail && Math.abs(y - lastY) < detail) continue
      else context.lineTo(x, y)
      ;[lastX, lastY] = [x, y]
    }
    context.closePath()
  }
  return true
}
