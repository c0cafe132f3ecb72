/**
 * Calendar dates — "Dec. 21, 2025", "3 March", "19–21 December", "2025-12-21" — by chrono-node.
 * Chrono's other parsers (clock times, "in 3 hours", "3/4") read scores, versions and percentages as
 * dates, and its relative dates need a reference day already here; so only its calendar parsers are used,
 * and only what they are certain of. What is relative is read by `relative.ts`.
 */
// The English part alone: all fifteen languages take a third of a second to load.
import { Chrono, configuration, type ParsedResult } from 'chrono-node/en'
import type { CalendarDate, TimeExpression } from '../../types'
import { MONTH, NUMBER, isCapitalised, monthOf, words } from './words'

/** Chrono is a list of parsers; the ones kept read one of these and none of `notCalendar`. */
const calendarSamples = ['Dec. 21, 2025', '21 December', '2025-12-21', '21.12.2025']
const notCalendar = ['at 5:30', '12.53', 'ten days ago', 'on Friday', 'within 3 days', '3/2025', 'December 2025']

const reads = (parser: (typeof parsers)[number], text: string) => new Chrono({ parsers: [parser], refiners: [] }).parse(text).length > 0
const { parsers } = configuration.createConfiguration(true)
const calendar = new Chrono({
  parsers: parsers.filter((parser) => calendarSamples.some((text) => reads(parser, text)) && !notCalendar.some((text) => reads(parser, text))),
  refiners: [],
})

const mayHoldDate = new RegExp(`\\b${MONTH}|\\d[-/.]\\d`, 'i')
/** "between 3 and 5 March": chrono sees only the second day. */
const betweenDays = new RegExp(`\\b(?:between|from)\\s+(?:the\\s+)?(${NUMBER})(?:st|nd|rd|th)?\\s+(?:and|to)\\s+(?:the\\s+)?$`, 'i')
/** "on 3 and 4 March": two days that follow one another. */
const pairOfDays = /\b(?:on|of|the)\s+(\d{1,2})(?:st|nd|rd|th)?\s+(?:and|&)\s+$/i
/** "March 3 and 4", "between March 3 and 5", "March 3 through 5": a number that ends its phrase, or a count would be read as a day. */
const laterDay = /^\s+(and|&|through|to|until)\s+(\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:[,.;:)]|$)|\s+(?:at|in|near|when|as|after|by|with|during|under|over|across|amid)\b)/i

export type Found = { start: number; end: number; expression: TimeExpression; rule: string }

export function calendarDates(text: string): Found[] {
  if (!mayHoldDate.test(text)) return []
  // "Dec. 19–21": chrono takes only a hyphen after a month's name; one character for one keeps the offsets.
  const plain = text.replace(/[–—]/g, '-')
  return calendar.parse(plain, REFERENCE).flatMap((result) => {
    const date = certain(result.start)
    const endDate = result.end ? certain(result.end) : undefined
    let written = result.text.trimEnd()
    // "On Dec. 21, 25 people died": chrono reads a year; a year has four figures here.
    if (date.year !== undefined && !/\d{4}/.test(written)) {
      written = written.replace(/[\s,'’]*\d{2}$/, '')
      delete date.year
      delete endDate?.year
    }
    if (!isDay(date) || !looksWritten(written, date)) return []
    const start = result.index + (/^on\s+/i.exec(written)?.[0].length ?? 0)
    const end = result.index + written.length
    if (endDate) return [{ start, end, rule: 'calendar-range', expression: { form: 'date', date, endDate } }]
    const between = betweenDays.exec(plain.slice(Math.max(0, start - 24), start))
    const first = between ? Number(between[1]) : NaN
    if (between && first < (date.day ?? 0))
      return [{ start: start - between[0].length, end, rule: 'calendar-between', expression: { form: 'date', date: { ...date, day: first }, endDate: date } }]
    const pair = pairOfDays.exec(plain.slice(Math.max(0, start - 16), start))
    if (pair && Number(pair[1]) + 1 === date.day)
      return [{ start: start - pair[0].length + (/^\w+\s+/.exec(pair[0])?.[0].length ?? 0), end, rule: 'calendar-pair', expression: { form: 'date', date: { ...date, day: Number(pair[1]) }, endDate: date } }]
    const later = date.year === undefined ? laterDay.exec(plain.slice(end, end + 24)) : null
    const last = Number(later?.[2])
    const span = later && (!/^(?:and|&)$/.test(later[1]!) || last === (date.day ?? 0) + 1 || /\bbetween\s+$/i.test(plain.slice(Math.max(0, start - 10), start)))
    if (later && span && last > (date.day ?? 0) && isDay({ ...date, day: last }))
      return [{ start, end: end + later[0].length, rule: 'calendar-later', expression: { form: 'date', date, endDate: { ...date, day: last } } }]
    const named = date.year === undefined ? yearOfName(date, plain.slice(end, end + 40)) : undefined
    if (named) return [{ start, end, rule: 'calendar-name', expression: { form: 'date', date: { ...date, year: named } } }]
    return [{ start, end, rule: 'calendar', expression: { form: 'date', date } }]
  })
}

/** "the Sept. 11 attacks": a day that is the name of what happened on it. */
function yearOfName({ month, day }: CalendarDate, after: string): number | undefined {
  const next = /^,?\s+(?:\p{L}+\s+)?(\p{L}+)/u.exec(after)
  const following = [/^,?\s+(\p{L}+)/u.exec(after)?.[1], next?.[1]].map((word) => word?.toLowerCase())
  return words.daysOfOneYear.find(([ofMonth, ofDay, , followers]) => ofMonth === month && ofDay === day && following.some((word) => word !== undefined && followers.includes(word)))?.[2]
}

/** Chrono wants a reference; nothing that depends on it is kept, so any day will do. */
const REFERENCE = new Date(Date.UTC(2000, 0, 1, 12))

function certain(part: ParsedResult['start']): CalendarDate {
  const value = (key: 'year' | 'month' | 'day') => (part.isCertain(key) ? part.get(key) ?? undefined : undefined)
  const [year, month, day] = [value('year'), value('month'), value('day')]
  return { ...(year !== undefined && { year }), ...(month !== undefined && { month }), ...(day !== undefined && { day }) }
}

function isDay({ year, month, day }: CalendarDate): boolean {
  if (!month || !day || day < 1) return false
  return day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}

/** "he may 12 times" and "march 4 miles" are no dates: a month's name has its capital; figures alone must leave no doubt which is the month. */
function looksWritten(text: string, date: CalendarDate): boolean {
  const month = text.match(/\p{L}{3,}/gu)?.find((word) => monthOf(word) === date.month)
  if (month) return isCapitalised(month)
  return /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) || (/\d{4}$/.test(text) && (date.day ?? 0) > 12)
}
