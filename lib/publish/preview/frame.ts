/** Which part of the world a picture shows. */
import { latOf, lonOf, mercatorX, mercatorY, placeAt, type Columns } from '../../columns/columns'
import { firstView } from '../../first-view'
import type { MapPosition } from '../../view'

/** `width` × `height` pixels of a map, as the page counts them, around a position. */
export type MapFrame = { position: MapPosition; width: number; height: number }

/** The map of a page in a window of 1440 × 900, beside the panel and above the time line. */
const pageMap = { width: 1024, height: 732 }

/** All that a page of the usual size shows at this position, in a frame of another size: the same middle, from farther or nearer. */
export function asOnPage(position: MapPosition, { width, height }: { width: number; height: number }): MapPosition {
  return { ...position, zoom: Math.max(0, position.zoom + Math.log2(Math.min(width / pageMap.width, height / pageMap.height))) }
}

/**
 * Where a map opens that no link puts anywhere: around the open incident, else around all that is shown.
 * @param exact as the page does it, in whole zooms; else a picture, which may be as near as its incidents allow
 */
export function opening(columns: Columns, rows: Iterable<number>, open: number | undefined, { width, height }: { width: number; height: number }, exact: boolean): MapPosition {
  const here = open === undefined ? undefined : placeAt(columns, open)
  const places = here ? [here] : [...new Set(Array.from(rows, (row) => columns.place[row]!))].filter((at) => at >= 0).map((at) => columns.places[at]!)
  const small = width <= 760
  if (exact) return firstView(places, { width, height, ...(small ? { side: 36, top: 36, bottom: 48 } : { side: 80, top: 72, bottom: 56 }) })
  return firstView(places, { width, height, side: 40, top: 40, bottom: 40, leastZoom: 1, step: 0.25 })
}

export type Projection = {
  zoom: number
  /** Pixels of the world from its north-western corner that lie at the frame's upper left. */
  left: number
  top: number
  /** Degrees → pixels of the frame; a longitude beyond ±180° lies in another copy of the world. */
  at(lat: number, lon: number): { x: number; y: number }
  /** The copy of the world nearest to the middle of the frame. */
  nearest(lat: number, lon: number): { x: number; y: number }
  /** Pixels across a circle at a latitude. */
  across(lat: number, radiusKm: number): number
}

export function projection({ position: { zoom, lat: middleLat, lon: middleLon }, width, height }: MapFrame): Projection {
  const world = 256 * 2 ** zoom
  // Whole pixels, as in the page: tiles and names stay sharp.
  const left = Math.round(mercatorX(middleLon) * world - width / 2)
  const top = Math.round(mercatorY(middleLat) * world - height / 2)
  const at = (lat: number, lon: number) => ({ x: mercatorX(lon) * world - left, y: mercatorY(lat) * world - top })
  return {
    zoom, left, top, at,
    nearest: (lat, lon) => at(lat, lon + Math.round((middleLon - lon) / 360) * 360),
    across: (lat, radiusKm) => (radiusKm * 2000 * 2 ** (zoom + 8)) / (40_075_016 * Math.max(0.01, Math.cos((lat * Math.PI) / 180))),
  }
}

/** A circle of a radius on the globe, as points in degrees. */
export function circleRing(lat: number, lon: number, radiusKm: number): [lon: number, lat: number][] {
  // Leaflet draws a circle of the radius at its middle's latitude; so is it here, that both look the same.
  const reach = radiusKm / 40_075.016 / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  const [x, y] = [mercatorX(lon), mercatorY(lat)]
  return Array.from({ length: 73 }, (_, i) => {
    const turn = (i * Math.PI) / 36
    const east = x + reach * Math.cos(turn)
    return [lonOf(east) + Math.round((east * 360 - 180 - lonOf(east)) / 360) * 360, latOf(y + reach * Math.sin(turn))]
  })
}
