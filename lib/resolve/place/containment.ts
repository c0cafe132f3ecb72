import { distanceKm } from '../../distance'
import type { Place } from '../../types'

/** Whether one place lies in another, as far as codes and radii tell: Odessa in Texas, Texas in the United States. */
export function isWithin(inner: Place, outer: Place): boolean {
  if (inner.id === outer.id) return false
  if (outer.level === 'country') return inner.level !== 'country' && inner.country === outer.country
  if (outer.level === 'region') return inner.country === outer.country && inner.admin1 !== undefined && inner.admin1 === outer.admin1 && inner.level !== 'region'
  return inner.radiusKm < outer.radiusKm && (!inner.country || !outer.country || inner.country === outer.country) &&
    distanceKm(inner.at, outer.at) < outer.radiusKm + inner.radiusKm + 2
}

/** Two readings that put the point in about the same spot, such as a town and the district named after it. */
export function isSameSpot(a: Place, b: Place): boolean {
  return a.id === b.id || isWithin(a, b) || isWithin(b, a) || distanceKm(a.at, b.at) < 25
}
