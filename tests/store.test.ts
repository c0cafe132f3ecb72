import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getArticle, listArticles } from '../lib/store/articles'
import { countAll, countByType, findIncidents, getIncident, timeExtent } from '../lib/store/incidents'
import { closeStore, openStore, revision, type Store } from '../lib/store/open'
import { saveReading } from '../lib/store/save'
import type { Reading } from '../lib/types'
import { bay, linking, on, reading, samoa, suva, tarn, type Told } from './fixtures/readings'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-store-'))
  store = await openStore(join(folder, 'test.sqlite'))
})
afterEach(async () => {
  await closeStore(store)
  rmSync(folder, { recursive: true })
})

const save = (given: Reading) => saveReading(store, given, linking)
const saveTold = (...told: Told[]) => save(reading(told))
const quotes = async (filters: Parameters<typeof findIncidents>[1]) => (await findIncidents(store, filters)).map(({ reports }) => reports[0]!.evidence.quote).sort()

/** Every row of every table, apart from when an article came in. */
async function dump({ db }: Store): Promise<string> {
  const tables = await Promise.all((['articles', 'reports', 'incidents', 'meta'] as const).map((table) => db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(tables, (key, value: unknown) => (key === 'added' ? undefined : value))
}

describe('what is stored comes back', () => {
  test('an incident with its report, its article and its offsets', async () => {
    const given = reading([{ quote: 'Drones hit the depot.', where: tarn, when: on('2025-03-04'), killed: { low: 2, best: 2, high: 2 } }], { title: 'Depot hit', publisher: 'The Courier', published: '2025-03-05', url: 'https://example.org/1' })
    const { placed } = await save(given)
    const [incident] = await findIncidents(store, {})
    expect(incident).toEqual(placed[0]!.incident)
    expect(incident).toMatchObject({ type: 'strike', killed: { best: 2 }, where: { value: tarn }, when: { value: { edtf: '2025-03-04' } } })
    expect(incident!.reports[0]!.source).toEqual({ id: given.article.id, title: 'Depot hit', publisher: 'The Courier', published: '2025-03-05', url: 'https://example.org/1' })
    expect(await getIncident(store, incident!.id)).toEqual(incident)
    const article = await getArticle(store, given.article.id)
    const { start, end, quote } = article!.reports[0]!.report.evidence
    expect(article!.text.slice(start, end)).toBe(quote)
    expect(article!.reports[0]!.incident).toBe(incident!.id)
  })

  test('an article without any incident is kept', async () => {
    const { article, placed } = await save(reading([], { title: 'Nothing happened' }))
    expect(placed).toEqual([])
    expect(await getArticle(store, article.id)).toMatchObject({ title: 'Nothing happened', reports: [] })
    expect(await listArticles(store)).toEqual([{ id: article.id, title: 'Nothing happened', reports: 0 }])
  })

  test('an unknown id is nothing, not an error', async () => {
    expect(await getIncident(store, "' or 1=1 --")).toBeUndefined()
    expect(await getArticle(store, '')).toBeUndefined()
  })

  test('a lone surrogate keeps the offsets of what follows', async () => {
    const given = reading([{ quote: 'Half \ud800 sign.' }, { quote: 'Shells fell.', when: on('2025-01-01') }])
    await save(given)
    const article = (await getArticle(store, given.article.id))!
    const { start, end } = article.reports[1]!.report.evidence
    expect(article.text.slice(start, end)).toBe('Shells fell.')
  })
})

describe('the same article twice', () => {
  const twice = () => reading([{ quote: 'Drones hit the depot.', where: tarn, when: on('2025-03-04') }, { quote: 'Ministers met.', type: 'meeting' as const }], { published: '2025-03-05' })

  test('changes no row and no id', async () => {
    const first = await save(twice())
    const before = await dump(store)
    const second = await save(twice())
    expect(await dump(store)).toBe(before)
    expect([first.outcome, second.outcome]).toEqual(['new', 'known'])
    expect(second.placed.map(({ incident }) => incident)).toEqual(first.placed.map(({ incident }) => incident))
  })

  test('read better, its reports replace the former ones under the same incident ids', async () => {
    const first = await save(twice())
    const better = twice()
    better.reports[0]!.killed = { low: 3, best: 3, high: 3 }
    const second = await save(better)
    expect(second.outcome).toBe('changed')
    expect(second.placed.map(({ incident }) => incident.id)).toEqual(first.placed.map(({ incident }) => incident.id))
    expect(await findIncidents(store, { type: ['strike'] })).toMatchObject([{ killed: { best: 3 } }])
    expect(await countAll(store)).toBe(2)
  })

  test('read with fewer incidents, what nobody tells any more goes, also from the search', async () => {
    await save(twice())
    const fewer = twice()
    fewer.reports.pop()
    await save(fewer)
    expect(await quotes({})).toEqual(['Drones hit the depot.'])
    expect(await quotes({ q: 'ministers' })).toEqual([])
  })

  test('without its date does not lose the date it had', async () => {
    await save(twice())
    const before = await dump(store)
    const undated = twice()
    delete undated.article.published
    undated.reports[0]!.when = { known: false, reason: 'unmentioned' }
    expect((await save(undated)).outcome).toBe('known')
    expect(await dump(store)).toBe(before)
  })

  test('with a date it did not have is read again', async () => {
    const undated = reading([{ quote: 'Drones hit the depot on Monday.', where: tarn }])
    await save(undated)
    const dated = reading([{ quote: 'Drones hit the depot on Monday.', where: tarn, when: on('2025-03-03') }])
    dated.article.published = '2025-03-05'
    expect((await save(dated)).outcome).toBe('changed')
    expect((await getArticle(store, dated.article.id))!.published).toBe('2025-03-05')
    expect(await quotes({ from: '2025-03-03', to: '2025-03-03' })).toHaveLength(1)
  })
})

describe('the same incident in two articles', () => {
  const morning = reading([{ quote: 'Drones hit the depot.', where: tarn, when: on('2025-03-04') }], { publisher: 'Morning', published: '2025-03-04' })
  const evening = reading([{ quote: 'The depot was struck.', where: tarn, when: on('2025-03-04') }], { publisher: 'Evening', published: '2025-03-05' })

  test('is one, with both reports', async () => {
    const first = await save(morning)
    const second = await save(evening)
    expect(second.placed[0]).toMatchObject({ joined: [{ publisher: 'Morning' }], incident: { id: first.placed[0]!.incident.id } })
    const [incident] = await findIncidents(store, {})
    expect(incident!.reports.map(({ source }) => source.publisher)).toEqual(['Morning', 'Evening'])
    expect(await quotes({ q: 'struck' })).toHaveLength(1)
  })

  test('falls back to one report when the other article is read without it', async () => {
    const { placed } = await save(morning)
    await save(evening)
    await save({ ...morning, reports: [] })
    const [incident, ...more] = await findIncidents(store, {})
    expect(more).toEqual([])
    expect(incident).toMatchObject({ id: placed[0]!.incident.id, reports: [{ source: { publisher: 'Evening' } }] })
  })

  test('two incidents that one article tells apart stay apart', async () => {
    await saveTold({ quote: 'One drone hit the depot.', where: tarn, when: on('2025-03-04') }, { quote: 'Another hit the mill.', where: tarn, when: on('2025-03-04') })
    expect(await countAll(store)).toBe(2)
  })

  test('another day or another place is another incident', async () => {
    await save(morning)
    await saveTold({ quote: 'Drones hit again.', where: tarn, when: on('2025-03-05') })
    await saveTold({ quote: 'Drones hit the bay.', where: bay, when: on('2025-03-04') })
    expect(await countAll(store)).toBe(3)
  })
})

describe('filters', () => {
  beforeEach(async () => {
    await saveTold(
      { quote: 'Rockets hit Łódź.', where: tarn, when: on('2025-03-04') },
      { quote: 'A long siege.', type: 'clash', where: bay, when: on('2025-02-01', '2025-04-30') },
      { quote: 'Talks were called off.', type: 'meeting', status: 'denied', where: suva, when: on('2025-03-10'), actors: [{ name: 'Élodie Brun', role: 'by' }] },
      { quote: 'Troops left.', type: 'movement', where: samoa, when: on('2025-05-01') },
      { quote: 'Somebody was arrested.', type: 'detention', when: on('2025-03-04') },
      { quote: 'A march, some day.', type: 'protest', where: tarn },
    )
  })

  test('none gives all, the latest first and the undated last', async () => {
    const all = await findIncidents(store, {})
    expect(all.map(({ type }) => type).filter((type) => type !== 'strike' && type !== 'detention')).toEqual(['movement', 'clash', 'meeting', 'protest'])
    expect(all).toHaveLength(6)
  })

  test.each([
    ['types', { type: ['meeting', 'clash'] as const }, ['A long siege.', 'Talks were called off.']],
    ['no type at all', { type: [] }, []],
    ['a status', { status: ['denied'] as const }, ['Talks were called off.']],
    ['an interval that touches the dates', { from: '2025-03-04', to: '2025-03-09' }, ['A long siege.', 'Rockets hit Łódź.', 'Somebody was arrested.']],
    ['the last day alone', { from: '2025-05-01' }, ['Troops left.']],
    ['days before anything', { to: '2025-01-31' }, []],
    ['a box', { bbox: [20, 49, 22, 51] as const }, ['A march, some day.', 'Rockets hit Łódź.']],
    ['a box of the whole world, which leaves out the unplaced', { bbox: [-180, -90, 180, 90] as const }, ['A long siege.', 'A march, some day.', 'Rockets hit Łódź.', 'Talks were called off.', 'Troops left.']],
    ['a box across the antimeridian', { bbox: [170, -20, -170, -10] as const }, ['Talks were called off.', 'Troops left.']],
    ['the same corners the other way round', { bbox: [-170, -20, 170, -10] as const }, []],
    ['a small box across the antimeridian', { bbox: [179, -18, -179, -16] as const }, ['Talks were called off.']],
    ['a box at 0,0, where nothing unplaced may be', { bbox: [-1, -1, 1, 1] as const }, []],
    ['a point on the edge', { bbox: [11.25, 56.5, 11.25, 56.5] as const }, ['A long siege.']],
  ])('%s', async (_, filters, expected) => {
    expect(await quotes(filters as Parameters<typeof quotes>[0])).toEqual(expected)
  })

  test.each([
    ['lodz', 1],
    ['ŁÓDŹ', 1],
    ['rock', 1],
    ['hit rock', 1],
    ['rock hit', 0],
    ['ocket', 0],
    ['poland', 2],
    ['tarnow', 2],
    ['elodie', 1],
    ['fiji talks', 1],
    ['zzz', 0],
    ['!!!', 0],
    ['"', 0],
    ['hit" OR "a', 0],
    ['hit AND NOT rockets', 0],
    ['words:hit', 0],
    ['hit*', 1],
    ["'; drop table incidents; --", 0],
    ['NEAR(hit rockets)', 0],
    ['\ud800', 0],
    ['\0', 0],
  ])('text %j finds %i', async (q, found) => {
    expect(await findIncidents(store, { q })).toHaveLength(found)
    expect(await countAll(store)).toBe(6)
  })

  test('counts are those of the other filters, every type named', async () => {
    expect(await countByType(store, { type: ['strike'], from: '2025-03-01', to: '2025-03-31' })).toEqual({
      meeting: 1, statement: 0, agreement: 0, strike: 1, attack: 0, clash: 1, protest: 0, detention: 1, sanction: 0, movement: 0, humanitarian: 0, disaster: 0,
    })
  })

  test('the extent is that of the filters other than the dates', async () => {
    expect(await timeExtent(store, { type: ['clash', 'movement'], from: '2030-01-01' })).toEqual({ from: '2025-02-01', to: '2025-05-01' })
    expect(await timeExtent(store, { type: ['disaster'] })).toBeNull()
  })
})

test('the revision changes with a write and only with a write', async () => {
  const empty = await revision(store)
  await saveTold({ quote: 'Shells fell.' })
  const one = await revision(store)
  await saveTold({ quote: 'Shells fell.' })
  expect(one).not.toBe(empty)
  expect(await revision(store)).toBe(one)
})

test('a database opened again is the same one', async () => {
  await saveTold({ quote: 'Shells fell.', where: tarn })
  const before = await dump(store)
  await closeStore(store)
  store = await openStore(store.file)
  expect(await dump(store)).toBe(before)
})
