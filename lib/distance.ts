import type { LonLat } from './types'

/** Mean radius of the earth in km (IUGG). */
export const earthKm = 6371.0088
const radians = Math.PI / 180

/** Great-circle distance in km between two points in degrees (haversine formula). */
export function distanceKm(a: LonLat, b: LonLat): number {
  const dLat = (b.lat - a.lat) * radians
  const dLon = (b.lon - a.lon) * radians
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}
