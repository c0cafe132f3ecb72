import type { CalendarDate } from '../types'
import { monthNumber } from './words'

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i
const monthFirst = /^(?:\p{L}+,? )?(\p{L}{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u
const dayFirst = /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9}\.?),? (\d{4})\b/u

/**
 * The UTC day (YYYY-MM-DD) of a date as publishers write it: "2025-12-21", an ISO 8601 date and time,
 * "Dec. 21, 2025", "Sun, 21 Dec 2025 10:00:00 GMT". `undefined` for anything else and for a day that does not exist.
 */
export function dayOf(value: string): string | undefined {
  const text = value.trim()
  const match = iso.exec(text)
  if (match) {
    const day = isoDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
    if (!day || text.length === 10) return day
    const instant = new Date(text.replace(' ', 'T').replace(',', '.') + (match[4] ? '' : 'Z'))
    return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().slice(0, 10)
  }
  const first = monthFirst.exec(text)
  if (first) return isoDay({ year: Number(first[3]), month: monthNumber(first[1]!), day: Number(first[2]) })
  const second = dayFirst.exec(text)
  if (second) return isoDay({ year: Number(second[3]), month: monthNumber(second[2]!), day: Number(second[1]) })
  return undefined
}

/** ISO day of a full date, `undefined` when a part is missing or the calendar has no such day. */
export function isoDay({ year, month, day }: CalendarDate): string | undefined {
  if (year === undefined || month === undefined || day === undefined || year < 1000 || year > 9999) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}
