/** Calendar arithmetic on days counted from 1970-01-01 (UTC), proleptic Gregorian, years 1–9999. */

const MS_PER_DAY = 86_400_000

export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / MS_PER_DAY)
}

export function fromDayNumber(number: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(number * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() }
}

export const daysInMonth = (year: number, month: number) => fromDayNumber(dayNumber(year, month + 1, 0)).day

/** Monday of the week (ISO 8601) that holds a day. */
export const mondayOf = (number: number) => number - ((fromDayNumber(number).weekday + 6) % 7)

/** Whether such a day exists: not 30 February, not month 13. */
export const isDay = (year: number, month: number, day: number) => year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
