/** Whether two places are the same, one inside the other, or near. */
import { distanceKm } from '../distance'
import type { Place } from '../types'

const wide = new Set(['country', 'area', 'sea', 'region'])
export const isWide = ({ level }: Place): boolean => wide.has(level)
export const isCountryOrWider = ({ level }: Place): boolean => level === 'country' || level === 'area'

/** "Sarn" lies in "Vela province", "Vela" in "Morania". */
export function contains(outer: Place, inner: Place): boolean {
  if (outer.id === inner.id) return true
  if (inner.radiusKm > outer.radiusKm * 1.2) return false
  // a region and the town it is named for: its middle may be far away
  if (outer.level === 'region' && inner.level === 'town' && outer.name === inner.name && outer.country === inner.country) return true
  if (outer.level === 'country') return outer.country !== undefined && outer.country === inner.country
  if (!isWide(outer) && outer.level !== 'town' && outer.level !== 'district') return false
  return distanceKm(outer.at, inner.at) <= outer.radiusKm * (isWide(outer) ? 1.1 : 1) + 3
}

/** May two mentions mean one spot? Equal, nested, or both towns within ten kilometres. */
export function compatible(a: Place, b: Place): boolean {
  return contains(a, b) || contains(b, a) || distanceKm(a.at, b.at) <= 10
}
