/** Days, months and years as the calendar names them, and the year of those that have none. */
import type { CalendarDate, DatePart, When } from '../../types'
import { dayWhen, fromIsoDay, monthWhen, rangeWhen, yearWhen } from '../edtf'
import { dayNumber, fromDayNumber, isDay } from './days'
import { partOfMonth, partOfYear } from './parts'
import type { Form, Reading, Setting } from './setting'

export function readDate(expression: Form<'date'>, setting: Setting): Reading | null {
  const { date, endDate, part, yearsAway } = expression
  if (date.month === undefined && date.day !== undefined) return readDayOfMonth(expression, setting)
  if (yearsAway !== undefined) {
    const { reference, wide, previous } = setting
    const told = (wide && wide.start > (previous?.start ?? -1) ? wide : previous)?.when.from.slice(0, 4)
    const base = expression.fromTold ? told && Number(told) : reference === null ? undefined : fromDayNumber(reference).year
    if (base === undefined || base === '') return null
    const reading = readDate({ form: 'date', date: { ...date, year: base + yearsAway }, ...(part && { part }) }, setting)
    return reading && { when: reading.when, confidence: 0.9 }
  }
  const year = date.year ?? endDate?.year
  if (year !== undefined) {
    const from = whenOf({ ...date, year: date.year ?? (endDate && before(endDate, date) ? year - 1 : year) }, part)
    const to = endDate ? whenOf({ ...endDate, year: endDate.year ?? year }) : from
    return from && to && from.from <= to.to ? { when: rangeWhen(from, to), confidence: 0.98, stated: true } : null
  }
  const years = likelyYears(expression, setting)
  const readings = years.flatMap((value) => {
    const from = whenOf({ ...date, year: value }, part)
    const to = endDate ? whenOf({ ...endDate, year: before(endDate, date) ? value + 1 : value }) : from
    return from && to ? [rangeWhen(from, to)] : []
  })
  const [when, ...others] = readings
  return when ? { when, confidence: others.length > 0 ? 0.8 : 0.9, others } : null
}

const before = (a: CalendarDate, b: CalendarDate) => (a.month ?? 0) * 100 + (a.day ?? 0) < (b.month ?? 0) * 100 + (b.day ?? 0)

export function whenOf({ year, month, day }: CalendarDate, part?: DatePart): When | null {
  if (year === undefined || year < 1 || year > 9999) return null
  if (month === undefined) return part ? partOfYear(year, part) : yearWhen(year)
  if (day === undefined && part) return partOfMonth(year, month, part)
  if (day === undefined) return month >= 1 && month <= 12 ? monthWhen(year, month) : null
  return isDay(year, month, day) ? dayWhen(dayNumber(year, month, day)) : null
}

/**
 * The year of a day or month named without one, likeliest first: the weekday beside it if there is one,
 * else the latest that is past — or the first ahead when the clause speaks of the future, or tells no
 * tense and the past one lies ten months back ("the hall opens on Jan. 15" in a report of December).
 */
function likelyYears({ date, weekday, which, part }: Form<'date'>, { reference, tense, years, sentence }: Setting): number[] {
  if (date.month === undefined) return []
  if (reference === null) {
    // "met on 3 March for the 2016 summit": the sentence names one year
    const named = years.get(sentence)
    return named === undefined || Number.isNaN(named) ? [] : [named]
  }
  const { year } = fromDayNumber(reference)
  const candidates = [year - 1, year, year + 1].flatMap((value) => {
    const when = whenOf({ ...date, year: value }, part)
    const from = when && fromIsoDay(when.from)
    return when && from !== null ? [{ value, from, to: fromIsoDay(when.to) ?? from }] : []
  })
  if (weekday !== undefined) {
    const matching = candidates.filter(({ from }) => fromDayNumber(from).weekday === weekday)
    if (matching.length > 0) return matching.map(({ value }) => value)
  }
  if (which === 'this') return [year]
  const past = candidates.filter(({ from }) => from <= reference).at(-1)
  const next = candidates.find(({ to }) => to >= reference)
  if (which === 'last') return candidates.filter(({ to }) => to < reference).slice(-1).map(({ value }) => value)
  if (which === 'next') return candidates.filter(({ from }) => from > reference).slice(0, 1).map(({ value }) => value)
  const nearer = tense === undefined && past && next && reference - past.from > 300 && next.from - reference < 60
  const first = tense === 'future' || nearer ? next : past
  const second = first === next ? past : next
  return [...new Set([first, second].flatMap((candidate) => (candidate ? [candidate.value] : [])))]
}

/** "on the 21st", "Tuesday the 7th", "on the 5th of last month": in this month if that day is past, else in the one before. */
function readDayOfMonth({ date: { day }, weekday, which }: Form<'date'>, { reference, tense }: Setting): Reading | null {
  if (reference === null || day === undefined) return null
  const { year, month } = fromDayNumber(reference)
  const inMonth = (away: number) => {
    const count = year * 12 + month - 1 + away
    const [ofYear, ofMonth] = [Math.floor(count / 12), (count % 12) + 1]
    return isDay(ofYear, ofMonth, day) ? [dayNumber(ofYear, ofMonth, day)] : []
  }
  if (which) return inMonth({ last: -1, this: 0, next: 1 }[which]).map((value) => ({ when: dayWhen(value), confidence: 0.85 }))[0] ?? null
  const days = [-2, -1, 0, 1, 2].flatMap(inMonth).filter((value) => weekday === undefined || fromDayNumber(value).weekday === weekday)
  const past = days.filter((value) => value <= reference).at(-1)
  const coming = days.find((value) => value >= reference)
  const best = tense === 'future' ? coming : past ?? coming
  return best === undefined ? null : { when: dayWhen(best), confidence: weekday === undefined ? 0.7 : 0.85 }
}
