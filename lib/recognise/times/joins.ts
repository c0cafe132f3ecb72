/**
 * Neighbouring times that are one: "Monday, Dec. 19", "overnight on Saturday", "from Friday to Sunday".
 * Each join takes two mentions and the words between them; the joins are tried in order, from left to right.
 */
import type { TimeExpression } from '../../types'
import type { Found } from './calendar'

type Join = (left: Found, between: string, right: Found, around: { before: string; after: string }) => Found | null

const isDate = (expression: TimeExpression): expression is Extract<TimeExpression, { form: 'date' }> => expression.form === 'date'

// "Monday 19 December", "Tuesday (May 16)", "today (23 December)", "Dec. 19, a Friday": the date wins, the weekday stays as a check
const dayWithDate: Join = (left, between, right, { after }) => {
  const beside = /^(?:,?\s*|\s*\(|,? on |, the |,? an? )$/i.test(between)
  if (!beside) return null
  const [day, date] = isDate(right.expression) ? [left, right] : [right, left]
  if (!isDate(date.expression) || date.expression.date.day === undefined) return null
  if (/an? $/i.test(between) !== (day === right)) return null
  const end = right.end + (between.includes('(') && after.startsWith(')') ? 1 : 0)
  if (day.expression.form === 'weekday') return { start: left.start, end, rule: 'weekday-date', expression: { ...date.expression, weekday: day.expression.weekday } }
  if (day.expression.form === 'offset' && day.expression.unit === 'day' && between.includes('(')) return { start: left.start, end, rule: 'day-date', expression: date.expression }
  return null
}

// "in June last year", "on 3 June of this year", "in May two years ago", "last year in June"
const dateWithYear: Join = (left, between, right) => {
  if (!/^,?\s*(?:of\s+|in\s+|on\s+)?$/i.test(between)) return null
  const [date, year] = isDate(left.expression) ? [left.expression, right.expression] : [right.expression, left.expression]
  if (!isDate(date) || date.date.month === undefined || date.date.year !== undefined || date.which !== undefined || date.yearsAway !== undefined) return null
  // "in October that year": of the year told last
  if (year.form === 'anaphoric' && year.unit === 'year' && year.whole && Math.abs(year.amount) <= 1 && date === left.expression)
    return { start: left.start, end: right.end, rule: 'date-year-told', expression: { ...date, yearsAway: year.amount, fromTold: true } }
  if (year.form !== 'offset' || year.unit !== 'year' || year.vague || year.sameDay) return null
  return { start: left.start, end: right.end, rule: 'date-year', expression: { ...date, yearsAway: year.amount } }
}

// "overnight on Saturday", "overnight into Sunday", "the night of 20 December", "overnight from Friday to Saturday"
const nightOf: Join = (left, between, right) => {
  if (left.expression.form !== 'night' || left.expression.of || !isNightlong(right.expression)) return null
  const link = /^\s*(?:(on|from|of|of the|,|between|early|late)|(to|into|in to|before))?\s*$/i.exec(between)
  if (!link) return null
  if (right.expression.form === 'interval' || (isDate(right.expression) && right.expression.endDate)) return { start: left.start, end: right.end, rule: 'night-of-range', expression: right.expression }
  return { start: left.start, end: right.end, rule: 'night-of', expression: { form: 'night', of: right.expression, ...(link[2] ? { into: true as const } : {}) } }
}

const isNightlong = (expression: TimeExpression) =>
  expression.form === 'weekday' || expression.form === 'interval' || (expression.form === 'offset' && expression.unit === 'day') || (isDate(expression) && expression.date.day !== undefined)

// "from Friday to Sunday", "between Dec. 19 and Dec. 21", "March 3 until March 5", "Saturday and Sunday", "Friday night into Saturday"
const interval: Join = (left, between, right, { before }) => {
  const comparable = (isDay(left.expression) && isDay(right.expression)) || (isDate(left.expression) && isDate(right.expression))
  if (!comparable) return null
  const through = /^\s*(?:to|until|till|through|into|–|—|-)\s*$/i.test(between)
  const pair = /^\s+(?:and|&)\s+(?:on\s+|in\s+)?$/i.test(between)
  if (!through && !(pair && (/\bbetween\s+(?:late\s+|early\s+)?$/i.test(before) || follow(left.expression, right.expression)))) return null
  if (isDate(left.expression) && isDate(right.expression) && !left.expression.endDate && !right.expression.endDate) {
    const date = { ...left.expression.date }
    if (date.year === undefined && right.expression.date.year !== undefined) date.year = right.expression.date.year
    return { start: left.start, end: right.end, rule: 'date-to-date', expression: { form: 'date', date, endDate: right.expression.date } }
  }
  return { start: left.start, end: right.end, rule: 'interval', expression: { form: 'interval', from: left.expression, to: right.expression } }
}

const isDay = (expression: TimeExpression) =>
  (expression.form === 'weekday' && expression.week === undefined) || (expression.form === 'offset' && expression.unit === 'day') || (isDate(expression) && expression.date.day !== undefined && !expression.endDate)

/** "on Saturday and Sunday", "Christmas Day and Boxing Day", "in July and August" are one stretch; "Monday and Thursday" are two days. */
function follow(left: TimeExpression, right: TimeExpression): boolean {
  if (left.form === 'weekday' && right.form === 'weekday') return (left.weekday + 1) % 7 === right.weekday
  if (isDate(left) && isDate(right) && left.date.day && right.date.day) return left.date.month === right.date.month && left.date.day + 1 === right.date.day
  if (isDate(left) && isDate(right) && left.date.month && !left.date.day && !right.date.day && !left.part && !right.part && left.date.year === undefined) return left.date.month + 1 === right.date.month
  return false
}

const joins: Join[] = [dateWithYear, dayWithDate, interval, nightOf]

/** Longest stretch a joining word may take, in characters. */
const REACH = 12

export function joinNeighbours(found: Found[], text: string): Found[] {
  let times = found
  for (const join of joins) {
    const joined: Found[] = []
    for (const right of times) {
      const left = joined.at(-1)
      const merged = left && right.start - left.end <= REACH
        ? join(left, text.slice(left.end, right.start), right, { before: text.slice(Math.max(0, left.start - 20), left.start), after: text.slice(right.end, right.end + 1) })
        : null
      if (merged) joined[joined.length - 1] = merged
      else joined.push(right)
    }
    times = joined
  }
  return times
}
