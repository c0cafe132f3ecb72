import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countryName } from '../lib/countries'
import { gazetteerFrom, openGazetteer } from '../lib/gazetteer'
import { buildNameIndex, openNameIndex, type Posting } from '../lib/gazetteer/name-index'
import { abbreviationKey, normaliseName } from '../lib/gazetteer/normalise'
import { outline, packOutlineTable } from '../lib/gazetteer/outlines'
import { townRadiusKm } from '../lib/gazetteer/place-table'
import { packTables, unpackTables, type Column } from '../lib/gazetteer/table-file'
import { placeLevels } from '../lib/taxonomy'

const gazetteer = openGazetteer()
const ids = (name: string) => gazetteer.lookup(name).map(({ id }) => id)

describe('a name has one spelling', () => {
  test.each([
    ['Saint-Étienne', 'St. Etienne'],
    ['The Hague', 'the hague'],
    ['Sana’a', "Sana'a"],
    ['Sanaa', "Sana'a"],
    ['Mt. Everest', 'Mount Everest'],
    ['Ft. Worth', 'Fort Worth'],
    ['Łódź', 'Lodz'],
    ['Tromsø', 'TROMSO'],
    ['Guinea-Bissau', 'Guinea Bissau'],
    ['Washington, D.C.', 'Washington DC'],
    ['Trinidad & Tobago', 'Trinidad and Tobago'],
  ])('%s and %s', (a, b) => expect(normaliseName(a)).toBe(normaliseName(b)))

  test.each([
    ['Stade', 'Saintade'],
    ['Austria', 'Australia'],
    ['Kharkiv', 'Харків'],
    ['Strand', 'Saint Rand'],
  ])('but %s is not %s', (a, b) => expect(normaliseName(a)).not.toBe(normaliseName(b)))

  test('and spelling it again changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const once = normaliseName(name)
      expect(normaliseName(once)).toBe(once)
    }))
  })

  test('for names of the tables too', () => {
    for (const name of ['St. John’s', 'The The', 'Mt. St. Helens', 'İzmir', 'Ağrı', "L'Aquila"]) expect(normaliseName(normaliseName(name))).toBe(normaliseName(name))
  })
})

describe('short forms keep their capitals and dots', () => {
  test('US is a country, us is not', () => {
    expect(ids('US')).toEqual(['cc:US'])
    expect(ids('U.S.')).toEqual(['cc:US'])
    expect(ids('U.S')).toEqual(['cc:US'])
    expect(ids('us')).not.toContain('cc:US')
  })

  test('Tex. is Texas and nothing else, Mo. is Missouri', () => {
    expect(gazetteer.lookup('Tex.').map(({ name }) => name)).toEqual(['Texas'])
    expect(gazetteer.lookup('Mo.').map(({ name }) => name)).toEqual(['Missouri'])
  })

  test('L.A. is a city, LA may be a state', () => {
    expect(gazetteer.lookup('L.A.').map(({ name }) => name)).toEqual(['Los Angeles'])
    expect(gazetteer.lookup('LA').map(({ name }) => name)).toContain('Louisiana')
  })

  test('ordinary words have no short form', () => {
    for (const word of ['Us', 'us', 'Paris', 'It', 'U', '']) expect(abbreviationKey(word)).toBeUndefined()
  })
})

describe('looking up', () => {
  test('finds alternate names, old names and other scripts', () => {
    expect(ids('Kiev')).toContain('gn:703448')
    expect(ids('Одеса')).toContain('gn:698740')
    expect(gazetteer.lookup('Burma').map(({ country }) => country)).toContain('MM')
    expect(gazetteer.lookup('Bombay').map(({ name }) => name)).toContain('Mumbai')
  })

  test('a demonym finds its country and says so', () => {
    const [first] = gazetteer.lookup('Norwegian')
    expect(first).toMatchObject({ id: 'cc:NO', match: 'demonym' })
  })

  test('gives first what a name by itself means', () => {
    const first = (name: string) => gazetteer.lookup(name)[0]
    expect(first('White House')?.id).toBe('dl:white-house')
    expect(first('the Gulf')?.id).toBe('dl:persian-gulf')
    expect(first('Georgia')?.id).toBe('cc:GE')
    expect(first('Alexandria')?.country).toBe('EG')
    expect(first('Baga')?.country).toBe('NG')
    // a small town kept by hand does not push a city of its name aside
    expect(first('Palma')?.country).toBe('ES')
  })

  test.each([
    ['Khān Yūnis', 'Khan Younis'], ['Kryvyy Rih', 'Kryvyi Rih'], ['Zaporizhzhya', 'Zaporizhzhia'], ['Kupwāra', 'Kupwara'], ['Basrah', 'Basra'], ['Groznyy', 'Grozny'],
    ['Kyiv', 'Kyiv'], ['Gdansk', 'Gdańsk'], ['Zvecan', 'Zvečan'], ['Xian', "Xi'an"], ['Quebec', 'Quebec'],
  ])('%s is shown as %s', (asked, shown) => {
    expect(gazetteer.lookup(asked)[0]?.name).toBe(shown)
  })

  test.each([
    ['River Severn', 'GB', 52.3], ['Drava', undefined, 46.2], ['Tagus', undefined, 39.8], ['River Lune', 'GB', 54.2], ['Skye', 'GB', 57.3], ['Kibera', 'KE', -1.3], ['Hollywood', 'US', 34.1],
    ['Central Coast', 'AU', -33.4], ['New England', 'US', 44.3], ['Kruger National Park', 'ZA', -24], ['Upper Peninsula', 'US', 46.3], ['Cologne', 'DE', 50.9], ['Madras', 'IN', 13.1],
    ['Londonderry', 'GB', 55], ['Zaire', 'CD', -2.9], ['Qld', 'AU', -22.5], ['CAR', 'CF', 6.6], ['Bostonian', 'US', 42.4], ['Ohioans', 'US', 40.4], ['Mancunian', 'GB', 53.5], ['Athenian', 'GR', 38],
    ['Philadelphian', 'US', 40], ['Andean', undefined, -20],
  ])('%s is first of all in %s, at %d degrees north', (name, country, lat) => {
    const [first] = gazetteer.lookup(name)
    expect(first?.country).toBe(country)
    expect(Math.abs(first!.at.lat - lat)).toBeLessThan(0.6)
  })

  test.each([
    ['Marikana', 'ZA', -25.7], ['Barawe', 'SO', 1.1], ['Bulo Burde', 'SO', 3.9], ['El Alto', 'BO', -16.5], ['Taji', 'IQ', 33.5], ['Depayin', 'MM', 22.8], ['Korovou', 'FJ', -17.8], ['Bali airport', 'ID', -8.7],
    ['Al-Khuwayy', 'SD', 13.1], ['Adré', 'TD', 13.5], ['Mushaki', 'CD', -1.5], ['Ras Jedir', undefined, 33.1], ['Al-Wadiah', 'YE', 17], ['Sheikh Maqsoud', 'SY', 36.2], ['Kfar Kila', 'LB', 33.3], ['Shuafat', 'PS', 31.8],
    ['Tal al-Sultan', 'PS', 31.3], ['Khojir', 'IR', 35.7], ['Angoor Adda', 'PK', 32.5], ['Baisaran Valley', 'IN', 34], ['Thantlang', 'MM', 22.7], ['Hrodivka', 'UA', 48.3], ['Belbek air base', 'UA', 44.7], ['Shaykovka', 'RU', 54.2],
    ['Jarinje', undefined, 43.2], ['CECOT', 'SV', 13.6], ['Tienditas bridge', undefined, 7.9], ['Fiery Cross Reef', undefined, 9.6], ['Mount Semeru', 'ID', -8.1], ['Grasberg mine', 'ID', -4.1], ['Diepsloot', 'ZA', -25.9], ['Lekki', 'NG', 6.4],
  ])('news of %s is from %s, at %d degrees north', (name, country, lat) => {
    const [first] = gazetteer.lookup(name)
    expect(first?.country).toBe(country)
    expect(Math.abs(first!.at.lat - lat)).toBeLessThan(0.2)
  })

  test.each([
    ['Balad', 'IQ'], ['Mina', 'MX'], ['Kamianske', 'UA'], ['Preah Vihear', 'KH'], ['Nowshera', 'PK'], ['Ghazipur', 'IN'], ['Tempe', 'US'], ['Grenfell', 'AU'], ['Beni', 'BO'],
  ])('%s by itself stays with the better known place in %s', (name, country) => {
    const [first] = gazetteer.lookup(name)
    expect(first?.country).toBe(country)
    expect(first?.id).not.toMatch(/^dl:/)
  })

  test.each(['Ansar', 'Arafat', 'Luke', 'Hub', 'Pale', 'Ann', 'Mariani', 'Regent', 'Once', 'Sour', 'Alert', 'Conoco'])('%s, a word or a person, is no place kept by hand', (name) => {
    expect(ids(name).filter((id) => id.startsWith('dl:'))).toEqual([])
  })

  test.each([
    ['Graça', 'Graz'], ['Loa', 'Lohr am Main'], ['Khar', 'Haar'], ['Bude', 'Bodø'], ['Victoria', 'Hong Kong'], ['Sparta', 'Isparta'], ['Berea', 'Aleppo'], ['Newtown', 'Tallahassee'],
  ])('%s is no English name of %s', (name, town) => {
    const found = gazetteer.lookup(name).filter((place) => place.name === town && place.level === 'town')
    expect(found.map(({ match }) => match).filter((match) => match !== 'variant')).toEqual([])
    if (name !== 'Graça' && name !== 'Khar' && name !== 'Berea') expect(gazetteer.lookup(name)[0]?.name).not.toBe(town)
  })

  test.each([
    ['Bruges', 'BE'], ['Antwerp', 'BE'], ['Seville', 'ES'], ['Rio', 'BR'], ['Bombay', 'IN'], ['Kiev', 'UA'], ['Wien', 'AT'], ['Makkah', 'SA'],
  ])('%s is still another name of the town in %s', (name, country) => {
    expect(gazetteer.lookup(name).some((place) => place.level === 'town' && place.country === country && (place.match === 'alternate' || place.match === 'name'))).toBe(true)
  })

  test('every id can stand in a link as it is', () => {
    const ids = ['Gaza', 'West Bank', 'Kosovo', 'Aksai Chin', 'Northern Cyprus'].flatMap((name) => gazetteer.lookup(name)).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(3)
    expect(ids.filter((id) => encodeURIComponent(id).replaceAll('%3A', ':') !== id)).toEqual([])
  })

  test('countries go by the names newspapers use', () => {
    expect(['TR', 'CD', 'CG', 'CI', 'MM', 'HK', 'XK', 'US'].map(countryName)).toEqual(['Turkey', 'DR Congo', 'Republic of the Congo', 'Ivory Coast', 'Myanmar', 'Hong Kong', 'Kosovo', 'United States'])
    expect([countryName('ZZ'), countryName(''), countryName(undefined), countryName('constructor')]).toEqual([undefined, undefined, undefined, undefined])
  })

  test.each(['Qwertyville', '', ' ', '.', '’', 'the', 'a'.repeat(5000), '\uD800', '1234'])('%j is nowhere', (name) => {
    expect(gazetteer.lookup(name)).toEqual([])
    expect(gazetteer.has(name)).toBe(false)
  })

  test('has agrees with lookup', () => {
    for (const name of ['Paris', 'US', 'us', 'Tex.', 'Gulf of Aden', 'Xyzzy', 'Nowhere at All']) expect(gazetteer.has(name)).toBe(gazetteer.lookup(name).length > 0)
  })

  test('airport codes are no names of towns', () => {
    const codes = { VIE: 'Vienna', BUE: 'Buenos Aires', ODS: 'Odesa', WAW: 'Warsaw' }
    for (const [code, town] of Object.entries(codes)) {
      expect(gazetteer.lookup(town).map(({ name }) => name)).toContain(town)
      expect(gazetteer.lookup(code).map(({ name }) => name)).not.toContain(town)
    }
  })

  test('an id gives the place again', () => {
    for (const name of ['Odesa', 'Texas', 'Caspian Sea', 'France']) {
      for (const { id, name: own } of gazetteer.lookup(name)) expect(gazetteer.place(id)).toMatchObject({ id, name: own })
    }
    expect(gazetteer.place('gn:0')).toBeUndefined()
  })
})

describe('places are plausible', () => {
  const names = ['Ukraine', 'Paris', 'Crimea', 'Black Sea', 'Strait of Hormuz', 'Donbas', 'Sahel', 'White House', 'Alps', 'Nile', 'Fiji', 'Russia', 'Kiribati']

  test('a point on the globe, a radius, a known level', () => {
    for (const place of names.flatMap((name) => gazetteer.lookup(name))) {
      expect(Math.abs(place.at.lat)).toBeLessThanOrEqual(90)
      expect(Math.abs(place.at.lon)).toBeLessThanOrEqual(180)
      expect(place.radiusKm).toBeGreaterThan(0)
      expect(placeLevels).toContain(place.level)
    }
  })

  test('disputed ground is filed as ISO 3166 and GeoNames file it, not as it is held', () => {
    expect(gazetteer.lookup('Crimea').map(({ country }) => country)).not.toContain('RU')
    expect(gazetteer.lookup('Sevastopol')[0]).toMatchObject({ country: 'UA' })
    expect(gazetteer.lookup('Donetsk')[0]).toMatchObject({ country: 'UA' })
    expect(gazetteer.lookup('Somaliland')[0]).toMatchObject({ country: 'SO' })
  })

  test('areas made of divisions lie where their members do', () => {
    const donbas = gazetteer.lookup('Donbas').find(({ level }) => level === 'area')!
    expect(donbas.at.lat).toBeCloseTo(48.5, 0)
    expect(donbas.at.lon).toBeCloseTo(38.3, 0)
    expect(donbas.radiusKm).toBeGreaterThan(100)
    expect(donbas.radiusKm).toBeLessThan(200)
  })

  test('a larger town is wider, and no town is a country', () => {
    fc.assert(fc.property(fc.nat(4e7), fc.nat(4e7), (a, b) => {
      expect(townRadiusKm(Math.max(a, b))).toBeGreaterThanOrEqual(townRadiusKm(Math.min(a, b)))
      expect(townRadiusKm(a)).toBeLessThanOrEqual(50)
    }))
  })
})

describe('outlines', () => {
  test('every key leads to closed rings around the place', () => {
    for (const name of ['Ukraine', 'Texas', 'Donbas', 'Lake Erie', 'Crimea']) {
      const place = gazetteer.lookup(name).find((candidate) => candidate.outline)!
      const rings = outline(place.outline!)!
      expect(rings.length).toBeGreaterThan(0)
      for (const ring of rings) {
        expect(ring.length).toBeGreaterThan(3)
        expect(ring[0]).toEqual(ring.at(-1))
      }
      const lons = rings.flat().map(([lon]) => lon)
      expect(Math.min(...lons)).toBeLessThan(place.at.lon)
      expect(Math.max(...lons)).toBeGreaterThan(place.at.lon)
    }
  })

  test('Ukraine holds Crimea, Russia does not', () => {
    const simferopol = { lon: 34.1, lat: 44.95 }
    const inside = (key: string) => outline(key)!.reduce((count, ring) => {
      let crossings = 0
      ring.forEach(([x, y], i) => {
        const [px, py] = ring[(i + ring.length - 1) % ring.length]!
        if (y > simferopol.lat !== py > simferopol.lat && simferopol.lon < ((px - x) * (simferopol.lat - y)) / (py - y) + x) crossings++
      })
      return count + crossings
    }, 0) % 2 === 1
    expect(inside('cc:UA')).toBe(true)
    expect(inside('cc:RU')).toBe(false)
  })

  test('an unknown key has none', () => expect(outline('cc:ZZ')).toBeUndefined())

  test('are packed to a thousandth of a degree', () => {
    const ring: [number, number][] = [[-179.9994, -12.3456], [179.5, 89.9], [0, 0], [-179.9994, -12.3456]]
    const tables = unpackTables(packOutlineTable(new Map([['x', [ring]]])), 'x')
    expect(tables.meta).toEqual({ keys: ['x'] })
  })
})

describe('the table file', () => {
  const column = fc.oneof(
    fc.array(fc.nat(255)).map((a) => Uint8Array.from(a)),
    fc.array(fc.nat(0xffff_ffff)).map((a) => Uint32Array.from(a)),
    fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })).map((a) => Int32Array.from(a)),
    fc.nat(5000).map((n) => new Uint16Array(n)),
  )

  test('gives back what was put in', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), column), (columns) => {
      const tables = unpackTables(packTables({ rows: 3 }, columns), 'x')
      expect(tables.meta).toEqual({ rows: 3 })
      for (const [name, values] of Object.entries(columns)) expect([...tables.column(name)]).toEqual([...values])
    }), { numRuns: 30 })
  })

  test('a broken file is named with the cure', () => {
    expect(() => gazetteerFrom(Buffer.from('{"json": true}'))).toThrow(/gazetteer\.bin is not a gazetteer table; run "npm run gazetteer"/)
    expect(() => gazetteerFrom(Buffer.alloc(0))).toThrow(/npm run gazetteer/)
    expect(() => gazetteerFrom(packTables({ longestName: 1 }, {}))).toThrow(/has no column/)
  })
})

describe('the name index', () => {
  const posting = fc.record({ row: fc.nat(0xff_ffff), match: fc.constantFrom<Posting['match']>('name', 'alternate', 'abbreviation', 'demonym', 'variant') })
  const tableOf = fc.dictionary(fc.string({ minLength: 1 }), fc.array(posting, { minLength: 1, maxLength: 5 }))
  const reopened = (names: Record<string, Posting[]>, ...hash: [] | [(key: string, out: Uint32Array) => void]) => {
    const { meta, columns } = buildNameIndex(new Map(Object.entries(names)), ...hash)
    return { meta, index: openNameIndex({ meta: JSON.parse(JSON.stringify(meta)) as typeof meta, column: <T extends Column>(name: string) => columns[name] as T }, ...hash) }
  }

  test('finds every name it was built of, and no other', () => {
    fc.assert(fc.property(tableOf, fc.string(), (names, other) => {
      const { meta, index } = reopened(names)
      expect(meta).toEqual({})
      for (const [name, postings] of Object.entries(names)) expect(index.find(name)).toEqual(postings)
      if (!Object.hasOwn(names, other)) expect(index.find(other)).toEqual([])
    }), { numRuns: 60 })
  })

  test('finds each of the names that have one fingerprint', () => {
    // Two buckets and four prints: of nine names two are one.
    const tiny = (key: string, out: Uint32Array) => out.set([key.length % 2 ? 65_535 : 0, key.charCodeAt(0) % 4])
    fc.assert(fc.property(tableOf, (names) => {
      const { index } = reopened(names, tiny)
      for (const [name, postings] of Object.entries(names)) {
        expect(index.find(name)).toEqual(postings)
        expect(index.has(name)).toBe(true)
      }
    }), { numRuns: 60 })
    expect(reopened({ a: [{ row: 1, match: 'name' }], e: [{ row: 2, match: 'name' }] }, tiny).meta).toHaveProperty('exceptions')
  })
})
