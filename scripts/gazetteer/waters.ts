/** Rivers and lakes of Natural Earth's 10m themes (Debian libmagics++-data). */
import { named, type Entry } from './entries'
import { distanceKm } from '../../lib/distance'
import { areaAndCentre, boxOf, discRadiusKm, ringAreaKm2, type Point } from './geometry'
import type { Packages } from './packages'
import { readLines } from './shapefile'

const folder = 'usr/share/magics/10m/'
const slug = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
const alternatesOf = (text: string | undefined) => (text ?? '').split(/[,;|]/).map((part) => part.trim()).filter(Boolean)
/** Letters lost when the file was made leave "Pjrvi": a name is kept only when it still reads as one. */
const isWhole = (name: string) => /^[\p{Lu}][\p{L}' .-]+$/u.test(name) && !/�|--/.test(name)

/** None where the package is not there. */
export function readWaters(packages: Packages): Entry[] {
  if (!packages.has('libmagics++-data')) return []
  const base = (file: string) => packages.file('libmagics++-data', `${folder}${file}`)
  const entries: Entry[] = []
  for (const { attributes, parts } of readLines(base('ne_10m_ocean'))) {
    const name = attributes.name!
    if (!isWhole(name)) continue
    const rings = parts.map((ring, i) => (ringAreaKm2(ring) > 0 === (i === 0) ? ring : [...ring].reverse()))
    const { areaKm2, lat, lon } = areaAndCentre(rings)
    // "Beysehir" alone would be the town on its shore.
    const isCalledLake = /lake|lago|lac|sea|bay|ozero|reservoir|vodokhranilishche/i.test(name)
    entries.push({
      id: `ne:lake-${slug(name)}`, name, level: 'sea', seat: 'none', at: { lat, lon }, radiusKm: Math.max(1, discRadiusKm(areaKm2)), rings,
      names: [...named(isCalledLake ? 'name' : 'variant', name), ...named('alternate', ...(isCalledLake ? [] : [`Lake ${name}`]))],
    })
  }
  // One river is drawn as many lines: those of one name and number are one.
  const rivers = new Map<string, { name: string; alternates: Set<string>; points: Point[] }>()
  for (const { attributes, parts } of readLines(base('ne_10m_rivers_lake_centerlines'))) {
    const name = attributes.name!
    if (!isWhole(name) || attributes.featurecla !== 'River') continue
    const key = `${name} ${attributes.rivernum}`
    const river = rivers.get(key) ?? { name, alternates: new Set<string>(), points: [] }
    for (const alternate of alternatesOf(attributes.name_alt)) if (isWhole(alternate)) river.alternates.add(alternate)
    river.points.push(...parts.flat())
    rivers.set(key, river)
  }
  for (const { name, alternates, points } of rivers.values()) {
    const [west, south, east, north] = boxOf([points as Point[]])
    const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
    // A point of the river, not the middle of its box, which may lie a valley away.
    const nearest = points.reduce((best, [lon, lat]) => {
      const km = distanceKm(middle, { lat, lon })
      return km < best.km ? { km, lat, lon } : best
    }, { km: Infinity, lat: 0, lon: 0 })
    const forms = [name, ...alternates].map((form) => form.replace(/^River | River$/, ''))
    entries.push({
      id: `ne:river-${slug(name)}-${Math.round(middle.lat)}-${Math.round(middle.lon)}`, name: `${forms[0]!} River`.replace(/(Delta|Canal) River$/, '$1'), level: 'area', seat: 'none',
      at: { lat: nearest.lat, lon: nearest.lon }, radiusKm: Math.max(5, distanceKm({ lat: south, lon: west }, { lat: north, lon: east }) / 2),
      // A river's bare name ("Don", "Orange") is the last thing a text means by it.
      names: [...named('name', ...forms.flatMap((form) => [`${form} River`, `River ${form}`])), ...named('variant', ...forms)],
    })
  }
  return entries
}
