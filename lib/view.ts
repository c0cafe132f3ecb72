/**
 * The view as a value, and how it is written into a link. Reading one is lib/query's, which brings the schemas along:
 * a browser only ever writes links, so it need not load them.
 */
import type { PlacePrecision } from './columns/columns'
import type { IncidentType, Status } from './taxonomy'

/** West, south, east, north in degrees; west > east crosses the antimeridian. */
export type BBox = [west: number, south: number, east: number, north: number]
export type MapPosition = { zoom: number; lat: number; lon: number }

/** Which incidents: every field narrows, an absent one does not. */
export type Filters = {
  type?: IncidentType[]
  status?: Status[]
  /** How narrow the place is: a point, a region, wider, or none stated. */
  precision?: PlacePrecision[]
  /** ISO days, inclusive; an incident matches when its interval touches [from, to]. */
  from?: string
  to?: string
  bbox?: BBox
  /** Free text over quotes, titles, places and actors. */
  q?: string
}
/** Orders of the list; the first is what it has when a link does not say. */
export const sortings = ['newest', 'oldest', 'killed', 'reports', 'place'] as const
export type Sorting = (typeof sortings)[number]
export type View = Filters & {
  map?: MapPosition
  sort?: Sorting
  /** The open incident. */
  incident?: string
  /** All that is known of the open incident stands beside the map, not only its popup. */
  panel?: 'open'
  /** An open list of what shares one spot of the map, named by the id of one of them. */
  stack?: string
}
export type Notice = { name: string; value: string; reason: string }

/** A day that exists: "2025-02-30" does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Decimals that tell two pixels apart at a zoom: ceil((z·ln2 + ln(512/360/0.5)) / ln10), as OpenStreetMap and Mapbox do. */
export function decimalsAt(zoom: number): number {
  return Math.max(0, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.5)) / Math.LN10))
}

/** Rounds a map position to what its zoom can show, so links stay short and stable. */
export function roundPosition({ zoom, lat, lon }: MapPosition): MapPosition {
  const z = Math.round(zoom * 100) / 100
  const d = decimalsAt(z)
  const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180
  const east = Number(wrapped.toFixed(d))
  // 179.999 may round up to 180, which is the same meridian as -180.
  return { zoom: z, lat: Number(lat.toFixed(d)) + 0, lon: east === 180 ? -180 : east + 0 }
}

/** A view as a query string without "?", parameters in a fixed order, defaults left out; `parseView` reads it back equal. */
export function formatView(view: View): string {
  const parts: [string, string][] = []
  if (view.type?.length) parts.push(['type', view.type.join(',')])
  if (view.status?.length) parts.push(['status', view.status.join(',')])
  if (view.precision?.length) parts.push(['precision', view.precision.join(',')])
  if (view.from) parts.push(['from', view.from])
  if (view.to) parts.push(['to', view.to])
  if (view.bbox) parts.push(['bbox', view.bbox.join(',')])
  if (view.q) parts.push(['q', view.q])
  if (view.map) {
    const { zoom, lat, lon } = roundPosition(view.map)
    const d = decimalsAt(zoom)
    parts.push(['map', `${zoom}/${lat.toFixed(d)}/${lon.toFixed(d)}`])
  }
  if (view.sort && view.sort !== sortings[0]) parts.push(['sort', view.sort])
  if (view.stack) parts.push(['stack', view.stack])
  if (view.incident) parts.push(['incident', view.incident])
  if (view.panel) parts.push(['panel', view.panel])
  // Commas and slashes are legal in a query string and keep links readable.
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%20', '+')}`).join('&')
}
