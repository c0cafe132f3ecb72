'use client'
import { isoDay } from '../../lib/columns/columns'
import { useText } from '../text'
import { ticksOf, xOf, type Axis } from './axis'

/** The labels under the chart. The bars say the same in words, so a screen reader passes these over. */
export function Ticks({ axis, width, small, hasEarlier, hasLater }: { axis: Axis; width: number; small: boolean; /** A button stands in the corner. */ hasEarlier: boolean; hasLater: boolean }) {
  const { dates, shortDay } = useText()
  if (width <= 0) return null
  const label = small ? 46 : 68
  const start = hasEarlier && !small ? 58 : 0
  const end = width - label - (hasLater && !small ? 58 : 0)
  const ticks = ticksOf(axis, width, small ? 58 : 84).map((tick) => ({ ...tick, x: xOf(axis, width, tick.day) })).filter(({ x }) => x >= start)
  return (
    <div className="time-ticks" aria-hidden="true">
      {ticks.map(({ day, isYear, x }, i) => {
        const iso = isoDay(day)
        // The first label says which year it is, and so does each January.
        const needsYear = i === 0 || iso.slice(5, 7) === '01'
        return x > end && i ? null : <span key={day} style={{ left: x }} data-year={isYear || undefined} dir="auto">{isYear ? dates(iso.slice(0, 4)) : shortDay(iso, needsYear && !small)}</span>
      })}
    </div>
  )
}
