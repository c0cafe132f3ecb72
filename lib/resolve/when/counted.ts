/** Times counted in units from the article's day or from the time told before: "last week", "a day earlier", "in recent days". */
import type { When } from '../../types'
import { dayWhen, fromIsoDay, monthWhen, rangeWhen, yearWhen } from '../edtf'
import { dayNumber, fromDayNumber, isDay, mondayOf } from './days'
import { partOfMonth, partOfYear } from './parts'
import type { Form, Reading, Setting } from './setting'

export function readOffset({ unit, amount, vague, sameDay }: Form<'offset'>, { reference }: Setting): Reading | null {
  if (reference === null) return null
  if (sameDay) {
    const { year, month, day } = fromDayNumber(reference)
    return isDay(year + amount, month, day) ? { when: dayWhen(dayNumber(year + amount, month, day)), confidence: 0.85 } : null
  }
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

export function readPart({ unit, amount, part }: Form<'part'>, { reference, tense }: Setting): Reading | null {
  if (reference === null) return null
  const whole = unitAway(reference, unit, amount)
  const { year, month } = fromDayNumber(reference)
  if (unit === 'week') {
    // "earlier this week", "late last week": the days of it that may be meant
    const monday = mondayOf(reference) + 7 * amount
    const running = amount === 0 && part !== 'late' && part !== 'mid'
    const [first, last] = part === 'late' || part === 'later' ? [monday + 3, monday + 6] : part === 'mid' ? [monday + 1, monday + 3] : [monday, monday + 2]
    // "later this week" begins today; "late this week" that is past ends today
    const from = amount === 0 && part === 'later' ? reference : amount === 0 && part === 'late' && tense !== 'future' ? Math.min(first, reference) : first
    const to = running && part !== 'later' ? reference : last
    return { when: rangeWhen(dayWhen(Math.min(from, to)), dayWhen(to)), confidence: 0.7 }
  }
  if (part === 'early' || part === 'mid' || part === 'late') {
    const count = year * 12 + month - 1 + amount
    const when = unit === 'year' ? partOfYear(year + amount, part) : partOfMonth(Math.floor(count / 12), (count % 12) + 1, part)
    if (when) return { when, confidence: 0.7 }
  }
  return { when: whole, confidence: 0.8 }
}

/** Days that "recent days", "a few weeks" and the like may cover. */
const VAGUE_DAYS = { day: 7, week: 28, month: 120, year: 1460 } as const
const UNIT_DAYS = { day: 1, week: 7, month: 30, year: 365 } as const

export function readSpan({ unit, amount, vague }: Form<'span'>, { reference }: Pick<Setting, 'reference'>): Reading | null {
  if (reference === null) return null
  const length = vague ? VAGUE_DAYS[unit] : Math.abs(amount) * UNIT_DAYS[unit]
  const [from, to] = amount < 0 ? [reference - length, reference] : [reference, reference + length]
  return { when: rangeWhen(dayWhen(from), dayWhen(to)), confidence: vague ? 0.4 : 0.6 }
}

export function readAnaphoric({ unit, amount, vague, whole, orToday }: Form<'anaphoric'>, { previous, wide, sentence, reference }: Setting): Reading | null {
  // "jailed in 2014; two years later …", "in July … a month later": months and years are counted from those told last
  const later = wide && wide.start > (previous?.start ?? -1) ? wide : null
  if (later && !vague && (unit === 'year' || (unit === 'month' && later.when.precision === 'month'))) return fromWide(later.when, unit, amount)
  // "kidnapped in April and found three days later": nobody knows which day of April that was
  if (later?.sentence === sentence && unit !== 'year') return null
  if (!previous) return orToday && reference !== null ? { when: dayWhen(reference), confidence: 0.7 } : null
  const [first, last] = [fromIsoDay(previous.when.from), fromIsoDay(previous.when.to)]
  if (first === null || last === null) return null
  // "A second wave a few hours later", after a night: its morning
  if (unit === 'hour') return { when: dayWhen(amount < 0 ? first : last), confidence: vague ? 0.6 : 0.7 }
  if (unit === 'night') return { when: rangeWhen(dayWhen(first + amount), dayWhen(first + amount + 1)), confidence: 0.8 }
  if (vague) {
    const length = VAGUE_DAYS[unit]
    return { when: amount < 0 ? rangeWhen(dayWhen(first - length), dayWhen(first - 1)) : rangeWhen(dayWhen(last + 1), dayWhen(last + length)), confidence: 0.4 }
  }
  if (amount === 0 && unit === 'day') return { when: previous.when, confidence: 0.8 }
  const base = amount < 0 ? first : last
  if (unit === 'day') return { when: dayWhen(base + amount), confidence: 0.8 }
  if (unit === 'week' && !whole) return { when: dayWhen(base + 7 * amount), confidence: 0.6 }
  return { when: unitAway(base, unit, amount), confidence: 0.6 }
}

function fromWide({ from, precision }: When, unit: 'month' | 'year', amount: number): Reading | null {
  const day = fromIsoDay(from)
  if (day === null) return null
  if (precision === 'year' && unit === 'year') return { when: unitAway(day, 'year', amount), confidence: 0.7 }
  if (precision !== 'month') return null
  return { when: unitAway(day, 'month', unit === 'year' ? 12 * amount : amount), confidence: 0.6 }
}

/** "“They will also continue tomorrow,” he said": counted from the day it was said, which is the article's or the one before. */
export function readSpokenDay(expression: Form<'offset'>, { reference }: Setting): Reading | null {
  if (reference === null) return null
  const day = reference + expression.amount
  return { when: rangeWhen(dayWhen(day - 1), dayWhen(day)), confidence: 0.5 }
}
