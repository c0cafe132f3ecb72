/**
 * Times → calendar days, counted from the article's own day (never from the clock) or, for "a day
 * earlier", from the time told before. What neither gives stays unknown.
 */
import type { Article, CalendarDate, Resolved, TimeExpression, TimeMention, When } from '../types'
import { dayWhen, fromIsoDay, monthWhen, parseEdtf, rangeWhen, yearWhen } from './edtf'
import { dayNumber, fromDayNumber, isDay, mondayOf } from './when/days'
import { quotations } from './when/quoted'
import { tenseAround, type Tense } from './when/tense'

/** What a time is counted from. Day numbers as in `when/days`; `reference` is the article's day. */
type Setting = { reference: number | null; tense: Tense | undefined; previous: When | null; anchors: Anchor[]; years: Map<number, number>; sentence: number }
/** A day the text gives in full, and the sentence that does. */
type Anchor = { day: number; sentence: number }
/** A reading with how sure it is (0–1); `stated` when the words alone give it; `others` are readings that lost. */
type Reading = { when: When; confidence: number; stated?: boolean; others?: When[] }

/** The days each time means; `mentions` in the order of the text. No entry is missing: what is not known says so. */
export function resolveTimes(article: Article, mentions: TimeMention[]): Map<TimeMention, Resolved<When>> {
  const reference = article.published === undefined ? null : fromIsoDay(article.published)
  const anchors = fullDates(mentions)
  const years = yearsBySentence(mentions)
  const resolved = new Map<TimeMention, Resolved<When>>()
  const quoted = quotations(article)
  let quotation = 0
  let previous: When | null = null
  for (const mention of mentions) {
    while ((quoted[quotation]?.end ?? Infinity) <= mention.start) quotation += 1
    const spoken = isDayOffset(mention.expression) && (quoted[quotation]?.start ?? Infinity) < mention.start
    const setting: Setting = { reference, tense: tenseAround(article, mention), previous, anchors, years, sentence: mention.sentence }
    const reading = spoken ? spokenDay(mention.expression, setting) : read(mention.expression, setting)
    if (!reading || !parseEdtf(reading.when.edtf)) {
      resolved.set(mention, { known: false, reason: 'unmentioned' })
      continue
    }
    const evidence = { article: article.id, start: mention.start, end: mention.end, quote: mention.text }
    resolved.set(mention, { known: true, value: reading.when, basis: reading.stated ? 'stated' : 'implied', confidence: reading.confidence, evidence, others: reading.others ?? [] })
    // "The attack of 2018 … a day earlier": only a few days can be counted from, and "since Friday" tells no event.
    if (!mention.bound && lengthInDays(reading.when) <= 7) previous = reading.when
  }
  return resolved
}

const lengthInDays = ({ from, to }: When) => (fromIsoDay(to) ?? Infinity) - (fromIsoDay(from) ?? 0) + 1

function read(expression: TimeExpression, setting: Setting): Reading | null {
  switch (expression.form) {
    case 'date': return readDate(expression, setting)
    case 'weekday': return readWeekday(expression, setting)
    case 'offset': return readOffset(expression, setting)
    case 'anaphoric': return readAnaphoric(expression, setting)
    case 'night': return readNight(expression, setting)
    case 'part': return readPart(expression, setting)
    case 'span': return readSpan(expression, setting)
    case 'weekend': return readWeekend(expression, setting)
    case 'season': return readSeason(expression, setting)
    case 'interval': return readInterval(expression, setting)
  }
}

// ── calendar dates ──────────────────────────────────────────────────────────

function readDate({ date, endDate, weekday, which }: Extract<TimeExpression, { form: 'date' }>, setting: Setting): Reading | null {
  const year = date.year ?? endDate?.year
  if (year !== undefined) {
    const from = whenOf({ ...date, year })
    const to = endDate ? whenOf({ ...endDate, year: endDate.year ?? year }) : from
    return from && to && from.from <= to.to ? { when: rangeWhen(from, to), confidence: 0.98, stated: true } : null
  }
  const years = likelyYears(date, weekday, which, setting)
  const readings = years.flatMap((value) => {
    const from = whenOf({ ...date, year: value })
    const to = endDate ? whenOf({ ...endDate, year: before(endDate, date) ? value + 1 : value }) : from
    return from && to ? [rangeWhen(from, to)] : []
  })
  const [when, ...others] = readings
  return when ? { when, confidence: others.length > 0 ? 0.8 : 0.9, others } : null
}

const before = (a: CalendarDate, b: CalendarDate) => (a.month ?? 0) * 100 + (a.day ?? 0) < (b.month ?? 0) * 100 + (b.day ?? 0)

function whenOf({ year, month, day }: CalendarDate): When | null {
  if (year === undefined || year < 1 || year > 9999) return null
  if (month === undefined) return yearWhen(year)
  if (day === undefined) return month >= 1 && month <= 12 ? monthWhen(year, month) : null
  return isDay(year, month, day) ? dayWhen(dayNumber(year, month, day)) : null
}

/**
 * The year of a day or month named without one, likeliest first: the weekday beside it if there is one,
 * else the latest that is past — or the first ahead when the clause speaks of the future, or tells no
 * tense and the past one lies ten months back ("the hall opens on Jan. 15" in a report of December).
 */
function likelyYears(date: CalendarDate, weekday: number | undefined, which: 'last' | 'next' | 'this' | undefined, { reference, tense, years, sentence }: Setting): number[] {
  if (date.month === undefined) return []
  if (reference === null) {
    // "met on 3 March for the 2016 summit": the sentence names one year
    const named = years.get(sentence)
    return named === undefined || Number.isNaN(named) ? [] : [named]
  }
  const { year } = fromDayNumber(reference)
  const candidates = [year - 1, year, year + 1].flatMap((value) => {
    const when = whenOf({ ...date, year: value })
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

// ── days counted from the article's day ─────────────────────────────────────

function readWeekday({ weekday, which, week }: Extract<TimeExpression, { form: 'weekday' }>, { reference, tense, anchors, sentence }: Setting): Reading | null {
  if (reference === null) {
    // "talks in Moscow on April 5th, 2018. … he said on Thursday": the one full date of the text, close by, is a Thursday
    const anchor = anchors.length === 1 ? anchors[0] : undefined
    if (!anchor || Math.abs(anchor.sentence - sentence) > 2 || fromDayNumber(anchor.day).weekday !== weekday) return null
    return { when: dayWhen(anchor.day), confidence: 0.6 }
  }
  if (week !== undefined) return { when: dayWhen(mondayOf(reference) + 7 * week + ((weekday + 6) % 7)), confidence: 0.95 }
  const today = fromDayNumber(reference).weekday
  const back = (today - weekday + 7) % 7
  const past = dayWhen(reference - back)
  const coming = dayWhen(reference + ((7 - back) % 7))
  if (which === 'last') return { when: dayWhen(reference - (back || 7)), confidence: 0.9 }
  // "next Saturday" said on a Monday: this week's for some, the week after's for others
  if (which === 'next') return { when: dayWhen(reference + (7 - back)), confidence: 0.7, others: [dayWhen(reference + 14 - back)] }
  if (which === 'this') return { when: dayWhen(mondayOf(reference) + ((weekday + 6) % 7)), confidence: 0.85 }
  if (back === 0) return { when: past, confidence: 0.9 }
  return tense === 'future' ? { when: coming, confidence: 0.8, others: [past] } : { when: past, confidence: 0.9, others: [coming] }
}

function readOffset({ unit, amount, vague }: Extract<TimeExpression, { form: 'offset' }>, { reference }: Setting): Reading | null {
  if (reference === null) return null
  if (vague) return readSpan({ form: 'span', unit, amount: Math.sign(amount), vague }, { reference })
  return { when: unitAway(reference, unit, amount), confidence: unit === 'day' ? 0.95 : 0.85 }
}

/** The day, week (Monday to Sunday), month or year so many units from a day. */
function unitAway(from: number, unit: 'day' | 'week' | 'month' | 'year', amount: number): When {
  const { year, month } = fromDayNumber(from)
  switch (unit) {
    case 'day': return dayWhen(from + amount)
    case 'week': { const monday = mondayOf(from) + 7 * amount; return rangeWhen(dayWhen(monday), dayWhen(monday + 6)) }
    case 'month': { const count = year * 12 + month - 1 + amount; return monthWhen(Math.floor(count / 12), (count % 12) + 1) }
    case 'year': return yearWhen(year + amount)
  }
}

function readNight({ of, into }: Extract<TimeExpression, { form: 'night' }>, setting: Setting): Reading | null {
  if (!of) return setting.reference === null ? null : { when: nightFrom(setting.reference - 1), confidence: 0.9 }
  const reading = read(of, setting)
  const day = reading && fromIsoDay(reading.when.from)
  if (!reading || day === null) return null
  return { ...reading, when: nightFrom(into ? day - 1 : day), others: [] }
}

const nightFrom = (day: number) => rangeWhen(dayWhen(day), dayWhen(day + 1))

function readPart({ unit, amount, part }: Extract<TimeExpression, { form: 'part' }>, { reference, tense }: Setting): Reading | null {
  if (reference === null) return null
  const whole = unitAway(reference, unit, amount)
  if (unit === 'week') {
    // "earlier this week", "late last week": the days of it that may be meant
    const monday = mondayOf(reference) + 7 * amount
    const from = part === 'late' ? (amount === 0 && tense !== 'future' ? monday : monday + 3) : monday
    const to = part === 'late' ? monday + 6 : amount === 0 ? reference : monday + 2
    return { when: rangeWhen(dayWhen(Math.min(from, to)), dayWhen(to)), confidence: 0.7 }
  }
  if (unit === 'year' && amount !== 0 && part) {
    const { year } = fromDayNumber(reference)
    const [first, last] = part === 'late' ? [9, 12] : [1, 4]
    return { when: rangeWhen(monthWhen(year + amount, first), monthWhen(year + amount, last)), confidence: 0.7 }
  }
  return { when: whole, confidence: 0.8 }
}

/** Days that "recent days", "a few weeks" and the like may cover. */
const VAGUE_DAYS = { day: 7, week: 28, month: 120, year: 1460 } as const
const UNIT_DAYS = { day: 1, week: 7, month: 30, year: 365 } as const

function readSpan({ unit, amount, vague }: Extract<TimeExpression, { form: 'span' }>, { reference }: Pick<Setting, 'reference'>): Reading | null {
  if (reference === null) return null
  const length = vague ? VAGUE_DAYS[unit] : Math.abs(amount) * UNIT_DAYS[unit]
  const [from, to] = amount < 0 ? [reference - length, reference] : [reference, reference + length]
  return { when: rangeWhen(dayWhen(from), dayWhen(to)), confidence: vague ? 0.4 : 0.6 }
}

function readWeekend({ which }: Extract<TimeExpression, { form: 'weekend' }>, { reference, tense }: Setting): Reading | null {
  if (reference === null) return null
  const saturday = mondayOf(reference) + 5
  const atWeekend = reference >= saturday
  const back = which === 'last' || (which !== 'next' && which !== 'this' && tense !== 'future' && !atWeekend)
  const first = back ? saturday - 7 : which === 'next' && atWeekend ? saturday + 7 : saturday
  return { when: rangeWhen(dayWhen(first), dayWhen(first + 1)), confidence: 0.8 }
}

/** Months of the northern seasons; a report from the south means others, so none is sure. */
const SEASON_START = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const

function readSeason({ season, year, which }: Extract<TimeExpression, { form: 'season' }>, { reference, tense }: Setting): Reading | null {
  const start = SEASON_START[season]
  const inYear = (value: number) => rangeWhen(monthWhen(value, start), start === 12 ? monthWhen(value + 1, 2) : monthWhen(value, start + 2))
  if (year !== undefined) return { when: inYear(year), confidence: 0.7, stated: true }
  if (reference === null) return null
  const now = fromDayNumber(reference).year
  const seasons = [now - 2, now - 1, now, now + 1].map(inYear)
  const today = dayWhen(reference).from
  const started = seasons.filter(({ from }) => from <= today)
  const over = seasons.filter(({ to }) => to < today)
  const coming = seasons.filter(({ from }) => from > today)
  const when = which === 'last' ? over.at(-1) : which === 'next' || (tense === 'future' && which !== 'this') ? coming[0] : which === 'this' ? seasons[2] : started.at(-1)
  return when ? { when, confidence: 0.5 } : null
}

function readInterval({ from, to }: Extract<TimeExpression, { form: 'interval' }>, setting: Setting): Reading | null {
  // "closed from Saturday until Sunday" in Saturday's report: a stretch that begins today runs ahead
  const fromToday = from.form === 'weekday' && setting.reference !== null && fromDayNumber(setting.reference).weekday === from.weekday
  const last = read(to, fromToday ? { ...setting, tense: 'future' } : setting)
  if (!last) return null
  const end = fromIsoDay(last.when.to)
  // "from Friday to Sunday": the Friday before that Sunday
  const first = from.form === 'weekday' && end !== null
    ? { when: dayWhen(end - ((fromDayNumber(end).weekday - from.weekday + 7) % 7)), confidence: last.confidence }
    : read(from, setting)
  if (!first || first.when.from > last.when.to) return null
  return { when: rangeWhen(first.when, last.when), confidence: Math.min(first.confidence, last.confidence) }
}

// ── days counted from the time told before ──────────────────────────────────

function readAnaphoric({ unit, amount, vague }: Extract<TimeExpression, { form: 'anaphoric' }>, { previous }: Setting): Reading | null {
  if (!previous) return null
  const [first, last] = [fromIsoDay(previous.from), fromIsoDay(previous.to)]
  if (first === null || last === null) return null
  // "A second wave a few hours later", after a night: its morning
  if (unit === 'hour') return { when: dayWhen(amount < 0 ? first : last), confidence: vague ? 0.6 : 0.7 }
  if (vague) {
    const length = VAGUE_DAYS[unit]
    return { when: amount < 0 ? rangeWhen(dayWhen(first - length), dayWhen(first - 1)) : rangeWhen(dayWhen(last + 1), dayWhen(last + length)), confidence: 0.4 }
  }
  if (amount === 0 && unit === 'day') return { when: previous, confidence: 0.8 }
  const base = amount < 0 ? first : last
  if (unit === 'day') return { when: dayWhen(base + amount), confidence: 0.8 }
  if (unit === 'week') return { when: dayWhen(base + 7 * amount), confidence: 0.6 }
  return { when: unitAway(base, unit, amount), confidence: 0.6 }
}

// ── days in quoted speech ───────────────────────────────────────────────────

const isDayOffset = (expression: TimeExpression) => expression.form === 'offset' && expression.unit === 'day' && !expression.vague

/** "“They will also continue tomorrow,” he said": counted from the day it was said, which is the article's or the one before. */
function spokenDay(expression: TimeExpression, { reference }: Setting): Reading | null {
  if (reference === null || expression.form !== 'offset') return null
  const day = reference + expression.amount
  return { when: rangeWhen(dayWhen(day - 1), dayWhen(day)), confidence: 0.5 }
}

/** The year that a sentence names; NaN for one that names several. */
function yearsBySentence(mentions: TimeMention[]): Map<number, number> {
  const years = new Map<number, number>()
  for (const { expression, sentence, bound } of mentions) {
    if (bound || expression.form !== 'date' || expression.endDate || expression.date.year === undefined) continue
    const { year } = expression.date
    years.set(sentence, (years.get(sentence) ?? year) === year ? year : NaN)
  }
  return years
}

function fullDates(mentions: TimeMention[]): Anchor[] {
  return mentions.flatMap(({ expression, sentence }) => {
    if (expression.form !== 'date' || expression.endDate || expression.date.day === undefined) return []
    const when = whenOf(expression.date)
    const day = when && fromIsoDay(when.from)
    return day === null ? [] : [{ day, sentence }]
  })
}
