/** Parts of months and years: "early May", "the end of 2024". The bounds are a convention, thirds for the most part. */
import type { DatePart, When } from '../../types'
import { dayWhen, monthWhen, rangeWhen } from '../edtf'
import { dayNumber, daysInMonth, isDay } from './days'

export function partOfMonth(year: number, month: number, part: DatePart): When | null {
  if (!isDay(year, month, 1)) return null
  const length = daysInMonth(year, month)
  const [first, last] = ({
    early: [1, 10], mid: [11, 20], late: [21, length],
    'first half': [1, 15], 'second half': [16, length], 'first week': [1, 7], 'last week': [length - 6, length],
  } as const)[part]
  return rangeWhen(dayWhen(dayNumber(year, month, first)), dayWhen(dayNumber(year, month, last)))
}

export function partOfYear(year: number, part: DatePart): When | null {
  if (year < 1 || year > 9999) return null
  if (part === 'first week') return partOfMonth(year, 1, part)
  if (part === 'last week') return partOfMonth(year, 12, part)
  const [first, last] = ({ early: [1, 4], mid: [5, 8], late: [9, 12], 'first half': [1, 6], 'second half': [7, 12] } as const)[part]
  return rangeWhen(monthWhen(year, first), monthWhen(year, last))
}
