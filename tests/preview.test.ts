/** Pictures of a view: what is drawn where, what is not, and what may come from outside. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as route from '../app/preview.png/route'
import { colours } from '../lib/colours'
import { dayNumber, readColumns, type ColumnPlace, type ColumnsWire } from '../lib/columns/columns'
import { select } from '../lib/columns/select'
import { textOf } from '../lib/messages'
import { keptPicture } from '../lib/publish/preview/kept'
import { factsOf, type Told } from '../lib/publish/preview/facts'
import { asOnPage, projection } from '../lib/publish/preview/frame'
import { directionOfText, linesOf, plainText } from '../lib/publish/preview/lines'
import { readOptions } from '../lib/publish/preview/options'
import { renderPicture } from '../lib/publish/preview/render'
import { viewAlt, viewDescription, viewTitle } from '../lib/publish/preview/words'
import { closeStore, serverStore } from '../lib/store/open'
import { saveReading } from '../lib/store/save'
import { incidentTypes, statuses, type IncidentType } from '../lib/taxonomy'
import { locales } from '../lib/text'
import type { View } from '../lib/view'
import { linking, on, reading, tarn } from './fixtures/readings'

type Row = { type: IncidentType; status?: (typeof statuses)[number]; place?: ColumnPlace; day?: string; to?: string }
const town = (name: string, lat: number, lon: number): ColumnPlace => ({ name, level: 'town', lat, lon, radiusKm: 5 })

function columnsOf(rows: Row[]) {
  const wire: ColumnsWire = { revision: 'r', ids: [], type: [], status: [], place: [], from: [], to: [], precision: [], edtf: [], implied: [], killed: [], reports: [], places: [] }
  rows.forEach(({ type, status = 'happened', place, day, to = day }, i) => {
    wire.ids.push(`i${i}`)
    wire.type.push(incidentTypes.indexOf(type))
    wire.status.push(statuses.indexOf(status))
    wire.place.push(place ? wire.places.push(place) - 1 : -1)
    wire.from.push(day ? dayNumber(day) : null)
    wire.to.push(to ? dayNumber(to) : null)
    wire.precision.push(day ? (to === day ? 0 : 1) : -1)
    wire.implied.push(0)
    wire.killed.push(-1)
    wire.reports.push(1)
  })
  return readColumns(wire)
}

type Asked = { view?: View; lang?: (typeof locales)[number]; told?: Told; query?: string }
function draw(rows: Row[], { view = {}, lang = 'en', told, query = '' }: Asked = {}) {
  const columns = columnsOf(rows)
  return renderPicture({ view, columns, rows: select(columns, view, null).rows, open: view.incident ? columns.rowOf.get(view.incident) : undefined, told, text: textOf(lang), outline: () => undefined }, readOptions(new URLSearchParams(query)))
}

async function pixels(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const hex = (x: number, y: number) => `#${[0, 1, 2].map((c) => data[(y * image.width + x) * 4 + c]!.toString(16).padStart(2, '0')).join('')}`
  return {
    width: image.width,
    height: image.height,
    /** How many pixels within `reach` of a point have exactly this colour. */
    near(x: number, y: number, colour: string, reach: number) {
      let n = 0
      for (let py = Math.max(0, Math.round(y - reach)); py <= Math.min(image.height - 1, y + reach); py++) for (let px = Math.max(0, Math.round(x - reach)); px <= Math.min(image.width - 1, x + reach); px++) if (hex(px, py) === colour) n++
      return n
    },
  }
}

const odesa = town('Odesa', 46.48, 30.73)
const lviv = town('Lviv', 49.84, 24.03)
const map = { zoom: 6, lat: 48, lon: 28 }
const sized = 'size=800x600'
const spot = (lat: number, lon: number, position = map, size = { width: 800, height: 600 }) => projection({ position, ...size }).nearest(lat, lon)

describe('a picture of the map', () => {
  test('has the size asked for, and twice of it at scale 2', async () => {
    for (const [query, width, height] of [['', 1200, 630], ['size=320x200', 320, 200], ['size=320x200&scale=2', 640, 400]] as const) {
      const image = await pixels(await draw([], { query }))
      expect([image.width, image.height]).toEqual([width, height])
    }
  })

  test.each(['light', 'dark'] as const)('shows each incident in its colour where it is, and none that is filtered out (%s)', async (theme) => {
    const rows: Row[] = [{ type: 'strike', place: odesa, day: '2025-12-20' }, { type: 'meeting', place: lviv, day: '2025-12-20' }]
    const query = `${sized}&theme=${theme}`
    const { strike, meeting } = colours[theme].type
    const [o, l] = [spot(odesa.lat, odesa.lon), spot(lviv.lat, lviv.lon)]
    const both = await pixels(await draw(rows, { view: { map }, query }))
    expect(both.near(o.x, o.y, strike, 17)).toBeGreaterThan(150)
    expect(both.near(l.x, l.y, meeting, 17)).toBeGreaterThan(150)
    expect(both.near(l.x, l.y, strike, 17)).toBe(0)
    const only = await pixels(await draw(rows, { view: { map, type: ['strike'] }, query }))
    expect(only.near(o.x, o.y, strike, 17)).toBeGreaterThan(150)
    expect(only.near(400, 300, meeting, 400)).toBe(0)
    const days = await pixels(await draw(rows, { view: { map, from: '2025-12-21' }, query }))
    expect(days.near(400, 300, strike, 400)).toBe(0)
  })

  test('shows incidents at one place as a donut of their types', async () => {
    const image = await pixels(await draw([{ type: 'strike', place: odesa }, { type: 'protest', place: odesa }], { view: { map }, query: sized }))
    const { x, y } = spot(odesa.lat, odesa.lon)
    expect(image.near(x, y, colours.light.type.strike, 20)).toBeGreaterThan(50)
    expect(image.near(x, y, colours.light.type.protest, 20)).toBeGreaterThan(50)
    expect(image.near(x, y, colours.light.type.strike, 5)).toBe(0)
  })

  test('shows what is only planned hollow', async () => {
    const { x, y } = spot(lviv.lat, lviv.lon)
    const shares = await Promise.all((['happened', 'planned'] as const).map(async (status) => (await pixels(await draw([{ type: 'meeting', status, place: lviv }], { view: { map }, query: sized }))).near(x, y, colours.light.type.meeting, 17)))
    expect(shares[1]!).toBeLessThan(shares[0]! * 0.6)
  })

  test('rings the open incident, also where the filters leave it out', async () => {
    const { x, y } = spot(odesa.lat, odesa.lon)
    const rows: Row[] = [{ type: 'strike', place: odesa }]
    const ringed = await pixels(await draw(rows, { view: { map, incident: 'i0', type: ['protest'] }, told: { quote: 'A port was hit.', publisher: null }, query: sized }))
    expect(ringed.near(x, y, colours.light.ink, 30)).toBeGreaterThan(100)
    const plain = await pixels(await draw(rows, { view: { map }, query: sized }))
    expect(plain.near(x, y, colours.light.ink, 30)).toBe(0)
  })

  test('shows an area as a circle of its radius where it has no outline', async () => {
    const area: ColumnPlace = { name: 'Somewhere', level: 'region', lat: 48, lon: 28, radiusKm: 100 }
    const { x, y } = spot(48, 28)
    const radius = projection({ position: map, width: 800, height: 600 }).across(48, 100) / 2
    const empty = await draw([], { view: { map }, query: sized })
    const shown = await draw([{ type: 'strike', place: area }], { view: { map }, query: sized })
    const [a, b] = [await pixels(empty), await pixels(shown)]
    expect(radius).toBeGreaterThan(50)
    // A tint over land within the circle, none outside of it.
    const land = '#f7f4ec'
    expect(b.near(x + radius * 0.6, y, land, 4)).toBeLessThan(a.near(x + radius * 0.6, y, land, 4))
    expect(b.near(x + radius * 1.4, y, land, 4)).toBe(a.near(x + radius * 1.4, y, land, 4))
  })

  test('stands on both sides of the date line', async () => {
    const [fiji, samoa] = [town('Suva', -18.1, 178.4), town('Apia', -13.8, -171.8)]
    for (const lon of [179, -179]) {
      const position = { zoom: 5, lat: -16, lon }
      const image = await pixels(await draw([{ type: 'strike', place: fiji }, { type: 'strike', place: samoa }], { view: { map: position }, query: sized }))
      for (const place of [fiji, samoa]) {
        const { x, y } = spot(place.lat, place.lon, position)
        expect(image.near(x, y, colours.light.type.strike, 17)).toBeGreaterThan(100)
      }
    }
  })

  test('of a pole, of nothing and of ten thousand at one point', async () => {
    await expect(draw([{ type: 'meeting', place: town('South Pole', -90, 0) }], { view: { map: { zoom: 9, lat: -90, lon: 180 } } })).resolves.toBeDefined()
    await expect(draw([{ type: 'meeting' }])).resolves.toBeDefined()
    await expect(draw(Array.from({ length: 10_000 }, () => ({ type: 'strike' as const, place: odesa })))).resolves.toBeDefined()
  })

  test('is the same for the same view', async () => {
    const rows: Row[] = [{ type: 'strike', place: odesa, day: '2025-12-20' }, { type: 'meeting', place: lviv, day: '2025-11-20' }]
    expect(Buffer.compare(await draw(rows), await draw(rows))).toBe(0)
    expect(Buffer.compare(await draw(rows), await draw(rows, { view: { type: ['strike'] } }))).not.toBe(0)
  })

  test('a preview shows all that a page of the usual size shows', () => {
    const size = { width: 640, height: 504 }
    const page = projection({ position: map, width: 1024, height: 732 })
    const card = projection({ position: asOnPage(map, size), ...size })
    for (const [x, y] of [[0, 0], [1024, 0], [0, 732], [1024, 732]] as const) {
      const left = ((page.left + x) / 2 ** page.zoom) * 2 ** card.zoom - card.left
      const top = ((page.top + y) / 2 ** page.zoom) * 2 ** card.zoom - card.top
      expect(left).toBeGreaterThan(-1.1)
      expect(left).toBeLessThan(size.width + 1.1)
      expect(top).toBeGreaterThan(-1.1)
      expect(top).toBeLessThan(size.height + 1.1)
    }
  })
})

describe('text from outside', () => {
  const long = 'An exceptionally long sentence '.repeat(16)
  const hostile = ['<script>alert(1)</script>&amp;"\'`', '\u202eevil\u202c \u2066x\u2069', long, 'a'.repeat(500), 'غارة على (Odesa) يوم 20', '日本語のタイトル'.repeat(60), '\ud800 lone', '\0\n\r\t', '👩‍👩‍👧‍👦'.repeat(90), 'e' + '\u0301'.repeat(499), '{count, plural, other {#}}', '']
  test.each(hostile.map((text) => [text]))('is drawn as text: %j', async (text) => {
    const place = { ...odesa, name: text }
    const image = await pixels(await draw([{ type: 'strike', place, day: '2025-12-20' }], { view: { incident: 'i0', q: text || undefined } as View, told: { quote: text, publisher: text } }))
    expect(image.width).toBe(1200)
    // Nothing runs out of the column into the map's edge: the padding before the map stays paper.
    expect(image.near(383, 315, colours.light.paper, 14)).toBe(29 * 29)
  })

  const measure = { measureText: (text: string) => ({ width: [...text].length * 10 }) as TextMetrics }
  test('lines are never wider than the column nor more than asked, and end in … only where something is missing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 600, unit: 'grapheme' }), fc.integer({ min: 60, max: 400 }), fc.integer({ min: 1, max: 6 }), (text, width, most) => {
      const lines = linesOf(measure, text, width, most)
      expect(lines.length).toBeLessThanOrEqual(most)
      for (const line of lines) if ([...line].length > 6) expect([...line].length * 10).toBeLessThanOrEqual(width)
      const whole = lines.join('').replaceAll(' ', '') === plainText(text).replaceAll(' ', '')
      if (!whole) expect(lines.at(-1)).toMatch(/…$/)
    }))
  })
  test('turns no text around and knows its direction', () => {
    expect(plainText('a\u202eb\nc')).toBe('a b c')
    expect(['Odesa غارة', 'غارة Odesa', '20 שלום', '20'].map(directionOfText)).toEqual(['ltr', 'rtl', 'rtl', 'ltr'])
  })
})

describe('words', () => {
  const rows: Row[] = [{ type: 'strike', place: odesa, day: '2025-12-20', to: '2025-12-21' }, { type: 'strike', place: lviv, day: '2025-12-19' }, { type: 'meeting', day: '2025-12-19' }]
  const facts = (view: View, told?: Told) => {
    const columns = columnsOf(rows)
    return factsOf(columns, select(columns, view, null), view.incident ? columns.rowOf.get(view.incident) : undefined, told)
  }
  const en = textOf('en')
  const title = (view: View, told?: Told) => viewTitle(view, facts(view, told), en)

  test('title what the link shows', () => {
    expect(title({})).toBe('What happened, where and when')
    expect(title({ type: ['strike', 'clash'], from: '2025-12-19', to: '2025-12-21' })).toBe('Strikes and clashes · 19–21 December 2025')
    expect(title({ from: '2025-12-19', to: '2025-12-19' })).toBe('Incidents · 19 December 2025')
    expect(title({ from: '2025-12-19' })).toBe('Incidents · since 19 December 2025')
    expect(title({ q: 'port', status: ['claimed'] })).toBe('Incidents (claimed) mentioning “port”')
    expect(title({ incident: 'i0' }, { quote: 'Q', publisher: null })).toBe('Strike, Odesa — 20–21 December 2025')
    expect(title({ incident: 'gone' })).toBe('What happened, where and when')
  })
  test('describe it by counts, or by the quote', () => {
    expect(viewDescription(facts({}), en)).toBe('3 incidents: 2 strikes and 1 meeting')
    expect(viewDescription(facts({ type: ['protest'] }), en)).toBe('No incident matches')
    expect(viewDescription(facts({ incident: 'i0' }, { quote: 'A port was hit.', publisher: 'The Courier' }), en)).toBe('“A port was hit.” — The Courier')
    expect(viewAlt({}, facts({}), en)).toBe('Map. What happened, where and when. 3 incidents: 2 strikes and 1 meeting')
    expect(viewDescription(facts({}), textOf('uk'))).toBe('3 події: 2 удари і 1 зустріч')
  })
  test.each(locales)('are there for every type and count in %s', (locale) => {
    const text = textOf(locale)
    for (const type of incidentTypes) for (const count of [0, 1, 2, 3, 5, 11, 21, 100]) {
      expect(text.t(`preview.${type}Count`, { count })).not.toMatch(/preview\.|[{}]/)
      expect(text.t(`preview.${type}Kind`)).not.toMatch(/preview\./)
    }
  })
})

test('a picture is drawn once, and never more than two at a time', async () => {
  let [now, most, drawn] = [0, 0, 0]
  const work = async () => {
    drawn++
    most = Math.max(most, ++now)
    await new Promise((done) => setTimeout(done, 5))
    now--
    return Buffer.from('png')
  }
  await Promise.all(Array.from({ length: 30 }, (_, i) => keptPicture(`test ${i % 10}`, work)))
  expect([most, drawn]).toEqual([2, 10])
  await expect(keptPicture('broken', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(keptPicture('broken', work)).resolves.toBeDefined()
  const flood = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => keptPicture(`flood ${i}`, work)))
  expect(flood.filter(({ status }) => status === 'rejected').length).toBe(58)
})

describe('GET /preview.png', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-preview-'))
  beforeAll(async () => {
    process.env.DATELINE_DB = join(folder, 'preview.sqlite')
    await saveReading(await serverStore(), reading([{ quote: 'Rockets hit the mill.', where: tarn, when: on('2025-03-04') }], { title: 'x'.repeat(500) }), linking)
  })
  afterAll(async () => {
    await closeStore(await serverStore())
    rmSync(folder, { recursive: true })
  })
  const get = (query: string, headers = {}) => route.GET(new Request(`http://127.0.0.1/preview.png${query}`, { headers }), {} as never)

  test('is a PNG that may be kept, and is not sent twice', async () => {
    const response = await get('?type=strike')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toMatch(/max-age/)
    const etag = response.headers.get('etag')!
    expect((await get('?type=strike', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('?type=meeting', { 'if-none-match': etag })).status).toBe(200)
  })
  test('leaves out what is broken, as the page does', async () => {
    const plain = Buffer.from(await (await get('')).arrayBuffer())
    for (const query of ['?type=nonsense', '?map=here', '?from=2025-02-31', '?incident=gone', '?incident=%00', '?lang=xx&theme=pink', '?q=', '?utm_source=x', '?sort=oldest&panel=open']) {
      const response = await get(query)
      expect([query, response.status]).toEqual([query, 200])
      expect([query, Buffer.compare(Buffer.from(await response.arrayBuffer()), plain)]).toEqual([query, 0])
    }
  })
  test('says which size there cannot be', async () => {
    for (const query of ['?size=63x100', '?size=100x2401', '?size=100', '?size=-1x5', '?size=2400x2400&scale=2', '?scale=3', '?size=1e3x100']) {
      const response = await get(query)
      expect([query, response.status]).toEqual([query, 400])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    }
  })
})
