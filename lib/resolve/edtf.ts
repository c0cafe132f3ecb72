/**
 * Dates as EDTF (ISO 8601-2 level 0): "2025", "2025-07", "2025-12-20" and intervals of those,
 * "2025-12-20/2025-12-21". Every text read here is written back as it was.
 */
import type { When } from '../types'
import { dayNumber, daysInMonth, fromDayNumber, isDay } from './when/days'

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** ISO day of a day number. */
export function isoDay(number: number): string {
  const { year, month, day } = fromDayNumber(number)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export function fromIsoDay(iso: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay(year, month, day) ? dayNumber(year, month, day) : null
}

export const dayWhen = (day: number): When => ({ edtf: isoDay(day), from: isoDay(day), to: isoDay(day), precision: 'day' })

export function monthWhen(year: number, month: number): When {
  const edtf = `${pad(year, 4)}-${pad(month, 2)}`
  return { edtf, from: `${edtf}-01`, to: `${edtf}-${pad(daysInMonth(year, month), 2)}`, precision: 'month' }
}

export function yearWhen(year: number): When {
  const edtf = pad(year, 4)
  return { edtf, from: `${edtf}-01-01`, to: `${edtf}-12-31`, precision: 'year' }
}

/** Some day or days between two values, both included; a range of one day is that day. */
export function rangeWhen(from: When, to: When): When {
  if (from.edtf === to.edtf) return from
  return { edtf: `${from.edtf}/${to.edtf}`, from: from.from, to: to.to, precision: 'range' }
}

/** Reads an EDTF text; null for one that is malformed, names no day of the calendar, or ends before it begins. */
export function parseEdtf(edtf: string): When | null {
  const [first, last, ...more] = edtf.split('/')
  if (first === undefined || more.length > 0) return null
  const from = parseDate(first)
  if (last === undefined || !from) return from
  const to = parseDate(last)
  return to && from.edtf !== to.edtf && from.from <= to.to && from.from <= to.from ? rangeWhen(from, to) : null
}

function parseDate(text: string): When | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  if (!isDay(year, month, day)) return null
  if (match[3]) return dayWhen(dayNumber(year, month, day))
  return match[2] ? monthWhen(year, month) : yearWhen(year)
}
