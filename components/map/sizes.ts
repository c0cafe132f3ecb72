import type L from 'leaflet'
import type { ColumnPlace } from '../../lib/columns/columns'

const markerPixels = 34

/** Diameter on screen of the circle that covers a place. */
export function areaPixels(map: L.Map, { lat, radiusKm }: ColumnPlace): number {
  const metres = (40_075_016 * Math.cos((lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8)
  return (radiusKm * 2000) / metres
}

export const largerThanMarker = (map: L.Map, place: ColumnPlace): boolean => areaPixels(map, place) > markerPixels * 1.3

/** The copy of the world that is nearest to the middle of the view. */
export const nearestCopy = (map: L.Map, lon: number): number => lon + Math.round((map.getCenter().lng - lon) / 360) * 360
