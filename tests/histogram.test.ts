import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, datePrecisions, isoDay, readColumns, type Columns } from '../lib/columns/columns'
import { addBins, binAt, binsOf, chooseBins, countBins, daysOfBin, floorTo, spanOf, timeUnits, type Histogram } from '../lib/columns/histogram'
import { incidentTypes } from '../lib/taxonomy'

type Row = { from: number | null; to?: number; type?: number; implied?: number }

function columnsOf(rows: Row[]): Columns {
  return readColumns({
    revision: '1',
    ids: rows.map((_, i) => `i${i}`),
    type: rows.map(({ type }) => type ?? 0),
    status: rows.map(() => 0),
    place: rows.map(() => -1),
    from: rows.map(({ from }) => from),
    to: rows.map(({ from, to }) => (from === null ? null : to ?? from)),
    precision: rows.map(({ from }) => (from === null ? -1 : datePrecisions.indexOf('range'))),
    implied: rows.map(({ implied }) => implied ?? 0),
    killed: rows.map(() => -1),
    reports: rows.map(() => 1),
    edtf: [],
    places: [],
  })
}
const allOf = ({ count }: Columns) => Uint32Array.from({ length: count }, (_, i) => i)
const span = (from: string, to: string) => ({ from: dayNumber(from), to: dayNumber(to) })
const sum = (numbers: Iterable<number>[]) => numbers.reduce((total, each) => [...each].reduce((a, b) => a + b, total), 0)
const firstDays = (unit: (typeof timeUnits)[number], from: string, to: string) => binsOf(span(from, to), unit).edges.map(isoDay)

describe('bins', () => {
  test('days, weeks from Monday, months, years', () => {
    expect(firstDays('day', '2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02'])
    expect(firstDays('week', '2025-12-24', '2026-01-05')).toEqual(['2025-12-22', '2025-12-29', '2026-01-05', '2026-01-12'])
    expect(firstDays('week', '1969-12-31', '1970-01-01')).toEqual(['1969-12-29', '1970-01-05'])
    expect(firstDays('month', '2023-12-31', '2024-02-01')).toEqual(['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01'])
    expect(firstDays('year', '1969-06-01', '1971-01-01')).toEqual(['1969-01-01', '1970-01-01', '1971-01-01', '1972-01-01'])
  })

  test('the finest that fit', () => {
    expect(chooseBins(span('2025-12-01', '2025-12-21'), 100).unit).toBe('day')
    expect(chooseBins(span('2025-01-01', '2025-12-21'), 100).unit).toBe('week')
    expect(chooseBins(span('2020-01-01', '2025-12-21'), 100).unit).toBe('month')
    expect(chooseBins(span('1950-01-01', '2025-12-21'), 100)).toMatchObject({ unit: 'year', step: 1 })
    const ages = chooseBins(span('1500-05-01', '2026-12-31'), 100)
    expect(ages).toMatchObject({ unit: 'year', step: 10 })
    expect(isoDay(ages.edges[0]!)).toBe('1500-01-01')
  })

  test('one day is one bin, whatever the room', () => {
    expect(chooseBins(span('2025-12-20', '2025-12-20'), 1).edges).toHaveLength(2)
    expect(daysOfBin(chooseBins(span('2025-12-20', '2025-12-20'), 200), 0)).toEqual({ from: '2025-12-20', to: '2025-12-20' })
  })

  test('tile the span without gaps, as many as asked for at most, and each day lies in its own', () => {
    const day = fc.integer({ min: dayNumber('1000-01-01'), max: dayNumber('2999-12-31') })
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 2, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (from, length, most, at) => {
      const bins = chooseBins({ from, to: from + length }, most)
      const { edges, unit, step } = bins
      expect(edges.length - 1).toBeLessThanOrEqual(most)
      expect(edges[0]).toBeLessThanOrEqual(from)
      expect(edges[1]).toBeGreaterThan(from)
      expect(edges.at(-1)).toBeGreaterThan(from + length)
      expect(edges.at(-2)).toBeLessThanOrEqual(from + length)
      for (let i = 1; i < edges.length; i++) {
        expect(edges[i]).toBe(addBins(edges[i - 1]!, 1, unit, step))
        expect(floorTo(edges[i]! - 1, unit, step)).toBe(edges[i - 1])
      }
      const one = from + Math.floor(at * length)
      expect(edges[binAt(bins, one)]).toBe(floorTo(one, unit, step))
    }))
  })
})

describe('counts', () => {
  test('a stated day is sure, a month over days is a thin band over all of its days and no bar', () => {
    const columns = columnsOf([{ from: dayNumber('2025-06-10') }, { ...span('2025-06-01', '2025-06-30') }])
    const { sure, vague, share } = countBins(columns, allOf(columns), binsOf(span('2025-06-01', '2025-06-30'), 'day'))
    expect([...sure[0]!].filter(Boolean)).toEqual([1])
    expect(sure[0]![9]).toBe(1)
    expect([...vague[0]!]).toEqual(Array(30).fill(1))
    for (const part of share[0]!) expect(part).toBeCloseTo(1 / 30)
  })

  test('the same month over months is sure', () => {
    const columns = columnsOf([span('2025-06-01', '2025-06-30')])
    const { sure, vague } = countBins(columns, allOf(columns), binsOf(span('2025-05-01', '2025-07-31'), 'month'))
    expect([...sure[0]!]).toEqual([0, 1, 0])
    expect(sum(vague)).toBe(0)
  })

  test('an implied day is a day, and told apart in a count of its own; an implied place is neither here nor there', () => {
    const day = dayNumber('2025-12-20')
    const columns = columnsOf([{ from: day, implied: 2 }, { from: day, implied: 1, type: 3 }])
    const { sure, vague, implied } = countBins(columns, allOf(columns), binsOf({ from: day, to: day }, 'day'))
    expect([sum(sure), sum(vague), implied[0]]).toEqual([2, 0, 1])
  })

  test('no rows, only undated rows', () => {
    const columns = columnsOf([{ from: null }, { from: null }])
    expect(spanOf(columns, allOf(columns))).toBeNull()
    expect(countBins(columns, allOf(columns), binsOf({ from: 0, to: 3 }, 'day'))).toMatchObject({ dated: 0, undated: 2 })
    expect(sum(countBins(columns, new Uint32Array(0), binsOf({ from: 0, to: 3 }, 'day')).sure)).toBe(0)
  })

  test('add up: each dated row is sure once or vague where it may have been, its weight one in all', () => {
    const row = fc.record({ from: fc.integer({ min: -400, max: 400 }), length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })), type: fc.nat(incidentTypes.length - 1), implied: fc.constantFrom(0, 1, 2, 3), dated: fc.boolean() })
    fc.assert(fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom(...timeUnits), fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 300 }), (rows, unit, start, length) => {
      const columns = columnsOf(rows.map(({ from, length, type, implied, dated }) => ({ from: dated ? from : null, to: from + length, type, implied })))
      const all = allOf(columns)
      const whole = spanOf(columns, all)
      if (whole) check(columns, countBins(columns, all, binsOf(whole, unit)), true)
      check(columns, countBins(columns, all, binsOf({ from: start, to: start + length }, unit)), false)
    }))
  })

  test('50,000 rows of whole years over a thousand days in a few milliseconds', () => {
    const start = dayNumber('2020-01-01')
    const columns = columnsOf(Array.from({ length: 50_000 }, (_, i) => ({ from: start + (i % 700), to: start + (i % 700) + (i % 3 ? 0 : 365), type: i % 12 })))
    const rows = allOf(columns)
    const bins = binsOf(spanOf(columns, rows)!, 'day')
    countBins(columns, rows, bins)
    const began = performance.now()
    for (let i = 0; i < 5; i++) countBins(columns, rows, bins)
    expect((performance.now() - began) / 5).toBeLessThan(30)
  })
})

/** Against the plain definition: every row against every bin. */
function check(columns: Columns, { bins, sure, vague, share, dated, undated }: Histogram, whole: boolean) {
  const n = bins.edges.length - 1
  const [first, end] = [bins.edges[0]!, bins.edges[n]!]
  let [sureRows, vagueRows, without] = [0, 0, 0]
  const expected = { sure: sure.map((bin) => bin.map(() => 0)), vague: vague.map((bin) => bin.map(() => 0)), share: share.map((bin) => bin.map(() => 0)) }
  for (let row = 0; row < columns.count; row++) {
    const [from, to, type] = [columns.from[row]!, columns.to[row]!, columns.type[row]!]
    if (from < -1e9) {
      without++
      continue
    }
    if (to < first || from >= end) continue
    const touched = [...Array(n).keys()].filter((i) => from < bins.edges[i + 1]! && to >= bins.edges[i]!)
    const inside = from >= first && to < end
    if (touched.length === 1 && inside) {
      sureRows++
      expected.sure[type]![touched[0]!]!++
    } else {
      vagueRows++
      if (whole) expect(touched.length).toBeGreaterThan(1)
      for (const i of touched) {
        expected.vague[type]![i]!++
        expected.share[type]![i]! += (Math.min(to, bins.edges[i + 1]! - 1) - Math.max(from, bins.edges[i]!) + 1) / (to - from + 1)
      }
    }
  }
  expect(sure).toEqual(expected.sure)
  expect(vague).toEqual(expected.vague)
  share.forEach((parts, type) => parts.forEach((part, i) => expect(part).toBeCloseTo(expected.share[type]![i]!, 6)))
  expect(sum(sure)).toBe(sureRows)
  expect(dated).toBe(sureRows + vagueRows)
  expect(undated).toBe(without)
  if (whole) expect(sum(sure) + sum(share)).toBeCloseTo(dated, 6)
}
