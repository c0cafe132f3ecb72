/** Places wider than a town on a picture, as components/map/areas.tsx and app/styles/map.css draw them. */
import { colours, type Theme } from '../../colours'
import { isArea, placeAt, typeAt, type ColumnPlace, type Columns } from '../../columns/columns'
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
    const rings = (place.area && outline(place.area)) || [circleRing(place.lat, place.lon, place.radiusKm)]
    const [only] = types
    const isWide = across > Math.max(width, height)
    context.fillStyle = context.strokeStyle = types.size === 1 ? inks.type[only!] : inks.inkSoft
    const [fill, stroke, line] = open ? [0.16, 1, 2.2] : place.radiusKm > broadKm ? [0.03, 0.5, 0.9] : [0.07, 0.62, 1.1]
    context.lineWidth = line
    for (const world of [-1, 0, 1]) {
      if (!trace(context, rings, world * 360, view, width, height)) continue
      context.globalAlpha = isWide ? 0 : fill
      context.fill('evenodd')
      context.globalAlpha = stroke
      context.stroke()
    }
    context.globalAlpha = 1
  }
}

/** @returns whether any of it lies in the frame */
function trace(context: CanvasRenderingContext2D, rings: Ring[], turn: number, view: Projection, width: number, height: number): boolean {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  context.beginPath()
  for (const ring of rings) {
    ring.forEach(([lon, lat], i) => {
      const { x, y } = view.at(lat, lon + turn)
      if (i === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
      west = Math.min(west, x)
      east = Math.max(east, x)
      north = Math.min(north, y)
      south = Math.max(south, y)
    })
    context.closePath()
  }
  return east >= 0 && west <= width && south >= 0 && north <= height
}
