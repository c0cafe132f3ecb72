/** The route handlers as Next calls them, over a real database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as areas from '../app/api/areas/[key]/route'
import * as article from '../app/api/articles/[id]/route'
import * as articles from '../app/api/articles/route'
import * as health from '../app/api/health/route'
import * as incident from '../app/api/incidents/[id]/route'
import * as incidents from '../app/api/incidents/route'
import * as layers from '../app/api/layers/route'
import * as map from '../app/api/map/route'
import * as search from '../app/api/search/route'
import { incidentCollection, incidentFeature, type IncidentCollection } from '../lib/feature'
import { closeStore, serverStore } from '../lib/store/open'
import { saveReading } from '../lib/store/save'
import { bay, linking, on, reading, samoa, suva, tarn } from './fixtures/readings'

const folder = mkdtempSync(join(tmpdir(), 'dateline-api-'))
const origin = 'http://127.0.0.1:3000'
const at = (path: string, init?: RequestInit) => new Request(`${origin}${path}`, init)
const none = {} as never
const withId = (id: string) => ({ params: Promise.resolve({ id }) })

beforeAll(async () => {
  process.env.DATELINE_DB = join(folder, 'api.sqlite')
  const store = await serverStore()
  const save = (...given: Parameters<typeof reading>) => saveReading(store, reading(...given), linking)
  await save([{ quote: 'Rockets hit the mill.', where: tarn, when: on('2025-03-04') }, { quote: 'A ship was hit.', where: bay, when: on('2025-03-05'), status: 'claimed', claimedBy: 'the navy' }], { title: 'Two strikes', publisher: 'The Courier', published: '2025-03-06' })
  await save([{ quote: 'Ministers met.', type: 'meeting', where: suva, when: on('2025-04-01') }, { quote: 'Envoys met.', type: 'meeting', where: samoa }, { quote: 'Somebody was arrested.', type: 'detention', when: on('2025-04-02') }], { title: '<script>alert(1)</script>' })
})
afterAll(async () => {
  await closeStore(await serverStore())
  rmSync(folder, { recursive: true })
})

async function get(query: string): Promise<IncidentCollection> {
  const response = await incidents.GET(at(`/api/incidents${query}`), none)
  expect(response.status).toBe(200)
  return incidentCollection.parse(await response.json())
}
const quotes = async (query: string) => (await get(query)).features.map(({ properties }) => properties.quote).sort()

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const body = (await response.json()) as { type: string; status: number; title: string; detail: string; 'invalid-params'?: { name: string; value?: string; reason: string }[] }
  expect(body.status).toBe(response.status)
  return body
}

describe('GET /api/incidents', () => {
  test('gives all of them, the unplaced without geometry', async () => {
    const collection = await get('')
    expect(collection.features).toHaveLength(5)
    expect(collection.features.filter(({ geometry }) => geometry === null).map(({ properties }) => properties.quote)).toEqual(['Somebody was arrested.'])
  })

  test('is GeoJSON that any site may read', async () => {
    const { headers } = await incidents.GET(at('/api/incidents'), none)
    expect(headers.get('content-type')).toBe('application/geo+json')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  test.each([
    ['?type=meeting', ['Envoys met.', 'Ministers met.']],
    ['?type=meeting&from=2025-04-01&to=2025-04-01', ['Ministers met.']],
    ['?status=claimed', ['A ship was hit.']],
    ['?q=fiji', ['Ministers met.']],
    ['?q=two+strikes', ['A ship was hit.', 'Rockets hit the mill.']],
    ['?bbox=170,-20,-170,-10', ['Envoys met.', 'Ministers met.']],
    ['?bbox=-1,-1,1,1', []],
    ['?layer=strike', ['A ship was hit.', 'Rockets hit the mill.']],
    ['?layer=strike&status=happened', ['Rockets hit the mill.']],
    ['?layer=strike&type=meeting', []],
    ['?precision=wide', ['A ship was hit.']],
    ['?precision=none', ['Somebody was arrested.']],
    ['?precision=none,wide&status=claimed', ['A ship was hit.']],
    ['?precision=region', []],
    ['?ids=nosuchid', []],
  ])('%s', async (query, expected) => {
    expect(await quotes(query)).toEqual(expected)
  })

  test('tells beside them the counts of each type, all there are, and the days they span', async () => {
    const { counts, stored, extent } = await get('?type=strike&from=2025-03-01')
    expect(counts).toMatchObject({ strike: 2, meeting: 1, detention: 1, protest: 0 })
    expect(stored).toBe(5)
    expect(extent).toEqual({ from: '2025-03-04', to: '2025-03-05' })
  })

  test('is not sent again to who has it, until something changes', async () => {
    const first = await incidents.GET(at('/api/incidents?q=mill'), none)
    const etag = first.headers.get('etag')!
    const again = await incidents.GET(at('/api/incidents?q=mill', { headers: { 'If-None-Match': `"other", ${etag}` } }), none)
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    const other = await incidents.GET(at('/api/incidents?q=ship', { headers: { 'If-None-Match': etag } }), none)
    expect(other.status).toBe(200)
    await saveReading(await serverStore(), reading([], { title: 'More' }), linking)
    const changed = await incidents.GET(at('/api/incidents?q=mill', { headers: { 'If-None-Match': etag } }), none)
    expect(changed.status).toBe(200)
  })

  test.each([
    ['?type=strik', 'type', 'strik'],
    ['?from=2025-02-30', 'from', '2025-02-30'],
    ['?bbox=1,2,3', 'bbox', '1,2,3'],
    ['?layer=volcano', 'layer', 'volcano'],
    ['?layer=', 'layer', ''],
    ['?colour=red', 'colour', 'red'],
    ['?precision=exact', 'precision', 'exact'],
    ['?ids=', 'ids', ''],
    ['?ids=abc,x%20y', 'ids', 'x y'],
    [`?ids=a,${Array.from({ length: 100 }, (_, i) => `b${i}`).join(',')}`, 'ids', `a,${Array.from({ length: 100 }, (_, i) => `b${i}`).join(',')}`],
    [`?q=${'x'.repeat(201)}`, 'q', 'x'.repeat(201)],
  ])('%s is a problem that names the value', async (query, name, value) => {
    const body = await problem(await incidents.GET(at(`/api/incidents${query}`), none))
    expect(body).toMatchObject({ status: 400, type: '/problems#invalid-query', 'invalid-params': [{ name, value }] })
    expect(body.detail).toContain(JSON.stringify(value))
  })

  test('answers whatever is asked with features or a problem, never with a failure', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.webQueryParameters(), fc.string({ unit: 'binary', maxLength: 200 }).map((q) => new URLSearchParams({ q }).toString())), async (query) => {
      const { status } = await incidents.GET(at(`/api/incidents?${query}`), none)
      expect([200, 400]).toContain(status)
    }))
    expect((await get('')).features).toHaveLength(5)
  })
})

describe('GET /api/incidents?ids=', () => {
  test('gives those that there are, of the view, and by the id of a report the incident it is in', async () => {
    const { features } = await get('')
    const [a, b] = features as [(typeof features)[number], (typeof features)[number]]
    expect((await get(`?ids=${a.id},${b.id},nosuchid`)).features.map(({ id }) => id).sort()).toEqual([a.id, b.id].sort())
    expect((await get(`?ids=${a.properties.reports[0]!.id}`)).features).toEqual([a])
    expect((await get(`?ids=${a.id},${a.properties.reports[0]!.id}`)).features).toEqual([a])
    expect((await get(`?ids=${a.id}&type=disaster`)).features).toEqual([])
  })
})

describe('GET /api/map and GET /api/search', () => {
  const body = async (response: Response) => (await response.json()) as { revision: string; ids: string[] }

  test('name the same incidents as GET /api/incidents, at the same revision', async () => {
    const all = await body(await map.GET(at('/api/map'), none))
    const { features } = await get('')
    expect(all.ids).toEqual(features.map(({ id }) => id))
    const found = await body(await search.GET(at('/api/search?q=met'), none))
    expect(found).toEqual({ revision: all.revision, ids: (await get('?q=met')).features.map(({ id }) => id) })
    expect(found.ids).toHaveLength(2)
    expect((await body(await search.GET(at('/api/search?q=zzz'), none))).ids).toEqual([])
  })

  test.each([[map, '/api/map'], [search, '/api/search?q=mill']] as const)('are not sent again to who has them, until something changes', async (route, path) => {
    const etag = (await route.GET(at(path), none)).headers.get('etag')!
    const again = await route.GET(at(path, { headers: { 'If-None-Match': etag } }), none)
    expect([again.status, again.headers.get('cache-control'), await again.text()]).toEqual([304, 'no-cache', ''])
    await saveReading(await serverStore(), reading([], { title: `More after ${path}` }), linking)
    expect((await route.GET(at(path, { headers: { 'If-None-Match': etag } }), none)).status).toBe(200)
  })

  test.each([
    [map, '?type=strike', 'type', 'strike'],
    [search, '', 'q', ''],
    [search, '?q=', 'q', ''],
    [search, '?q=+', 'q', ' '],
    [search, `?q=${'x'.repeat(201)}`, 'q', 'x'.repeat(201)],
    [search, '?q=mill&type=strike', 'type', 'strike'],
  ] as const)('%#: a query they do not take is a problem that names the value', async (route, query, name, value) => {
    expect(await problem(await route.GET(at(`/api/x${query}`), none))).toMatchObject({ status: 400, 'invalid-params': [{ name, value }] })
  })
})

describe('GET /api/incidents/{id}', () => {
  test('gives the one feature', async () => {
    const [first] = (await get('?type=detention')).features
    const response = await incident.GET(at(`/api/incidents/${first!.id}`), withId(first!.id))
    expect(incidentFeature.parse(await response.json())).toEqual(first)
  })

  test.each(['0', '../x', "' or 1=1 --", '\ud800'])('%j is not there', async (id) => {
    const body = await problem(await incident.GET(at('/api/incidents/x'), withId(id)))
    expect(body).toMatchObject({ status: 404, detail: expect.stringContaining(JSON.stringify(id)) as string })
  })
})

describe('GET /api/articles', () => {
  test('lists them, and gives each with the stretches that tell of incidents', async () => {
    const { articles: list } = (await (await articles.GET(at('/api/articles'), none)).json()) as { articles: { id: string; title: string; reports: number }[] }
    const told = list.find(({ title }) => title === 'Two strikes')!
    expect(told.reports).toBe(2)
    const body = (await (await article.GET(at('/'), withId(told.id))).json()) as { text: string; highlights: { start: number; end: number; incident: string }[] }
    expect(body.highlights.map(({ start, end }) => body.text.slice(start, end))).toEqual(['Rockets hit the mill.', 'A ship was hit.'])
    const ids = (await get('?layer=strike')).features.map(({ id }) => id)
    expect(body.highlights.map(({ incident }) => incident).sort()).toEqual(ids.sort())
  })

  test('an article that is not there is a problem', async () => {
    expect(await problem(await article.GET(at('/'), withId('nope')))).toMatchObject({ status: 404 })
  })
})

describe('POST /api/articles', () => {
  const post = (body: BodyInit | null, headers: Record<string, string> = { Authorization: 'Bearer s3cret' }) =>
    articles.POST(at('/api/articles', { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) } as RequestInit), none)

  test('is off without a token, and says how to switch it on', async () => {
    delete process.env.DATELINE_TOKEN
    const response = await post('{}', { Authorization: 'Bearer ' })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await problem(response)).toMatchObject({ status: 401, detail: expect.stringContaining('DATELINE_TOKEN') as string })
  })

  describe('with a token', () => {
    beforeAll(() => void (process.env.DATELINE_TOKEN = 's3cret'))
    afterAll(() => void delete process.env.DATELINE_TOKEN)

    test.each([{}, { Authorization: 'Bearer wrong' }, { Authorization: 's3cret' }, { Authorization: 'Basic s3cret' }, { Authorization: 'Bearer s3cret2' }])('%j is refused', async (headers) => {
      expect(await problem(await post('{"text":"x"}', headers as Record<string, string>))).toMatchObject({ status: 401 })
    })

    test.each([
      ['', 422, 'not JSON'],
      ['{', 422, 'not JSON'],
      ['[]', 422, 'must be an object'],
      ['null', 422, 'must be an object'],
      ['{}', 422, '"text" must be a text'],
      ['{"text":5}', 422, '"text" must be a text'],
      ['{"text":"x","colour":"red"}', 422, '"colour" is not a field'],
      ['{"text":"x","url":"javascript:alert(1)"}', 422, '"url" must begin with http'],
      ['{"text":"   "}', 422, 'no text'],
      ['{"text":"Shells fell.","published":"2025-02-30"}', 422, '2025-02-30'],
    ])('%s is a problem', async (body, status, detail) => {
      expect(await problem(await post(body))).toMatchObject({ status, detail: expect.stringContaining(detail) as string })
    })

    test('bytes that are no text are a problem', async () => {
      expect(await problem(await post(new Uint8Array([0xff, 0xfe, 0x80])))).toMatchObject({ status: 415 })
    })

    test('more than ten megabytes are refused, and not read to their end', async () => {
      let sent = 0
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(new Uint8Array(100_000).fill(0x20))
          sent += 100_000
        },
      })
      expect(await problem(await post(endless))).toMatchObject({ status: 413, detail: expect.stringContaining('10,000,000') as string })
      expect(sent).toBeLessThan(11_000_000)
      expect(await problem(await post(JSON.stringify({ text: 'x'.repeat(10_000_001) })))).toMatchObject({ status: 413 })
    })

    test('an article is read, stored and answered with what was found; the second time nothing is new', async () => {
      const sent = JSON.stringify({ text: 'KAMPALA, May 3, 2025 (Wire) - A bomb exploded at a market in Nairobi on Friday, killing four people, police said.', title: 'Market bombed', publisher: 'Wire', url: 'https://example.org/2' })
      const first = await post(sent)
      expect(first.status).toBe(201)
      const body = (await first.json()) as { outcome: string; article: { id: string }; features: unknown[] }
      expect(body).toMatchObject({ outcome: 'new', article: { title: 'Market bombed', url: 'https://example.org/2' }, features: [{ properties: { type: 'attack', place: 'Nairobi', date: '2025-05-02', killed_best: 4 } }] })
      expect(first.headers.get('location')).toBe(`/api/articles/${body.article.id}`)
      const found = (await get('?q=market+nairobi')).features
      expect(found).toEqual(body.features)
      const second = await post(sent)
      expect([second.status, ((await second.json()) as { outcome: string }).outcome]).toEqual([200, 'known'])
      expect((await get('?q=market+nairobi')).features).toEqual(found)
    })

    test('markup in an article stays text', async () => {
      const text = '<script>alert(1)</script> Protesters marched in Nairobi on 3 May 2025. <img src=x onerror=alert(2)>'
      const response = await post(JSON.stringify({ text, title: '<b>Bold</b>' }))
      const { article: stored } = (await response.json()) as { article: { id: string; title: string } }
      expect(stored.title).toBe('<b>Bold</b>')
      const back = (await (await article.GET(at('/'), withId(stored.id))).json()) as { text: string }
      expect(back.text).toBe(text)
    })
  })
})

describe('the smaller addresses', () => {
  test('layers name each type with its count and its link', async () => {
    const body = (await (await layers.GET(at('/api/layers'), none)).json()) as { layers: { id: string; count: number; href: string }[] }
    expect(body.layers).toHaveLength(12)
    for (const { id, count, href } of body.layers) {
      expect((await get(href.slice('/api/incidents'.length))).features.every(({ properties }) => properties.type === id)).toBe(true)
      expect((await get(`?layer=${id}`)).features).toHaveLength(count)
    }
  })

  test('health counts what is stored', async () => {
    expect(await (await health.GET(at('/api/health'), none)).json()).toMatchObject({ status: 'ok', articles: expect.any(Number) as number })
  })

  test('an area that is not there is a problem', async () => {
    expect(await problem(await areas.GET(at('/'), { params: Promise.resolve({ key: '../../package.json' }) }))).toMatchObject({ status: 404 })
  })
})

describe('methods', () => {
  test('another one is a problem that says which there are', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'] as const) {
      const response = await incidents[method](at('/api/incidents', { method }), none)
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
      expect(await problem(response)).toMatchObject({ status: 405, detail: `/api/incidents takes GET, HEAD, OPTIONS, not ${method}.` })
    }
  })

  test('another site may read and may not write', async () => {
    const preflight = await articles.OPTIONS(at('/api/articles', { method: 'OPTIONS' }), none)
    expect([preflight.status, preflight.headers.get('access-control-allow-methods'), preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'GET, HEAD', null])
  })
})
