'use client'
import { isoDay } from '../../lib/columns/columns'
import { useText } from '../text'
import { ticksOf, xOf, type Axis } from './axis'

/** The labels under the chart. The bars say the same in words, so a screen reader passes these over. */
export function Ticks({ axis, width, small }: { axis: Axis; width: number; small: boolean }) {
  const { dates, shortDay } = useText()
  if (width <= 0) return null
  const room = small ? 46 : 60
  return (
    <div className="time-ticks" aria-hidden="true">
      {ticksOf(axis, width, small ? 58 : 84).map(({ day, isYear }, i) => {
        const x = xOf(axis, width, day)
        const iso = isoDay(day)
        // The first label says which year it is, and so does each January.
        const needsYear = i === 0 || iso.slice(5, 7) === '01'
        return x > width - room && i ? null : <span key={day} style={{ left: x }} data-year={isYear || undefined} dir="auto">{isYear ? dates(iso.slice(0, 4)) : shortDay(iso, needsYear && !small)}</span>
      })}
    </div>
  )
}
