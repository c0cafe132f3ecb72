/** A build from files in GeoNames' own formats: small ones, made here, without packages and network. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gazetteerFrom, type Gazetteer } from '../lib/gazetteer'
import { readOptions } from '../scripts/gazetteer/options'
import { FeatureReader } from '../scripts/gazetteer/source/features'
import { sourceFiles } from '../scripts/gazetteer/source/files'
import { forEachLine } from '../scripts/gazetteer/source/lines'

const root = mkdtempSync(join(tmpdir(), 'dateline-gazetteer-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A row of the main table. */
type Feature = { id: number; name: string; lat: number | string; lon: number | string; code: string; country?: string; admin?: string; population?: number; alternates?: string }
const featureRow = ({ id, name, lat, lon, code, country = '', admin = '', population = 0, alternates = '' }: Feature) => {
  const [featureClass, featureCode] = code.split('.')
  const codes = [...admin.split('.'), '', '', '', ''].slice(0, 4)
  return [id, name, name.normalize('NFKD').replace(/\p{M}/gu, ''), alternates, lat, lon, featureClass, featureCode, country, '', ...codes, population, '', 100, 'Europe/Kyiv', '2024-01-01'].join('\t')
}

const features: Feature[] = [
  { id: 690791, name: 'Ukraine', lat: 49, lon: 32, code: 'A.PCLI', country: 'UA', admin: '00', population: 44622516 },
  { id: 703447, name: 'Kyiv City', lat: 50.45, lon: 30.5, code: 'A.ADM1', country: 'UA', admin: '12', population: 2900000 },
  { id: 698738, name: 'Odessa', lat: 47, lon: 30, code: 'A.ADM1', country: 'UA', admin: '17', population: 2368107 },
  { id: 11394000, name: 'Odesa Raion', lat: 46.4, lon: 30.6, code: 'A.ADM2', country: 'UA', admin: '17.5101', population: 1400000 },
  { id: 11394001, name: 'Bilyaivka Hromada', lat: 46.5, lon: 30.2, code: 'A.ADM3', country: 'UA', admin: '17.5101.77' },
  { id: 11394002, name: 'Pidlisne', lat: 46.6, lon: 30.2, code: 'A.ADM4', country: 'UA', admin: '17.5101.77.1' },
  { id: 999001, name: 'Old Governorate', lat: 46, lon: 30, code: 'A.ADM1H', country: 'UA', admin: '17' },
  { id: 703448, name: 'Kyiv', lat: 50.45466, lon: 30.5238, code: 'P.PPLC', country: 'UA', admin: '12', population: 2797553, alternates: 'KBP,Kiev,Kyiv,Київ' },
  { id: 698740, name: 'Odesa', lat: 46.48572, lon: 30.74383, code: 'P.PPLA', country: 'UA', admin: '17.5101', population: 1015826 },
  { id: 700000, name: 'Pidlisne', lat: 46.6, lon: 30.2, code: 'P.PPL', country: 'UA', admin: '17.5101' },
  { id: 700001, name: 'Kurenivka', lat: 50.47, lon: 30.51, code: 'P.PPLX', country: 'UA', admin: '12' },
  { id: 700002, name: 'Staroselo', lat: 51.2, lon: 30.1, code: 'P.PPLQ', country: 'UA', admin: '00' },
  { id: 700003, name: 'Kramtown', lat: 48.7, lon: 37.5, code: 'P.PPL', country: 'UA', admin: '' },
  { id: 6300952, name: 'Boryspil International Airport', lat: 50.345, lon: 30.8947, code: 'S.AIRP', country: 'UA', admin: '13' },
  { id: 800001, name: 'Testova Farm', lat: 50, lon: 30, code: 'S.FRM', country: 'UA', admin: '12' },
  { id: 630000, name: 'Zmiinyi Sea', lat: 44, lon: 34, code: 'H.SEA' },
  { id: 630672, name: 'Black Sea', lat: 43.1, lon: 34.1, code: 'H.SEA', alternates: 'Schwarzes Meer' },
  { id: 630673, name: 'Nameless Creek', lat: 48, lon: 31, code: 'H.STM', country: 'UA', admin: '12' },
  { id: 630674, name: 'Ingulets', lat: 48, lon: 33, code: 'H.STM', country: 'UA', admin: '17', alternates: 'Inhulets,Ingulez,Ingoulets' },
  { id: 707000, name: 'Goryni Khrebet', lat: 48.5, lon: 24, code: 'T.MTS', country: 'UA', admin: '17', alternates: 'Gorgany' },
  { id: 707001, name: 'Some Hill', lat: 48.5, lon: 24, code: 'T.HLL', country: 'UA', admin: '17' },
]

type AlternateName = [geonameid: number, language: string, name: string, flags?: { preferred?: 1; colloquial?: 1; historic?: 1; to?: string }]
const alternateNames: AlternateName[] = [
  [703448, 'uk', 'Київ', { preferred: 1 }],
  [703448, 'en', 'Kyiv', { preferred: 1 }],
  [703448, 'en', 'Kiev'],
  [703448, 'ru', 'Kiyev', { historic: 1 }],
  [703448, 'en', 'Mother of Cities', { colloquial: 1 }],
  [703448, 'en', 'Sambatas', { to: '988' }],
  [703448, 'iata', 'KBP'],
  [703448, 'icao', 'Ukkk'],
  [703448, 'wkdt', 'Q1899'],
  [703448, 'unlc', 'Uaiev'],
  [703448, 'link', 'https://en.wikipedia.org/wiki/Kyiv'],
  [703448, 'post', 'Kyivpost'],
  [700003, 'fr_1793', 'Commune Libre'],
  [690791, 'en', 'Ukraine', { preferred: 1 }],
  [690791, 'pl', 'Ukraina'],
  [690791, 'abbr', 'UKR'],
  [707000, 'en', 'Horyn Range', { preferred: 1 }],
  [698738, 'en', 'Odesa Oblast', { preferred: 1 }],
  [698740, 'ru', 'Odessa'],
  [630674, 'de', 'Ingulez'],
]
const alternateRow = ([id, language, name, flags = {}]: AlternateName, i: number) =>
  [i + 1, id, language, name, flags.preferred, '', flags.colloquial, flags.historic, '', flags.to].join('\t')

const country = (code: string, iso3: string, name: string, id: number) => [code, iso3, '804', 'UP', name, 'Kyiv', 603700, 44622516, 'EU', '.ua', 'UAH', 'Hryvnia', '380', '#####', '^(\\d{5})$', 'uk', id, 'PL,RO', ''].join('\t')
const tables = {
  'allCountries.txt': features.map(featureRow),
  'alternateNamesV2.txt': alternateNames.map(alternateRow),
  'countryInfo.txt': ['# GeoNames.org Country Information', '#ISO\tISO3\tISO-Numeric', country('UA', 'UKR', 'Ukraine', 690791), country('PL', 'POL', 'Poland', 798544)],
  'admin1CodesASCII.txt': ['UA.12\tKyiv City\tKyiv City\t703447', 'UA.17\tOdessa\tOdessa\t698738', 'UA.13\tKyiv\tKyiv\t703446'],
  'admin2Codes.txt': ['UA.17.5101\tOdesa Raion\tOdesa Raion\t11394000'],
  'hierarchy.txt': ['690791\t698738\tADM', '698738\t700003\tADM', '6255148\t690791\t'],
}

/** A folder of those files, some replaced, some (given as undefined) left out. */
function source(name: string, changed: Record<string, string[] | undefined> = {}): string {
  const folder = join(root, name)
  mkdirSync(folder)
  for (const [file, lines] of Object.entries({ ...tables, ...changed })) if (lines) writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  return folder
}

/** `npm run gazetteer` as a process; the table where there is one. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/gazetteer/build.ts', ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}
function build(folder: string): { status: number | null; stderr: string; out: string } {
  const out = `${folder}-out`
  mkdirSync(out)
  return { ...run('--source', folder, '--no-packages', '--out', out), out }
}
const open = (out: string) => gazetteerFrom(readFileSync(join(out, 'gazetteer.bin')))

describe('a table built from the official files', () => {
  let gazetteer: Gazetteer
  let built: ReturnType<typeof build>
  beforeAll(() => {
    built = build(source('whole'))
    gazetteer = open(built.out)
  })
  const found = (name: string) => gazetteer.lookup(name).map(({ id, match }) => `${id} ${match}`)

  test('is written whole, into the folder asked for', () => {
    expect(built.stderr).toMatch(/places, \d+ names, 0 outlines/)
    expect(built.status).toBe(0)
    expect(readFileSync(join(built.out, 'country-names.ts'), 'utf8')).toContain("UA: 'Ukraine'")
    expect(existsSync(join(built.out, 'outlines.bin'))).toBe(true)
  })

  test.each(['Kyiv', 'Kiev', 'Київ', 'KYIV'])('finds a town as %s', (name) => {
    expect(gazetteer.lookup(name)[0]).toMatchObject({ id: 'gn:703448', name: 'Kyiv', level: 'town', country: 'UA', seat: 'country', population: 2797553, at: { lat: 50.45466, lon: 30.5238 } })
  })

  test('finds old and colloquial names, ranked low', () => {
    expect(found('Kiyev')).toEqual(['gn:703448 variant'])
    expect(found('Mother of Cities')).toEqual(['gn:703448 variant'])
    expect(found('Sambatas')).toEqual(['gn:703448 variant'])
    expect(found('Commune Libre')).toEqual(['gn:700003 variant'])
    expect(found('Kiev')[0]).toBe('gn:703448 alternate')
  })

  test.each(['KBP', 'Ukkk', 'Q1899', 'Uaiev', 'https://en.wikipedia.org/wiki/Kyiv', 'Kyivpost'])('%s is a code or an address and no name', (name) => {
    expect(found(name)).toEqual([])
  })

  test('names the division a place is in, by its code or by the hierarchy', () => {
    expect(gazetteer.place('gn:698740')).toMatchObject({ admin1: 'Odesa' })
    expect(gazetteer.place('gn:703448')).toMatchObject({ admin1: 'Kyiv City' })
    expect(gazetteer.place('gn:700003')).toMatchObject({ admin1: 'Odesa' })
    expect(gazetteer.place('gn:700002')!.admin1).toBeUndefined()
  })

  test('has countries of countryInfo and divisions at their own points', () => {
    expect(gazetteer.lookup('Ukraine')[0]).toMatchObject({ id: 'cc:UA', level: 'country', country: 'UA', at: { lat: 49, lon: 32 }, population: 44622516 })
    expect(found('Ukraina')).toEqual(['cc:UA variant'])
    expect(gazetteer.lookup('UKR')[0]).toMatchObject({ id: 'cc:UA', match: 'abbreviation' })
    expect(gazetteer.lookup('Odesa Oblast')[0]).toMatchObject({ id: 'gn:698738', level: 'region', country: 'UA', at: { lat: 47, lon: 30 } })
    expect(gazetteer.lookup('Odesa Raion')[0]).toMatchObject({ id: 'gn2:UA.17.5101', level: 'district', admin1: 'Odesa', population: 1400000 })
    expect(gazetteer.lookup('Bilyaivka Hromada')[0]).toMatchObject({ id: 'gn3:11394001', level: 'district', admin1: 'Odesa' })
    // a municipality with a town of its name is that town
    expect(found('Pidlisne')).toEqual(['gn:700000 name'])
    expect(found('Old Governorate')).toEqual([])
  })

  test('tells sections, abandoned towns, seas, ranges, rivers and sites apart', () => {
    expect(gazetteer.lookup('Kurenivka')[0]).toMatchObject({ level: 'district', admin1: 'Kyiv City' })
    expect(gazetteer.lookup('Staroselo')[0]).toMatchObject({ level: 'town', seat: 'former' })
    expect(gazetteer.lookup('Zmiinyi Sea')[0]).toMatchObject({ level: 'sea', radiusKm: 300 })
    expect(gazetteer.lookup('Horyn Range')[0]).toMatchObject({ id: 'gn:707000', name: 'Horyn Range', level: 'area' })
    expect(gazetteer.lookup('Ingulets River')[0]).toMatchObject({ level: 'area', match: 'name' })
    expect(gazetteer.lookup('Ingulets')[0]).toMatchObject({ match: 'variant' })
    expect(gazetteer.lookup('Boryspil International Airport')[0]).toMatchObject({ level: 'site' })
    expect([...found('Testova Farm'), ...found('Some Hill'), ...found('Nameless Creek')]).toEqual([])
  })

  test('keeps the places kept by hand, once', () => {
    expect(gazetteer.lookup('White House')[0]).toMatchObject({ id: 'dl:white-house', level: 'site' })
    expect(found('Black Sea')).toEqual(['dl:black-sea name'])
    expect(found('Schwarzes Meer')).toEqual([])
    expect(gazetteer.lookup('Norwegian')).toEqual([])
    expect(gazetteer.lookup('Ukrainian')[0]).toMatchObject({ id: 'cc:UA', match: 'demonym' })
    expect(built.stderr).toMatch(/rows of places-by-hand\.tsv are about places the source does not have/)
  })
})

test('without alternateNamesV2.txt and hierarchy.txt, names come from the rows, and the lack is told', () => {
  const { out, stderr, status } = build(source('bare', { 'alternateNamesV2.txt': undefined, 'hierarchy.txt': undefined, 'admin2Codes.txt': undefined }))
  expect(status).toBe(0)
  expect(stderr).toMatch(/no alternateNamesV2\.txt: /)
  expect(stderr).toMatch(/no hierarchy\.txt: /)
  const gazetteer = open(out)
  expect(gazetteer.lookup('Kiev')[0]).toMatchObject({ id: 'gn:703448', match: 'alternate' })
  expect(gazetteer.lookup('KBP')).toEqual([])
  expect(gazetteer.lookup('Schwarzes Meer')[0]).toMatchObject({ id: 'dl:black-sea' })
  expect(gazetteer.lookup('Odesa Raion')[0]).toMatchObject({ level: 'district' })
})

test('one file a country, and the other countries from the list of cities', () => {
  const cities = [{ id: 756135, name: 'Warsaw', lat: 52.22977, lon: 21.01178, code: 'P.PPLC', country: 'PL', population: 1702139 }, { ...features[7]!, id: 1, name: 'Kyiv in cities' }]
  const { out, status } = build(source('countries', { 'allCountries.txt': undefined, 'UA.txt': tables['allCountries.txt'], 'cities500.txt': cities.map(featureRow) }))
  expect(status).toBe(0)
  const gazetteer = open(out)
  expect(gazetteer.lookup('Warsaw')[0]).toMatchObject({ id: 'gn:756135', country: 'PL' })
  expect(gazetteer.lookup('Poland')[0]).toMatchObject({ id: 'cc:PL' })
  expect(gazetteer.lookup('Kurenivka')[0]).toMatchObject({ id: 'gn:700001' })
  expect(gazetteer.lookup('Kyiv in cities')).toEqual([])
})

describe('what is wrong is told', () => {
  test('bad rows by file and line, and the rest is kept', () => {
    const rows = [...tables['allCountries.txt']]
    rows.splice(3, 0,
      featureRow({ id: 1, name: 'Offworld', lat: 91.5, lon: 0, code: 'P.PPL', country: 'UA' }),
      'three\tcolumns\tonly',
      featureRow({ id: 2, name: 'Elsewhere', lat: 1, lon: 'east', code: 'P.PPL', country: 'UA' }),
      featureRow({ id: 3, name: 'Nowhere', lat: 1, lon: 1, code: 'P.PPL', country: 'ZZ' }))
    const { out, stderr, status } = build(source('bad', { 'allCountries.txt': rows, 'alternateNamesV2.txt': [...tables['alternateNamesV2.txt'], '99\t703448\ten'] }))
    expect(status).toBe(0)
    expect(stderr).toContain(`allCountries.txt: 4 of ${rows.length} rows are not understood and left out`)
    expect(stderr).toContain('allCountries.txt line 4: latitude "91.5" is not between -90 and 90')
    expect(stderr).toContain('allCountries.txt line 5: 3 columns, 19 expected: "three\\tcolumns\\tonly"')
    expect(stderr).toContain('allCountries.txt line 6: longitude "east" is not between -180 and 180')
    expect(stderr).toContain('allCountries.txt line 7: country "ZZ" is not in countryInfo.txt')
    expect(stderr).toContain(`alternateNamesV2.txt line ${tables['alternateNamesV2.txt'].length + 1}: 3 columns, 10 expected`)
    expect(open(out).lookup('Kyiv')[0]?.id).toBe('gn:703448')
    expect(open(out).lookup('Offworld')).toEqual([])
  })

  test('a file of another kind is refused, and nothing is written', () => {
    const { out, stderr, status } = build(source('other', { 'hierarchy.txt': Array.from({ length: 50 }, (_, i) => `parent ${i}, child`) }))
    expect(status).toBe(1)
    expect(stderr).toMatch(/hierarchy\.txt: 50 of 50 rows are not understood/)
    expect(existsSync(join(out, 'gazetteer.bin'))).toBe(false)
  })

  test.each(['countryInfo.txt', 'admin1CodesASCII.txt', 'allCountries.txt'])('%s missing', (file) => {
    const folder = source(`without ${file}`, { [file]: undefined })
    expect(() => sourceFiles(folder)).toThrow(`${folder} has no ${file}, `)
  })

  test('an archive that is not unzipped', () => {
    const folder = source('zipped', { 'allCountries.txt': undefined })
    writeFileSync(join(folder, 'allCountries.zip'), 'PK')
    expect(() => sourceFiles(folder)).toThrow(/has no allCountries\.txt, .*; unzip .*allCountries\.zip there/)
  })

  test.each([
    [['--source'], '--source needs a folder'],
    [['--source', '/no/such/folder'], 'the folder "/no/such/folder" of --source does not exist'],
    [['--source', 'package.json'], '"package.json" of --source is not a folder'],
    [['--sources', 'x'], 'unknown argument "--sources"; --help says what there is'],
    [['--no-packages'], '--no-packages needs --source'],
  ])('%j', (args, message) => expect(() => readOptions(args)).toThrow(message))

  test('in one line and with exit code 1; --help is no error', () => {
    expect(run('--sources')).toMatchObject({ status: 1, stdout: '', stderr: 'gazetteer: unknown argument "--sources"; --help says what there is\n' })
    expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('--source DIR') as string })
  })
})

describe('large files', () => {
  test('are read as a stream: memory holds what is taken, not what is read', () => {
    const path = join(root, 'large.txt')
    writeFileSync(path, '')
    const rows = 200_000
    // Two hundred letters of names that nobody keeps, and one row in a hundred that is a town.
    for (let start = 0; start < rows; start += 10_000) {
      appendFileSync(path, Array.from({ length: 10_000 }, (_, i) => {
        const id = start + i + 1
        return `${featureRow({ id, name: `Place number ${id} of many`, lat: id % 90, lon: id % 180, code: id % 100 ? 'S.FRM' : 'P.PPL', country: 'UA', admin: '12', alternates: 'x'.repeat(200) })}\n`
      }).join(''))
    }
    globalThis.gc?.()
    const before = process.memoryUsage()
    const reader = new FeatureReader([{ code: 'UA', iso3: 'UKR', name: 'Ukraine', areaKm2: 1, population: 1 }], [], [], false, () => {})
    expect(reader.read(path)).toEqual({ rows, bad: 0 })
    expect(reader.features.towns).toHaveLength(rows / 100)
    expect(reader.features.towns.at(-1)).toMatchObject({ id: `gn:${rows}`, name: `Place number ${rows} of many` })
    // The file has 57 MB. The buffer is outside the heap and the garbage of lines is collected as it comes.
    expect(process.memoryUsage().external - before.external).toBeLessThan(8e6)
    expect(process.memoryUsage().rss - before.rss).toBeLessThan(250e6)
  })

  test('lines are cut right wherever a chunk ends', () => {
    const path = join(root, 'lines.txt')
    const lines = Array.from({ length: 3000 }, (_, i) => `${i} ${'ї'.repeat(i % 1500)}`)
    writeFileSync(path, `\uFEFF${lines.join('\r\n')}`)
    const read: string[] = []
    forEachLine(path, (line, number) => {
      expect(number).toBe(read.length + 1)
      read.push(line)
    })
    expect(read).toEqual(lines)
    writeFileSync(path, Buffer.alloc(3 << 20, 65))
    expect(() => forEachLine(path, () => {})).toThrow(/lines\.txt line 1 is longer than a megabyte/)
  })
})
