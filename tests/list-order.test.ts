import { describe, expect, test } from 'vitest'
import { layOut, rowPixels, windowOf } from '../components/list/layout'
import { groupRows, orderRows } from '../components/list/order'
import { dayNumber, readColumns, type Columns } from '../lib/columns/columns'
import { sortings } from '../lib/view'

type Told = { date?: string; to?: string; precision?: number; status?: number; place?: string; killed?: number; reports?: number }
function columnsOf(...told: Told[]): Columns {
  const names = [...new Set(told.flatMap(({ place }) => place ?? []))]
  const days = (pick: (one: Told) => string | undefined) => told.map((one) => (pick(one) ? dayNumber(pick(one)!) : null))
  return readColumns({
    revision: '1', edtf: [], ids: told.map((_, i) => `i${i}`), type: told.map(() => 0), status: told.map(({ status }) => status ?? 0), place: told.map(({ place }) => (place ? names.indexOf(place) : -1)),
    from: days(({ date }) => date), to: days(({ date, to }) => to ?? date), precision: told.map(({ precision, date, to }) => precision ?? (to ? 1 : date ? 0 : -1)), implied: told.map(() => 0),
    killed: told.map(({ killed }) => killed ?? -1), reports: told.map(({ reports }) => reports ?? 1), places: names.map((name) => ({ name, level: 'town', lat: 0, lon: 0, radiusKm: 3 })),
  })
}
const all = ({ count }: Columns) => Uint32Array.from({ length: count }, (_, i) => i)
const ordered = (columns: Columns, sort: (typeof sortings)[number]) => [...orderRows(columns, all(columns), sort, 'en')]
const headings = (columns: Columns, sort: (typeof sortings)[number]) => groupRows(columns, orderRows(columns, all(columns), sort, 'en'), sort).map(({ heading, rows }) => [heading && ('edtf' in heading ? heading.edtf : 'from' in heading ? heading.from : heading.letter), rows.length])

describe('dates', () => {
  const columns = columnsOf({ date: '2026-01-09', status: 2 }, { date: '2025-12-21' }, { date: '2025-12-20', to: '2025-12-21' }, { date: '2025-12-21' }, { date: '2025-12-01', to: '2025-12-31', precision: 2 }, {})
  test('newest first, vague ones in groups of their own, undated ones last', () => {
    expect(headings(columns, 'newest')).toEqual([['2026-01-09', 1], ['2025-12', 1], ['2025-12-21', 2], ['2025-12-20/2025-12-21', 1], [null, 1]])
  })
  test('oldest first leaves the undated ones last', () => expect(ordered(columns, 'oldest').at(-1)).toBe(5))
  test('a day of which everything is only planned is marked', () => {
    expect(groupRows(columns, orderRows(columns, all(columns), 'newest', 'en'), 'newest').map(({ heading }) => heading?.kind === 'date' && heading.planned)).toEqual([true, false, false, false, false])
  })
})

test('most killed: those without a count last, none killed before them', () => {
  const columns = columnsOf({ killed: 3 }, {}, { killed: 250 }, { killed: 0 }, { killed: 1 }, { killed: 9 })
  expect(ordered(columns, 'killed')).toEqual([2, 5, 0, 4, 3, 1])
  expect(headings(columns, 'killed')).toEqual([[100, 1], [2, 2], [1, 1], [0, 1], [-1, 1]])
})

test('by place: accents stand with their letter, equal names by time, the unplaced last without a letter', () => {
  const columns = columnsOf({ place: 'Zagreb' }, {}, { place: 'Étampes' }, { place: 'Essen' }, { place: 'Zagreb' })
  expect(ordered(columns, 'place')).toEqual([3, 2, 0, 4, 1])
  expect(headings(columns, 'place')).toEqual([['E', 2], ['Z', 2], [null, 1]])
})

describe('layout', () => {
  const columns = columnsOf({ date: '2025-12-21', place: 'A' }, { date: '2025-12-20', place: 'B' }, { date: '2025-12-19' }, { date: '2025-12-18', place: 'A' })
  test('sections by what the map shows; before it says, everything placed is on it', () => {
    expect(layOut(columns, all(columns), Uint8Array.of(1, 0), 'newest', 'en').sections.map(({ name, count, first }) => [name, count, first])).toEqual([['here', 2, 0], ['elsewhere', 1, 2], ['unplaced', 1, 3]])
    expect(layOut(columns, all(columns), null, 'newest', 'en').sections.map(({ name, count }) => [name, count])).toEqual([['here', 3], ['unplaced', 1]])
  })
  test('nothing is no section', () => expect(layOut(columns, Uint32Array.of(), null, 'newest', 'en')).toMatchObject({ height: 0, sections: [] }))
  test('only what is near the view is drawn, and the row with the keyboard', () => {
    const many = columnsOf(...Array.from({ length: 1000 }, (_, i) => ({ date: '2025-12-21', place: `P${i}` })))
    const [section] = layOut(many, all(many), null, 'newest', 'en').sections
    const [part] = windowOf(section!, 50 * rowPixels, 60 * rowPixels, [700])
    expect(part!.rows).toContain(700)
    expect(part!.rows.length).toBeLessThan(14)
    expect(part!.rows).not.toContain(0)
    expect(windowOf(section!, 0, 100, [])[0]!.rows[0]).toBe(0)
  })
})

test('50,000 rows are in order in a moment, whatever the order', () => {
  const columns = columnsOf(...Array.from({ length: 50_000 }, (_, i) => ({ date: new Date(1.7e12 - i * 9e5).toISOString().slice(0, 10), place: `Town ${(i * 7919) % 9000}`, killed: (i * 31) % 90, reports: 1 + (i % 7) })))
  orderRows(columns, all(columns), 'place', 'en')
  for (const sort of sortings) {
    const begin = performance.now()
    layOut(columns, all(columns), null, sort, 'en')
    const took = performance.now() - begin
    if (process.env.TIMES) console.log(sort, took.toFixed(1))
    expect(took).toBeLessThan(500)
  }
})
