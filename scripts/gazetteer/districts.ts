/** Second-order divisions (counties, raions) of GeoNames, placed by their own record or by the towns that carry the code. */
import { normaliseName } from '../../lib/gazetteer/normalise'
import { plainName } from './display'
import { named, type Entry } from './entries'
import { distanceKm } from '../../lib/distance'
import type { Division } from './geonames'
import { bareName, placed } from './regions'
import type { Town } from './towns'

/** @param drawn districts that are known already, with an outline: the same name within 100 km is the same place. */
export function readDistricts(divisions: Division[], towns: Town[], drawn: Entry[]): Entry[] {
  const members = new Map<string, Town[]>()
  for (const town of towns) {
    if (!town.district) continue
    const list = members.get(town.district)
    if (list) list.push(town)
    else members.set(town.district, [town])
  }
  const known = new Map<string, Entry[]>()
  for (const entry of drawn) {
    for (const { text } of entry.names) {
      const key = `${entry.country} ${normaliseName(text)}`
      known.set(key, [...(known.get(key) ?? []), entry])
    }
  }
  const entries: Entry[] = []
  for (const division of divisions) {
    const { code, name, population } = division
    const inside = members.get(code)
    const where = placed(division, inside, 'district')
    if (!where) continue
    const [country, admin1] = code.split('.') as [string, string]
    const same = known.get(`${country} ${normaliseName(name)}`) ?? known.get(`${country} ${normaliseName(bareName(name) ?? name)}`)
    const twin = same?.find((entry) => distanceKm(entry.at, where.at) < 100)
    if (twin) {
      twin.names.push(...named('name', name), ...division.names ?? [])
      continue
    }
    entries.push({
      id: `gn2:${code}`, name: plainName(name, country), level: 'district', country, region: `${country}.${admin1}`, seat: 'none', ...where,
      population: population || (inside ?? []).reduce((sum, town) => sum + (town.level === 'town' && town.seat !== 'former' ? town.population! : 0), 0),
      names: [...named('name', name), ...named('variant', bareName(name)), ...division.names ?? []],
    })
  }
  return entries
}
