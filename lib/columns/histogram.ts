/**
 * How many incidents there were when: counts per bin of time and type, told apart by how well the date is known.
 *
 * The rule, shared by the time line, `GET /api/timeline` and the preview image:
 * - `sure`: all of the date's interval lies inside the bin. Drawn solid: it was then.
 * - `vague`: the interval touches the bin and reaches beyond it. It may have been then. Counted once in every bin it touches,
 *   so `sure` is the least and `sure + vague` the most there can have been.
 * - `share`: what a vague incident adds to the height of a bin. One incident is one in all, spread over the days it may have
 *   been (aoristic weights: Ratcliffe, "Aoristic analysis", Int. J. Geographical Information Science 14 (2000) 669–679).
 *   Drawn hatched, so "July" over days is a thin band across the month and never a bar of its own, and the area of the chart
 *   stays the number of incidents.
 *
 * An implied date ("on Friday", read with the day of the article) is a day all the same, and news hardly writes others: hatched
 * as well, they would drown the dates that are vague. `implied` counts them within `sure`, for the words beside the chart.
 */
import { incidentTypes } from '../taxonomy'
import { isoDay, noDay, type Columns } from './columns'

export const timeUnits = ['day', 'week', 'month', 'year'] as const
export type TimeUnit = (typeof timeUnits)[number]

/** Days are counted from 1970-01-01. Bin i has the days from `edges[i]` up to, not including, `edges[i + 1]`. */
export type Bins = { unit: TimeUnit; /** Years to a bin where years alone would be too many, else 1. */ step: number; edges: number[] }
/** One array per type, as in `incidentTypes`, of one number per bin. */
export type Histogram = { bins: Bins; sure: Uint32Array[]; vague: Uint32Array[]; share: Float64Array[]; /** Of `sure`, all types, those whose date the text only implies. */ implied: Uint32Array; /** Rows with a date that touch the bins, and rows without a date. */ dated: number; undated: number }
export type DaySpan = { from: number; to: number }

/** First and last day of all rows with a date; null when there is none. */
export function spanOf({ from, to }: Columns, rows: Uint32Array): DaySpan | null {
  let [first, last] = [Infinity, -Infinity]
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    if (from[row] === noDay) continue
    if (from[row]! < first) first = from[row]!
    if (to[row]! > last) last = to[row]!
  }
  return first <= last ? { from: first, to: last } : null
}

/** About how many days a bin has. */
const daysOf: Record<TimeUnit, number> = { day: 1, week: 7, month: 30.436875, year: 365.2425 }

/** The first day of the bin a day lies in. Weeks begin on Monday; 1970-01-01 was a Thursday. */
export function floorTo(day: number, unit: TimeUnit, step = 1): number {
  if (unit === 'day') return day
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  const date = new Date(day * 86_400_000)
  const year = date.getUTCFullYear()
  return unit === 'month' ? firstDay(year, date.getUTCMonth()) : firstDay(Math.floor(year / step) * step, 0)
}

/** The first day of the bin `n` bins after the one that begins on `start`. */
export function addBins(start: number, n: number, unit: TimeUnit, step = 1): number {
  if (unit === 'day') return start + n
  if (unit === 'week') return start + 7 * n
  const date = new Date(start * 86_400_000)
  return unit === 'month' ? firstDay(date.getUTCFullYear(), date.getUTCMonth() + n) : firstDay(date.getUTCFullYear() + n * step, 0)
}

function firstDay(year: number, month: number): number {
  // Date.UTC takes the years 0–99 for 1900–1999.
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return Math.round(date.getTime() / 86_400_000)
}

/** About how many bins a span takes; never fewer than it really does. */
export const binsIn = ({ from, to }: DaySpan, unit: TimeUnit, step = 1): number => Math.ceil((to - from + 1) / (daysOf[unit] * step)) + 1

/** Whole bins of one unit over a span, without gaps. */
export function binsOf({ from, to }: DaySpan, unit: TimeUnit, step = 1): Bins {
  const start = floorTo(from, unit, step)
  const edges = [start]
  for (let i = 1; edges[i - 1]! <= to; i++) edges.push(addBins(start, i, unit, step))
  return { unit, step, edges }
}

/** Years to a bin, so that bins begin where people count from. */
const yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/** The finest bins of which about `most` or fewer cover the span. */
export function chooseBins(span: DaySpan, most: number): Bins {
  const unit = timeUnits.find((each) => each !== 'year' && binsIn(span, each) <= Math.max(2, most))
  return unit ? binsOf(span, unit) : binsOf(span, 'year', yearSteps.find((step) => binsIn(span, 'year', step) <= Math.max(2, most)) ?? yearSteps.at(-1)!)
}

/** Index of the bin a day lies in; below 0 or at `edges.length - 1` and beyond for a day outside. */
export function binAt({ edges }: Bins, day: number): number {
  const last = edges.length - 1
  const start = edges[0]!
  if (day < start) return -1
  if (day >= edges[last]!) return last
  // Bins of a unit are nearly of one length, so the guess is at most a step or two off.
  let i = Math.min(last - 1, Math.floor(((day - start) / (edges[last]! - start)) * last))
  while (edges[i]! > day) i--
  while (edges[i + 1]! <= day) i++
  return i
}

/**
 * One pass over the rows; a vague one costs the same however many bins it touches, as only its ends are noted and the bins
 * between are filled in at the end. What lies outside the bins is not counted.
 */
export function countBins({ from, to, type, implied }: Columns, rows: Uint32Array, bins: Bins): Histogram {
  const { edges } = bins
  const n = edges.length - 1
  const perType = <T>(make: () => T): T[] => Array.from(incidentTypes, make)
  const sure = perType(() => new Uint32Array(n))
  const share = perType(() => new Float64Array(n))
  // At each bin, how many vague ones begin less how many ended before it; and the same of their weight for each day.
  const touched = perType(() => new Int32Array(n + 1))
  const perDay = perType(() => new Float64Array(n + 1))
  const guessed = new Uint32Array(n)
  let dated = 0
  let undated = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    const first = from[row]!
    if (first === noDay) {
      undated++
      continue
    }
    const last = to[row]!
    const a = binAt(bins, first)
    const b = first === last ? a : binAt(bins, last)
    if (b < 0 || a >= n) continue
    dated++
    const kind = type[row]!
    if (a === b) {
      sure[kind]![a]!++
      if (implied[row]! & 2) guessed[a]!++
      continue
    }
    const weight = 1 / (last - first + 1)
    const start = Math.max(0, a)
    const end = Math.min(n - 1, b)
    touched[kind]![start]!++
    touched[kind]![end + 1]!--
    // The bins at the ends are covered in part, those between in full.
    if (a >= 0) share[kind]![a]! += (edges[a + 1]! - first) * weight
    if (b < n) share[kind]![b]! += (last - edges[b]! + 1) * weight
    perDay[kind]![Math.max(0, a + 1)]! += weight
    perDay[kind]![Math.min(b, n)]! -= weight
  }
  const vague = perType(() => new Uint32Array(n))
  for (let kind = 0; kind < incidentTypes.length; kind++) {
    let [open, weight] = [0, 0]
    for (let i = 0; i < n; i++) {
      open += touched[kind]![i]!
      weight += perDay[kind]![i]!
      vague[kind]![i] = open
      // Sums of fractions leave a rest of about 1e-13 where nothing is.
      share[kind]![i] = open ? share[kind]![i]! + Math.max(0, weight) * (edges[i + 1]! - edges[i]!) : 0
    }
  }
  return { bins, sure, vague, share, implied: guessed, dated, undated }
}

/** ISO days of a bin, both inclusive. */
export const daysOfBin = ({ edges }: Bins, i: number): { from: string; to: string } => ({ from: isoDay(edges[i]!), to: isoDay(edges[i + 1]! - 1) })
