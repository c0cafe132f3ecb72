/** GET /api/timeline as Next calls it, over a real database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET } from '../app/api/timeline/route'
import { closeStore, serverStore } from '../lib/store/open'
import { saveReading } from '../lib/store/save'
import { linking, on, reading, suva, tarn } from './fixtures/readings'

const folder = mkdtempSync(join(tmpdir(), 'dateline-timeline-'))
beforeAll(async () => {
  process.env.DATELINE_DB = join(folder, 'timeline.sqlite')
  const store = await serverStore()
  await saveReading(store, reading([{ quote: 'Rockets hit the mill.', where: tarn, when: on('2025-03-04') }, { quote: 'Rockets hit the port.', where: suva, when: on('2025-03-06') }, { quote: 'Envoys met.', type: 'meeting', where: suva, when: on('2021-04-01') }, { quote: 'Somebody was arrested.', type: 'detention' }], { title: 'One' }), linking)
})
afterAll(async () => {
  await closeStore(await serverStore())
  rmSync(folder, { recursive: true })
})

async function ask(query: string) {
  const response = await GET(new Request(`http://127.0.0.1:3000/api/timeline${query}`), {} as never)
  return { status: response.status, etag: response.headers.get('etag'), body: await response.json() }
}

test('bins of the view, days without a gap', async () => {
  const { status, body } = await ask('?type=strike')
  expect(status).toBe(200)
  expect(body).toEqual({
    unit: 'day', step: 1, from: '2025-03-04', to: '2025-03-06', undated: 0,
    bins: [
      { from: '2025-03-04', to: '2025-03-04', sure: { strike: 1 }, vague: {} },
      { from: '2025-03-05', to: '2025-03-05', sure: {}, vague: {} },
      { from: '2025-03-06', to: '2025-03-06', sure: { strike: 1 }, vague: {} },
    ],
  })
})

test('a longer span takes longer bins, unless a unit is asked for', async () => {
  expect((await ask('')).body).toMatchObject({ unit: 'month', undated: 1, from: '2021-04-01', to: '2025-03-06' })
  expect((await ask('?unit=year')).body.bins.map((bin: { sure: object }) => bin.sure)).toEqual([{ meeting: 1 }, {}, {}, {}, { strike: 2 }])
})

test('text, place and dates narrow it as they narrow the map', async () => {
  expect((await ask('?q=port')).body).toMatchObject({ from: '2025-03-06', to: '2025-03-06' })
  expect((await ask('?bbox=179,-18,180,-16&unit=year')).body).toMatchObject({ from: '2021-04-01', to: '2025-03-06' })
  expect((await ask('?from=2025-03-05')).body).toMatchObject({ from: '2025-03-06', bins: [{ sure: { strike: 1 } }] })
})

test('no dated incident is no bin', async () => {
  expect((await ask('?type=detention')).body).toEqual({ unit: 'day', step: 1, from: null, to: null, undated: 1, bins: [] })
})

test('too many bins and unknown units are refused with what to do', async () => {
  const many = await ask('?unit=day')
  expect(many).toMatchObject({ status: 400, body: { 'invalid-params': [{ name: 'unit', value: 'day' }] } })
  expect(many.body.detail).toMatch(/more than 1000 bins from 2021-04-01 to 2025-03-06/)
  expect(await ask('?unit=hour')).toMatchObject({ status: 400, body: { detail: 'unit="hour" is not one of day, week, month, year' } })
})
