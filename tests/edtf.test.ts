import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayWhen, fromIsoDay, isoDay, monthWhen, parseEdtf, rangeWhen, yearWhen } from '../lib/resolve/edtf'
import { dayNumber, fromDayNumber, mondayOf } from '../lib/resolve/when/days'

const dayOf = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) })
const when = fc.oneof(
  dayOf.map(dayWhen),
  fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => monthWhen(year, month)),
  fc.integer({ min: 1, max: 9999 }).map(yearWhen),
)
const range = fc.tuple(when, when)
  .filter(([a, b]) => a.edtf !== b.edtf && a.from <= b.from && a.from <= b.to)
  .map(([a, b]) => rangeWhen(a, b))

describe('EDTF', () => {
  test('whatever is written is read back as it was', () => {
    fc.assert(fc.property(fc.oneof(when, range), (value) => { expect(parseEdtf(value.edtf)).toEqual(value) }))
  })

  test('a day number and its ISO day are the same day', () => {
    fc.assert(fc.property(dayOf, (day) => { expect(fromIsoDay(isoDay(day))).toBe(day) }))
  })

  test('no text makes it throw, and what it accepts it repeats', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/-]{0,21}$/)), (text) => {
      const value = parseEdtf(text)
      if (value) expect(value.edtf).toBe(text)
    }))
  })

  test('a week begins on Monday', () => {
    fc.assert(fc.property(dayOf, (day) => {
      const monday = mondayOf(day)
      expect(fromDayNumber(monday).weekday).toBe(1)
      expect(day - monday).toBeLessThan(7)
      expect(day - monday).toBeGreaterThanOrEqual(0)
    }))
  })

  test('the first and last day are those of the calendar', () => {
    expect(parseEdtf('2024-02')).toEqual({ edtf: '2024-02', from: '2024-02-01', to: '2024-02-29', precision: 'month' })
    expect(parseEdtf('2025-12-20/2025-12-21')).toEqual({ edtf: '2025-12-20/2025-12-21', from: '2025-12-20', to: '2025-12-21', precision: 'range' })
    expect(parseEdtf('2018')).toMatchObject({ from: '2018-01-01', to: '2018-12-31', precision: 'year' })
  })

  test.each(['', '2025-02-29', '2025-13', '2025-00', '2025-1-2', '0000', '2025-12-21/2025-12-20', '2025/2025', '2025/', '/2025', '2025-01/2025-02/2025-03', '2025-12-20T10:00', 'next week'])(
    '%j is no date', (text) => { expect(parseEdtf(text)).toBeNull() })
})
