/**
 * GeoNames from its own files, as https://download.geonames.org/export/dump publishes them: the
 * small tables first, because rows refer to them; then the features, row by row; then their names,
 * row by row too, and last what needs all names: how a place is shown and which are said twice.
 */
import { normaliseName } from '../../../lib/gazetteer/normalise'
import { townName, writesLatin } from '../display'
import { isUsefulName, type Entry } from '../entries'
import type { GeoNames } from '../geonames'
import type { Town } from '../towns'
import { addAlternateNames, showEnglish } from './alternate-names'
import { readCountryInfo, readDivisions, readHierarchy } from './codes'
import { addRegions, widenAreas } from './containment'
import { FeatureReader, type Named } from './features'
import { absent, sourceFiles } from './files'

/** @throws Error naming the file that is missing, or of which too many rows are not understood. */
export function readSource(folder: string, report: (line: string) => void): GeoNames {
  const files = sourceFiles(folder)
  for (const line of absent(folder, files)) report(line)
  const countries = readCountryInfo(files.countries, report)
  const admin1 = readDivisions(files.admin1, 1, report)
  const admin2 = files.admin2 ? readDivisions(files.admin2, 2, report) : []
  const reader = new FeatureReader(countries, admin1, admin2, !files.alternateNames, report)
  const { towns, others, small, byId } = reader.features
  const own = new Set(files.features.map((path) => /([A-Z]{2})\.txt$/.exec(path)?.[1] ?? ''))
  for (const path of [...files.features, ...(files.rest ? [files.rest] : [])]) {
    report(`reading ${path}`)
    const { rows } = reader.read(path, path === files.rest ? own : undefined)
    report(`  ${rows} rows; ${byId.size} features taken by now`)
  }
  if (files.alternateNames) report(`reading ${files.alternateNames}`)
  const english = files.alternateNames ? addAlternateNames(files.alternateNames, byId, report) : new Map<Named, { text: string; isPreferred: boolean }>()
  for (const town of towns) showTown(town, english.get(town))
  showEnglish([...others, ...small], english)
  const districts = withoutTowns(small, towns)
  if (files.hierarchy) {
    const parents = readHierarchy(files.hierarchy, report)
    for (const entries of [towns, others, districts]) addRegions(entries, parents, admin1)
    widenAreas(others, parents, byId)
  }
  return { towns, countries, admin1, admin2, others: [...others, ...districts] }
}

/** As display.ts shows towns; where the people do not write Latin, GeoNames' preferred English name goes before its own. */
function showTown(town: Town, english: { text: string; isPreferred: boolean } | undefined): void {
  const foreign = english?.isPreferred && !writesLatin(town.country) && town.country !== 'UA' ? english.text : undefined
  town.name = foreign ?? townName(town.name, town.country!, town.names.map(({ text }) => text))
  // Counted among the names as in cities500, so that a place's fame is of one scale.
  if (isUsefulName(town.name)) town.names = [town.names.find(({ text, match }) => text === town.name && match === 'name') ?? { text: town.name, match: 'name' as const }].concat(town.names)
}

/** A municipality with a town of its name is the town to a newspaper: "Lyon" is not asked back as which of the two. */
function withoutTowns(districts: Town[], towns: Town[]): Entry[] {
  const key = ({ district }: Town, text: string) => `${district} ${normaliseName(text)}`
  const byName = new Set(districts.map((entry) => key(entry, entry.name)))
  const doubled = new Set<string>()
  const codes = new Set(districts.map(({ district }) => district))
  for (const town of towns) {
    if (!codes.has(town.district)) continue
    for (const { text, match } of town.names) {
      if (match !== 'name') continue
      const name = key(town, text)
      if (byName.has(name)) doubled.add(name)
    }
  }
  return districts.filter((entry) => !doubled.has(key(entry, entry.name)))
}
