/** What playback shows, frame by frame. */
import { addBins, floorTo, type Bins, type TimeUnit } from '../../lib/columns/histogram'

export const speeds = { slow: 1100, normal: 500, fast: 160 } as const
export const playWindows = ['step', 'grow', 'keep'] as const
export type PlayOptions = {
  /** How far a frame is from the one before: a bar of the chart, or a unit. */
  step: 'bar' | TimeUnit
  /** Each frame is one step long, grows from the start, or keeps the length of the selected range. */
  window: (typeof playWindows)[number]
  speed: keyof typeof speeds
}
/** From the first day up to, not including, `end`. */
export type Range = { from: number; end: number }
export type Run = { unit: TimeUnit; step: number; window: PlayOptions['window']; start: number; end: number; /** Days of a frame that keeps its length. */ length: number }

/**
 * @param shown the days the chart shows: playback goes from its start to its end
 * @param selected the range one keeps the length of; it also says where such a run begins, unless it is at the end already
 */
export function makeRun({ step, window }: PlayOptions, bins: Pick<Bins, 'unit' | 'step'>, shown: Range, selected: Range | null): Run {
  const unit = step === 'bar' ? bins.unit : step
  const size = step === 'bar' ? bins.step : 1
  const keeps = window === 'keep' && selected !== null
  const from = keeps && selected.end < shown.end ? selected.from : shown.from
  return { unit, step: size, window: window === 'keep' && !keeps ? 'step' : window, start: keeps ? from : floorTo(Math.floor(from), unit, size), end: shown.end, length: keeps ? selected.end - selected.from : 0 }
}

/** The frame at a step; null after the last one. */
export function frameOf({ unit, step, window, start, end, length }: Run, i: number): Range | null {
  // A range that keeps its length may begin within a month; it goes on by as many days as whole bins do.
  const base = floorTo(start, unit, step)
  const at = (n: number) => addBins(base, n, unit, step) + (start - base)
  if (window === 'keep') return i > 0 && at(i - 1) + length >= end ? null : { from: at(i), end: at(i) + length }
  if (at(i) >= end) return null
  return { from: window === 'grow' ? start : at(i), end: at(i + 1) }
}
