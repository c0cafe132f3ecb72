import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clampAxis, dayAt, edgeFrom, firstAxis, nearestEdge, ticksOf, wholeAxis, withDay, xOf, zoomAxis } from '../components/timeline/axis'
import { frameOf, makeRun, type PlayOptions, type Range } from '../components/timeline/playback'
import { datePresets } from '../components/timeline/presets'
import { dayNumber, isoDay, readColumns } from '../lib/columns/columns'

const columnsOn = (days: number[]) => {
  const sorted = [...days].sort((a, b) => b - a)
  const zeros = days.map(() => 0)
  return readColumns({ revision: '1', ids: sorted.map((_, i) => `i${i}`), type: zeros, status: zeros, place: days.map(() => -1), from: sorted, to: sorted, precision: zeros, edtf: [], implied: zeros, killed: zeros, reports: zeros, places: [] })
}
const whole = wholeAxis({ from: dayNumber('2016-01-01'), to: dayNumber('2025-12-31') })

describe('the axis', () => {
  test('gives a single day days around it', () => {
    const day = dayNumber('2025-12-20')
    const { from, to } = wholeAxis({ from: day, to: day })
    expect(to - from).toBe(14)
    expect(from).toBeLessThan(day)
    expect(to).toBeGreaterThan(day + 1)
  })

  test('leaves a few far off outside at first, and nothing of an even spread', () => {
    const year = Array.from({ length: 200 }, (_, i) => dayNumber('2025-01-01') + i)
    const old = [...year, dayNumber('1945-05-08')]
    expect(firstAxis(columnsOn(old), wholeAxis({ from: Math.min(...old), to: Math.max(...old) })).from).toBe(dayNumber('2025-01-01'))
    const even = wholeAxis({ from: year[0]!, to: year.at(-1)! })
    expect(firstAxis(columnsOn(year), even)).toEqual(even)
    const two = [dayNumber('1945-05-08'), dayNumber('2025-01-01')]
    expect(firstAxis(columnsOn(two), wholeAxis({ from: two[0]!, to: two[1]! })).from).toBe(two[0])
  })

  test('zooms around the pointer, never past a week or the whole', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 40, noNaN: true }), fc.double({ min: 0.2, max: 0.8, noNaN: true }), (start, factor, at) => {
      const axis = clampAxis({ from: whole.from + start * 3000, to: whole.from + start * 3000 + 400 }, whole)
      const day = axis.from + at * (axis.to - axis.from)
      const next = zoomAxis(axis, whole, factor, day)
      expect(next.from).toBeGreaterThanOrEqual(whole.from)
      expect(next.to).toBeLessThanOrEqual(whole.to + 1e-6)
      expect(next.to - next.from).toBeGreaterThanOrEqual(7 - 1e-6)
      if (factor < 1) expect(xOf(next, 1000, day)).toBeCloseTo(at * 1000, 3)
    }))
  })

  test('a pixel and its day are inverses; a day out of view is brought in', () => {
    const axis = { from: 20_000, to: 20_100 }
    fc.assert(fc.property(fc.double({ min: 0, max: 900, noNaN: true }), (x) => {
      expect(xOf(axis, 900, dayAt(axis, 900, x))).toBeCloseTo(x, 6)
    }))
    const there = withDay({ from: whole.from, to: whole.from + 60 }, whole, whole.from + 500)
    expect(there.from).toBeLessThan(whole.from + 500)
    expect(there.to).toBeGreaterThan(whole.from + 500)
  })

  test('labels stand apart, on the first of months and years', () => {
    for (const [from, to] of [['2025-12-01', '2025-12-21'], ['2025-01-01', '2025-12-21'], ['2010-06-01', '2025-12-21'], ['1500-01-01', '2026-12-31']] as const) {
      const axis = wholeAxis({ from: dayNumber(from), to: dayNumber(to) })
      const ticks = ticksOf(axis, 900, 84)
      expect(ticks.length).toBeGreaterThan(2)
      ticks.slice(1).forEach(({ day }, i) => expect(xOf(axis, 900, day) - xOf(axis, 900, ticks[i]!.day)).toBeGreaterThan(70))
      if (to !== '2025-12-21' || from < '2025-12') for (const { day } of ticks) expect(isoDay(day)).toMatch(/-01$/)
    }
  })

  test('edges of bars from a day within one', () => {
    const month = { unit: 'month', step: 1 } as const
    const day = dayNumber('2025-06-10')
    expect([-1, 0, 1].map((n) => isoDay(edgeFrom(day, n, month)))).toEqual(['2025-06-01', '2025-06-01', '2025-07-01'])
    expect([-1, 1].map((n) => isoDay(edgeFrom(dayNumber('2025-06-01'), n, month)))).toEqual(['2025-05-01', '2025-07-01'])
    expect(isoDay(nearestEdge(dayNumber('2025-06-20'), month))).toBe('2025-07-01')
  })
})

describe('playback', () => {
  const shown = { from: dayNumber('2025-06-10'), end: dayNumber('2025-09-01') }
  const play = (options: Partial<PlayOptions>, selected: Range | null = null) => {
    const run = makeRun({ step: 'bar', window: 'step', speed: 'fast', ...options }, { unit: 'month', step: 1 }, shown, selected)
    const frames: Range[] = []
    for (let i = 0, frame = frameOf(run, 0); frame && i < 500; frame = frameOf(run, ++i)) frames.push(frame)
    return frames.map(({ from, end }) => `${isoDay(from)}/${isoDay(end - 1)}`)
  }
  const selected = { from: dayNumber('2025-06-16'), end: dayNumber('2025-06-30') }

  test('steps by bars or by a unit, without a gap, to the end', () => {
    expect(play({})).toEqual(['2025-06-01/2025-06-30', '2025-07-01/2025-07-31', '2025-08-01/2025-08-31'])
    const weeks = play({ step: 'week' })
    expect(weeks[0]).toBe('2025-06-09/2025-06-15')
    expect(weeks.at(-1)).toBe('2025-08-25/2025-08-31')
    expect(play({ step: 'year' })).toEqual(['2025-01-01/2025-12-31'])
  })
  test('grows from the start', () => {
    expect(play({ window: 'grow' })).toEqual(['2025-06-01/2025-06-30', '2025-06-01/2025-07-31', '2025-06-01/2025-08-31'])
  })
  test('keeps the length of what is selected, from there on; at the end it begins again', () => {
    const kept = play({ window: 'keep', step: 'week' }, selected)
    expect(kept.slice(0, 2)).toEqual(['2025-06-16/2025-06-29', '2025-06-23/2025-07-06'])
    expect(kept.at(-1)).toBe('2025-08-18/2025-08-31')
    expect(play({ window: 'keep', step: 'week' }, { from: dayNumber('2025-08-20'), end: shown.end })[0]).toMatch(/^2025-06-10/)
    expect(play({ window: 'keep' })).toEqual(play({}))
  })
})

test('presets count back from the newest day, and there are none without one', () => {
  expect(datePresets('2025-12-21')).toEqual([
    { name: 'week', from: '2025-12-15', to: '2025-12-21' },
    { name: 'month', from: '2025-11-22', to: '2025-12-21' },
    { name: 'year', from: '2024-12-22', to: '2025-12-21' },
  ])
  expect(datePresets(null)).toEqual([])
})
