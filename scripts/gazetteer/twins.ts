/**
 * One place that two sources have: a sea or range kept by hand, a lake of Natural Earth, and
 * GeoNames' feature of the same name. The former stays, with its outline and radius, and takes the
 * names of the latter.
 */
import { distanceKm } from '../../lib/distance'
import { normaliseName } from '../../lib/gazetteer/normalise'
import type { Entry } from './entries'

/** Two sources put one place this far apart even when it is small. */
const marginKm = 10

const isOfGeoNames = ({ id, level }: Entry) => id.startsWith('gn:') && level !== 'region' && level !== 'country'

/** @returns the entries without GeoNames' doubles of the kept ones: those of one level and country, of one name, and within the kept one's radius. */
export function mergeTwins(entries: Entry[], kept: Entry[]): Entry[] {
  const byName = new Map<string, Entry[]>()
  for (const entry of kept) {
    for (const { text, match } of entry.names) {
      if (match !== 'name' && match !== 'alternate') continue
      const key = `${entry.level} ${normaliseName(text)}`
      const list = byName.get(key)
      if (!list) byName.set(key, [entry])
      else if (!list.includes(entry)) list.push(entry)
    }
  }
  return entries.filter((entry) => {
    if (!isOfGeoNames(entry)) return true
    const twin = entry.names.filter(({ match }) => match === 'name').flatMap(({ text }) => byName.get(`${entry.level} ${normaliseName(text)}`) ?? [])
      .find((other) => (!other.country || !entry.country || other.country === entry.country) && distanceKm(other.at, entry.at) < other.radiusKm + marginKm)
    if (!twin) return true
    twin.names.push(...entry.names.map(({ text, match }) => ({ text, match: match === 'name' ? 'alternate' as const : match })))
    if (!twin.region && entry.region) twin.region = entry.region
    if (!twin.population && entry.population) twin.population = entry.population
    return false
  })
}
