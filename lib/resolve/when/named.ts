/** Times that have a name: weekdays, weekends and seasons; which of them is meant is told by the tense and by "last" and "next". */
import { readData } from '../../data'
import { dayWhen, monthWhen, rangeWhen } from '../edtf'
import { dayNumber, daysInMonth, fromDayNumber, mondayOf } from './days'
import type { Form, Reading, Setting } from './setting'

export function readWeekday({ weekday, which, week, weeksOn }: Form<'weekday'>, { reference, tense, anchors, sentence }: Setting): Reading | null {
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
  if (weeksOn !== undefined) return { when: dayWhen(reference + ((7 - back) % 7 || 7) + 7 * weeksOn), confidence: 0.8 }
  if (which === 'last') return { when: dayWhen(reference - (back || 7)), confidence: 0.9 }
  // "next Saturday" said on a Monday: this week's for some, the week after's for others
  if (which === 'next') return { when: dayWhen(reference + (7 - back)), confidence: 0.7, others: [dayWhen(reference + 14 - back)] }
  if (which === 'this') {
    const ofWeek = mondayOf(reference) + ((weekday + 6) % 7)
    // "will meet this Friday" said on a Sunday
    return { when: dayWhen(tense === 'future' && ofWeek < reference ? ofWeek + 7 : tense === 'past' && ofWeek > reference ? ofWeek - 7 : ofWeek), confidence: 0.85 }
  }
  if (back === 0) return { when: past, confidence: 0.9 }
  return tense === 'future' ? { when: coming, confidence: 0.8, others: [past] } : { when: past, confidence: 0.9, others: [coming] }
}

export function readWeekend({ which }: Form<'weekend'>, { reference, tense }: Setting): Reading | null {
  if (reference === null) return null
  const saturday = mondayOf(reference) + 5
  const atWeekend = reference >= saturday
  const back = which === 'last' || (which !== 'next' && which !== 'this' && tense !== 'future' && !atWeekend)
  const first = back ? saturday - 7 : which === 'next' && atWeekend ? saturday + 7 : saturday
  return { when: rangeWhen(dayWhen(first), dayWhen(first + 1)), confidence: 0.8 }
}

type Feast = { easter: number } | { month: number; weekday: number; place: number; shift?: number }
const { movableFeasts } = JSON.parse(readData('time-words.json').toString('utf8')) as { movableFeasts: Record<string, Feast> }

/** "on Good Friday", "on Thanksgiving": the last one, or the next where the clause speaks of what is to come. */
export function readFeast({ feast, year }: Form<'feast'>, { reference, tense }: Setting): Reading | null {
  const rule = movableFeasts[feast]
  if (!rule) return null
  if (year !== undefined) return { when: dayWhen(feastDay(rule, year)), confidence: 0.95, stated: true }
  if (reference === null) return null
  const now = fromDayNumber(reference).year
  const days = [now - 1, now, now + 1].filter((value) => value >= 1 && value <= 9999).map((value) => feastDay(rule, value))
  const day = tense === 'future' ? days.find((value) => value >= reference) : days.filter((value) => value <= reference).at(-1)
  return day === undefined ? null : { when: dayWhen(day), confidence: 0.8 }
}

function feastDay(rule: Feast, year: number): number {
  if ('easter' in rule) return easterSunday(year) + rule.easter
  const first = dayNumber(year, rule.month, 1)
  const firstOfKind = first + ((rule.weekday - fromDayNumber(first).weekday + 7) % 7)
  if (rule.place > 0) return firstOfKind + 7 * (rule.place - 1) + (rule.shift ?? 0)
  return firstOfKind + 7 * Math.floor((daysInMonth(year, rule.month) - (firstOfKind - first) - 1) / 7) + (rule.shift ?? 0)
}

/** Western Easter by the Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const count = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(count / 31), (count % 31) + 1)
}

/** Months of the northern seasons; a report from the south means others, so none is sure. */
const SEASON_START = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const

export function readSeason({ season, year, which }: Form<'season'>, { reference, tense }: Setting): Reading | null {
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
