/** Which of GeoNames' files a folder has. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths; `features` in reading order, `rest` what is read of countries without a file of their own. */
export type SourceFiles = {
  features: string[]
  rest?: string
  countries: string
  admin1: string
  admin2?: string
  alternateNames?: string
  hierarchy?: string
}

const cities = ['cities500.txt', 'cities1000.txt', 'cities5000.txt', 'cities15000.txt']

/** @throws Error naming the file that is missing, and its archive where that lies there still zipped. */
export function sourceFiles(folder: string): SourceFiles {
  const there = (name: string) => (existsSync(join(folder, name)) ? join(folder, name) : undefined)
  const zipped = (name: string) => there(name.replace(/txt$/, 'zip'))
  const missing = (name: string, why: string): never => {
    throw new Error(`${folder} has no ${name}, ${why}; ${zipped(name) ? `unzip ${zipped(name)} there` : 'it is published at download.geonames.org/export/dump'}`)
  }
  const needed = (name: string, why: string) => there(name) ?? missing(name, why)
  const all = there('allCountries.txt')
  const national = all ? [] : readdirSync(folder).filter((name) => /^(?:[A-Z]{2}|no-country)\.txt$/.test(name)).sort().map((name) => join(folder, name))
  const rest = all ? undefined : cities.map(there).find((path) => path !== undefined)
  if (!all && !national.length && !rest) {
    const archive = ['allCountries.txt', ...cities].find(zipped)
    if (archive) missing(archive, 'only its archive')
    missing('allCountries.txt', `nor a file of one country such as UA.txt, nor ${cities.join(', ')}`)
  }
  const optional = { admin2: there('admin2Codes.txt'), alternateNames: there('alternateNamesV2.txt'), hierarchy: there('hierarchy.txt') }
  return {
    features: all ? [all] : national,
    ...(rest && { rest }),
    countries: needed('countryInfo.txt', 'which says what the countries are'),
    admin1: needed('admin1CodesASCII.txt', 'which names the first-order divisions'),
    ...Object.fromEntries(Object.entries(optional).filter(([, path]) => path)),
  }
}

/** What the build does without, to be told. */
export function absent(folder: string, files: SourceFiles): string[] {
  const lines: string[] = []
  const note = (name: string, effect: string) => {
    lines.push(`no ${name}${existsSync(join(folder, name.replace(/txt$/, 'zip'))) ? ' (its archive is there, not unzipped)' : ''}: ${effect}`)
  }
  if (!files.admin2) note('admin2Codes.txt', 'second-order divisions are only those among the features')
  if (!files.alternateNames) note('alternateNamesV2.txt', 'alternate names come from the features’ own column, old ones unmarked')
  if (!files.hierarchy) note('hierarchy.txt', 'places without a division’s code stay without its name')
  return lines
}
