/**
 * Which days the time line shows, and where: an axis is the days from `from` up to, not including, `to`, counted from
 * 1970-01-01 and with fractions while it is zoomed. Time runs from left to right in every language, as on most charts.
 */
import { addBins, binsIn, floorTo, type Bins, type DaySpan, type TimeUnit } from '../../lib/columns/histogram'
import { noDay, type Columns } from '../../lib/columns/columns'

export type Axis = { from: number; to: number }

/** A single day needs days around it to be seen as one, and a zoom in has an end. */
const fewestDays = 14
export const nearestDays = 7

/** All of a span with a little room, on whole days. */
export function wholeAxis({ from, to }: DaySpan): Axis {
  const room = Math.max(0, fewestDays - (to - from + 1))
  return { from: from - Math.floor(room / 2), to: to + 1 + Math.ceil(room / 2) }
}

/**
 * Where to begin: on all of it, but for a few incidents far off that would press all others into a corner. Up to one in
 * fifty at either end is left outside when that makes the axis three times shorter or more; the time line says how many.
 */
export function firstAxis(columns: Columns, whole: Axis): Axis {
  const days: number[] = []
  for (let row = 0; row < columns.count; row++) if (columns.to[row] !== noDay) days.push(columns.to[row]!)
  const spare = Math.floor(days.length / 50)
  if (!spare) return whole
  // Rows are sorted by their last day, the latest first.
  const [first, last] = [days[days.length - 1 - spare]!, days[spare]!]
  const near = Math.max(fewestDays, (last - first) / 4)
  const main = wholeAxis({ from: days.findLast((day) => day >= first - near) ?? first, to: days.find((day) => day <= last + near) ?? last })
  return (main.to - main.from) * 3 <= whole.to - whole.from ? clampAxis(main, whole) : whole
}

export function clampAxis({ from, to }: Axis, whole: Axis): Axis {
  const days = Math.min(whole.to - whole.from, Math.max(nearestDays, to - from))
  const middle = (from + to) / 2
  const start = Math.min(whole.to - days, Math.max(whole.from, middle - days / 2))
  return { from: start, to: start + days }
}

/** Days shown × `factor`, with the day `at` staying where it is. */
export function zoomAxis(axis: Axis, whole: Axis, factor: number, at = (axis.from + axis.to) / 2): Axis {
  const days = Math.min(whole.to - whole.from, Math.max(nearestDays, (axis.to - axis.from) * factor))
  const from = at - ((at - axis.from) / (axis.to - axis.from)) * days
  return clampAxis({ from, to: from + days }, whole)
}

export const panAxis = ({ from, to }: Axis, whole: Axis, days: number): Axis => clampAxis({ from: from + days, to: to + days }, whole)

/** The axis moved so far that a day is on it. */
export function withDay(axis: Axis, whole: Axis, day: number): Axis {
  const margin = (axis.to - axis.from) * 0.05
  if (day < axis.from) return panAxis(axis, whole, day - axis.from - margin)
  return day > axis.to ? panAxis(axis, whole, day - axis.to + margin) : axis
}

export const xOf = ({ from, to }: Axis, width: number, day: number): number => ((day - from) / (to - from)) * width
export const dayAt = ({ from, to }: Axis, width: number, x: number): number => from + (x / Math.max(1, width)) * (to - from)

/** The edge of a bin `n` edges away from a day: from within a bin the first step goes to the edge of that bin. */
export function edgeFrom(day: number, n: number, { unit, step }: Pick<Bins, 'unit' | 'step'>): number {
  const floor = floorTo(day, unit, step)
  return addBins(floor, n < 0 && floor !== day ? n + 1 : n, unit, step)
}

/** The edge of a bin nearest to a day. */
export function nearestEdge(day: number, bins: Pick<Bins, 'unit' | 'step'>): number {
  const before = floorTo(Math.floor(day), bins.unit, bins.step)
  const after = addBins(before, 1, bins.unit, bins.step)
  return day - before < after - day ? before : after
}

export type Tick = { day: number; unit: TimeUnit; isYear: boolean }
const tickSteps: { unit: TimeUnit; step: number }[] = [
  { unit: 'day', step: 1 }, { unit: 'day', step: 2 }, { unit: 'week', step: 1 }, { unit: 'week', step: 2 },
  { unit: 'month', step: 1 }, { unit: 'month', step: 2 }, { unit: 'month', step: 3 }, { unit: 'month', step: 6 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((step) => ({ unit: 'year' as const, step })),
]

/** Days to be labelled, at least `apart` pixels from one another. */
export function ticksOf(axis: Axis, width: number, apart: number): Tick[] {
  const most = Math.max(1, Math.floor(width / apart))
  const { unit, step } = tickSteps.find((each) => binsIn({ from: axis.from, to: axis.to - 1 }, each.unit, each.step) - 1 <= most) ?? tickSteps.at(-1)!
  const isYear = unit === 'year'
  const origin = unit === 'month' ? floorTo(Math.floor(axis.from), 'year') : floorTo(Math.floor(axis.from), unit, step)
  // Every second day or week is counted from a fixed one, or the labels would jump while the axis moves.
  const start = unit === 'day' ? Math.floor(origin / step) * step : unit === 'week' ? origin - ((((origin + 3) / 7) % step) + step) % step * 7 : origin
  const ticks: Tick[] = []
  for (let i = 0, day = start; day < axis.to; day = addBins(start, ++i * (isYear ? 1 : step), unit, isYear ? step : 1)) {
    if (day >= axis.from) ticks.push({ day, unit, isYear: floorTo(day, 'year') === day && (unit === 'year' || unit === 'month') })
  }
  return ticks
}
