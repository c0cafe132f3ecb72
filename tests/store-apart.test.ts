/** Merging and undoing it, in a real database with the real rules. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { combineReports } from '../lib/link/combine'
import { groupReports } from '../lib/link/group'
import { sameIncident, widest } from '../lib/link/same'
import { putTogether, takeApart } from '../lib/store/apart'
import { findIncidents, getIncident } from '../lib/store/incidents'
import { closeStore, openStore, revision, type Store } from '../lib/store/open'
import type { Linking } from '../lib/store/regroup'
import { saveReading } from '../lib/store/save'
import type { Place, Reading, Toll } from '../lib/types'
import { on, reading, suva, tarn, type Told } from './fixtures/readings'

const linking: Linking = { days: widest, same: sameIncident, group: groupReports, combine: combineReports }
let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-apart-'))
  store = await openStore(join(folder, 'test.sqlite'))
})
afterEach(async () => {
  await closeStore(store)
  rmSync(folder, { recursive: true })
})

const killed = (n: number): { killed: Toll } => ({ killed: { low: n, best: n, high: n } })
const hit = (name: string, told: Partial<Told> = {}): Reading => reading([{ quote: `Drones hit the depot, says ${name}.`, where: tarn, when: on('2025-03-04'), ...told }], { title: name, publisher: name, published: '2025-03-05' })
async function save(...readings: Reading[]) {
  for (const given of readings) await saveReading(store, given, linking)
}
const idOf = ({ reports }: Reading) => reports[0]!.id
/** The publishers of each incident. */
async function told(of = store): Promise<string[]> {
  return (await findIncidents(of, {})).map(({ reports }) => reports.map(({ source }) => source.publisher).sort().join('+')).sort()
}
/** That the rows of the reports, the incidents and the indexes tell the same. */
async function expectWhole() {
  const incidents = await findIncidents(store, {})
  const rows = await store.db.selectFrom('reports').select(['id', 'incident']).execute()
  expect(incidents.flatMap(({ id, reports }) => reports.map((report) => `${report.id} ${id}`)).sort()).toEqual(rows.map(({ id, incident }) => `${id} ${incident}`).sort())
  for (const table of ['incident_text', 'incident_box']) expect((await sql<{ n: number }>`select count(*) as n from ${sql.raw(table)}`.execute(store.db)).rows[0]!.n, table).toBe(table === 'incident_text' ? incidents.length : incidents.filter(({ where }) => where.known).length)
}

describe('a report taken apart', () => {
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((name) => hit(name)) as [Reading, Reading, Reading, Reading]

  test('is an incident of its own, and the others stay one', async () => {
    await save(a, b, c)
    expect(await told()).toEqual(['A+B+C'])
    const { taken, left } = await takeApart(store, [idOf(b)], linking)
    expect(taken.map(({ reports }) => reports.map(({ id }) => id))).toEqual([[idOf(b)]])
    expect(left).toHaveLength(1)
    expect(await told()).toEqual(['A+C', 'B'])
    await expectWhole()
  })

  test('stays apart when more articles come that agree with both, and when its own is read anew', async () => {
    await save(a, b)
    await takeApart(store, [idOf(b)], linking)
    await save(c, d)
    const apart = (await told()).map((names) => names.split('+'))
    expect(apart.flat().sort()).toEqual(['A', 'B', 'C', 'D'])
    expect(apart.some((names) => names.includes('A') && names.includes('B'))).toBe(false)
    await save(hit('B', killed(3)))
    expect((await told()).some((names) => /A.*B/.test(names))).toBe(false)
    await expectWhole()
  })

  test('stays apart in a database opened again', async () => {
    await save(a, b)
    await takeApart(store, [idOf(b)], linking)
    await closeStore(store)
    store = await openStore(store.file)
    await save(c)
    expect((await told()).some((names) => /A.*B/.test(names))).toBe(false)
  })

  test('goes back as if nothing had been', async () => {
    await save(a, b, c)
    const before = await findIncidents(store, {})
    await takeApart(store, [idOf(a)], linking)
    const [back] = await putTogether(store, [idOf(a)], linking)
    expect(back!.reports).toHaveLength(3)
    expect((await findIncidents(store, {})).map(({ reports }) => reports)).toEqual(before.map(({ reports }) => reports))
    await expectWhole()
  })

  test('with others: those stay with it', async () => {
    await save(a, b, c, d)
    await takeApart(store, [idOf(b), idOf(c)], linking)
    expect(await told()).toEqual(['A+D', 'B+C'])
    await putTogether(store, [idOf(b), idOf(c)], linking)
    expect(await told()).toEqual(['A+B+C+D'])
  })

  test('leaves each incident its own toll, place and search words', async () => {
    await save(hit('A', killed(9)), hit('B', killed(12)))
    expect(await findIncidents(store, {})).toMatchObject([{ killed: { low: 9, high: 12 } }])
    await takeApart(store, [idOf(b)], linking)
    const counts = (await findIncidents(store, {})).map((incident) => [incident.killed!.low, incident.killed!.high])
    expect(counts.sort()).toEqual([[12, 12], [9, 9]])
    expect(await findIncidents(store, { q: 'says b' })).toHaveLength(1)
  })

  test('every incident is found by the ids of its reports, so that old links lead on', async () => {
    await save(a, b)
    for (const { reports } of [a, b]) expect((await getIncident(store, reports[0]!.id))!.reports).toHaveLength(2)
    await takeApart(store, [idOf(b)], linking)
    for (const { reports } of [a, b]) expect((await getIncident(store, reports[0]!.id))!.reports.map(({ id }) => id)).toEqual([reports[0]!.id])
  })

  test('is a write that readers notice; a decision that fails is none', async () => {
    await save(a, b)
    const before = await revision(store)
    await expect(takeApart(store, ['nope'], linking)).rejects.toThrow('There is no report "nope"')
    await expect(takeApart(store, [idOf(a), idOf(b)], linking)).rejects.toThrow('nothing to take apart')
    await expect(putTogether(store, [idOf(a)], linking)).rejects.toThrow(`The report ${idOf(a)} was not taken apart`)
    await expect(putTogether(store, ["' or 1=1 --"], linking)).rejects.toThrow('There is no report')
    expect(await revision(store)).toBe(before)
    await takeApart(store, [idOf(b)], linking)
    expect(await revision(store)).not.toBe(before)
  })

  test('from two incidents at once is refused', async () => {
    await save(a, b, reading([{ quote: 'Ministers met.', type: 'meeting', where: suva, when: on('2025-04-01') }]))
    const [meeting] = await findIncidents(store, { type: ['meeting'] })
    await expect(takeApart(store, [idOf(a), meeting!.reports[0]!.id], linking)).rejects.toThrow('not of one incident')
  })
})

const city: Place = { ...tarn, radiusKm: 20 }
const region: Place = { ...tarn, id: 'xx:region', level: 'region', radiusKm: 90 }
const anyArticle = fc.array(fc.record({
  where: fc.constantFrom(tarn, city, region, undefined),
  when: fc.constantFrom(on('2025-03-04'), on('2025-03-04', '2025-03-05'), on('2025-03-05'), undefined),
  type: fc.constantFrom('strike', 'attack', 'meeting' as const),
  count: fc.option(fc.nat(14)),
}), { minLength: 1, maxLength: 2 })

test('the order in which articles are stored does not change the incidents', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyArticle, { minLength: 2, maxLength: 6 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length }))), async ([list, order]) => {
    const readings = list.map((told, i) => reading(told.map(({ where, when, type, count }, j) => ({ quote: `Telling ${i} ${j}.`, type, ...(where && { where }), ...(when && { when }), ...(count !== null && killed(count)) })), { title: `T${i}`, publisher: `P${i}`, published: `2025-03-0${i + 1}` }))
    const stored = async (given: Reading[]) => {
      const other = await openStore(':memory:')
      try {
        for (const one of given) await saveReading(other, one, linking)
        return (await findIncidents(other, {})).map((incident) => JSON.stringify({ ...incident, id: undefined })).sort()
      } finally {
        await closeStore(other)
      }
    }
    expect(await stored(order.map((i) => readings[i]!))).toEqual(await stored(readings))
  }), { numRuns: 40 })
})

test('more articles of one event than are grouped anew each time are one incident all the same', async () => {
  const many = Array.from({ length: 130 }, (_, i) => hit(`Paper ${i}`, killed(9 + (i % 2))))
  await save(...many)
  expect(await findIncidents(store, {})).toMatchObject([{ killed: { low: 9, high: 10 } }])
  await takeApart(store, [idOf(many[7]!)], linking)
  await save(hit('One more'))
  const sizes = (await findIncidents(store, {})).map(({ reports }) => reports.length)
  expect(sizes.reduce((sum, n) => sum + n)).toBe(131)
  expect((await getIncident(store, idOf(many[7]!)))!.reports.map(({ id }) => id)).not.toContain(idOf(many[8]!))
  await expectWhole()
})

test('an article read late can bring together what was stored as two', async () => {
  const by = (name: string) => ({ actors: [{ name, role: 'by' as const }] })
  const [one, other] = [hit('A', { where: city, quote: 'It was struck.', ...killed(9) }), hit('B', { where: city, quote: 'There was a raid.', ...by('Hamas') })]
  await save(one, other)
  expect(await told()).toEqual(['A', 'B'])
  const links = (await findIncidents(store, {})).map(({ id }) => id)
  await save(hit('C', { where: city, quote: 'They hit it.', ...killed(9), ...by('Hamas') }))
  expect(await told()).toEqual(['A+B+C'])
  for (const id of links) expect((await getIncident(store, id))!.reports).toHaveLength(3)
  await expectWhole()
})

test('a database of the shape before is brought to the new one with all it holds', async () => {
  await save(hit('A'), hit('B'))
  const { db } = store
  for (const statement of ['drop index reports_by_day', 'drop index incidents_as_columns', 'drop table apart', ...['from_day', 'to_day', 'lat', 'radius_km'].map((column) => `alter table reports drop column ${column}`), ...['area', 'admin1', 'place_implied', 'date_implied', 'precision', 'killed', 'reports'].map((column) => `alter table incidents drop column ${column}`), 'delete from migrations where number > 1']) await sql.raw(statement).execute(db)
  await closeStore(store)
  store = await openStore(store.file)
  expect(await told()).toEqual(['A+B'])
  await save(hit('C'))
  expect(await told()).toEqual(['A+B+C'])
  await takeApart(store, [idOf(hit('C'))], linking)
  expect(await told()).toEqual(['A+B', 'C'])
})
