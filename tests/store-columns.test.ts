/** The map's columns tell what the whole incidents tell, and are renewed when something is written. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { edtfAt, isoDay, noDay, placeAt, readColumns, statusAt, typeAt, type ColumnsWire } from '../lib/columns/columns'
import { toFeature } from '../lib/publish/geojson'
import { mapColumns } from '../lib/store/columns'
import { findIncidents } from '../lib/store/incidents'
import { closeStore, openStore, revision, type Store } from '../lib/store/open'
import { saveReading } from '../lib/store/save'
import type { Reading } from '../lib/types'
import { bay, linking, on, reading, samoa, suva, tarn } from './fixtures/readings'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-columns-'))
  store = await openStore(join(folder, 'test.sqlite'))
})
afterEach(async () => {
  await closeStore(store)
  rmSync(folder, { recursive: true })
})

const save = (given: Reading) => saveReading(store, given, linking)

async function fill() {
  const told = reading(
    [
      { quote: 'Rockets hit the mill.', where: tarn, when: on('2025-03-04'), killed: { low: 2, best: 3, high: 4 } },
      { quote: 'A ship was hit.', where: bay, when: on('2025-03-05', '2025-03-07'), status: 'claimed', killed: { low: 24, best: null, high: null, qualifier: 'dozens' } },
      { quote: 'Ministers met.', type: 'meeting', where: suva, when: { edtf: '2025-07', from: '2025-07-01', to: '2025-07-31', precision: 'month' } },
      { quote: 'Envoys will meet.', type: 'meeting', status: 'planned', where: samoa, when: { edtf: '2026', from: '2026-01-01', to: '2026-12-31', precision: 'year' } },
      { quote: 'A long siege.', type: 'clash', where: tarn, when: { edtf: '2025-07/2025-08', from: '2025-07-01', to: '2025-08-31', precision: 'range' } },
      { quote: 'Somebody was arrested.', type: 'detention', when: on('1969-12-31') },
      { quote: 'A march, some day.', type: 'protest', where: tarn },
      { quote: 'Nobody knows.', type: 'statement', killed: { low: 0, best: 0, high: 0 } },
    ],
    { title: 'All', published: '2025-03-06' },
  )
  const [first, second] = told.reports
  if (first?.where.known) first.where.basis = 'implied'
  if (second?.when.known && second.where.known) second.when.basis = second.where.basis = 'implied'
  await save(told)
  await save(reading([{ quote: 'The mill burnt.', where: tarn, when: on('2025-03-04') }], { title: 'Again', published: '2025-03-07' }))
}

/** Every row as the columns tell it, beside the same told by the incidents and their features. */
async function expectTheSame() {
  const { columns, json, revision: current } = await mapColumns(store)
  const incidents = await findIncidents(store, {})
  expect(current).toBe(await revision(store))
  expect(readColumns(JSON.parse(json) as ColumnsWire)).toEqual(columns)
  const rows = incidents.map((_, row) => ({
    id: columns.ids[row], type: typeAt(columns, row), status: statusAt(columns, row), place: placeAt(columns, row), edtf: edtfAt(columns, row),
    from: columns.from[row] === noDay ? null : isoDay(columns.from[row]!), to: columns.to[row] === noDay ? null : isoDay(columns.to[row]!),
    implied: columns.implied[row], killed: columns.killed[row], reports: columns.reports[row], row: columns.rowOf.get(columns.ids[row]!),
  }))
  expect(columns.count).toBe(incidents.length)
  expect(rows).toEqual(
    incidents.map((incident, row) => {
      const { geometry, properties: p } = toFeature(incident)
      const [lon, lat] = geometry?.coordinates ?? []
      const place = geometry ? { name: p.place, level: p.level, lat, lon, radiusKm: p.radius_km, ...(p.country && { country: p.country }), ...(p.admin1 && { admin1: p.admin1 }), ...(p.area && { area: p.area }) } : undefined
      const implied = (p.place_basis === 'implied' ? 1 : 0) + (p.date_basis === 'implied' ? 2 : 0)
      return { id: incident.id, type: incident.type, status: incident.status, place, edtf: p.date, from: p.from, to: p.to, implied, killed: p.killed_best ?? p.killed_low ?? -1, reports: p.report_count, row }
    }),
  )
}

describe('the columns', () => {
  test('of nothing are empty', async () => {
    expect((await mapColumns(store)).columns).toMatchObject({ count: 0, ids: [], places: [] })
  })

  test('tell of every row what the incident tells, in the same order', async () => {
    await fill()
    await expectTheSame()
    expect([...(await mapColumns(store)).columns.implied].sort()).toContain(3)
    expect([...(await mapColumns(store)).columns.reports]).toContain(2)
  })

  test('hold a place once, however many share it, and twice when anything of it differs', async () => {
    await save(reading([{ quote: 'One.', where: tarn }, { quote: 'Two.', where: tarn }, { quote: 'Three.', where: { ...tarn, radiusKm: 9 } }]))
    const { columns } = await mapColumns(store)
    expect(columns.places).toHaveLength(2)
    expect([...columns.place].map((at) => columns.places[at]!.radiusKm).sort()).toEqual([5, 5, 9])
  })

  test('are the same object until something is written, and new ones then', async () => {
    await fill()
    const first = await mapColumns(store)
    expect(await mapColumns(store)).toBe(first)
    await save(reading([{ quote: 'Troops left.', type: 'movement', where: suva, when: on('2025-09-01') }]))
    const second = await mapColumns(store)
    expect(second.revision).not.toBe(first.revision)
    expect(second.columns.count).toBe(first.columns.count + 1)
    await expectTheSame()
  })

  test('are built once for all who ask at once, and apart for another store', async () => {
    await fill()
    const other = await openStore(join(folder, 'other.sqlite'))
    try {
      const [a, b, c] = await Promise.all([mapColumns(store), mapColumns(store), mapColumns(other)])
      expect(a).toBe(b)
      expect(c.columns.count).toBe(0)
    } finally {
      await closeStore(other)
    }
  })

  test('are filled in a database of the shape before', async () => {
    await fill()
    await sql.raw('drop index incidents_as_columns').execute(store.db)
    for (const column of ['area', 'admin1', 'place_implied', 'date_implied', 'precision', 'killed', 'reports']) await sql.raw(`alter table incidents drop column ${column}`).execute(store.db)
    await sql.raw('delete from migrations where number > 2').execute(store.db)
    await closeStore(store)
    store = await openStore(store.file)
    await expectTheSame()
  })
})
