/** The words of `data/time-words.json`, with the regular-expression pieces the time rules are made of. */
import { readData } from '../../data'

type Words = {
  weekdays: Record<string, number>
  months: Record<string, number>
  monthsThatAreOtherWords: string[]
  seasons: Record<string, [number, number]>
  numbers: Record<string, number>
  vagueNumbers: string[]
  units: Record<string, string>
  holidays: Record<string, [number, number]>
  festiveDays: Record<string, number[]>
  vehicles: string[]
  yearNouns: string[]
  movableFeasts: Record<string, unknown>
  daysOfOneYear: [number, number, number, string[]][]
  namesBeforeWeekday: string[]
  namesAfterWeekday: string[]
}

export const words = JSON.parse(readData('time-words.json').toString('utf8')) as Words

/** Longest first, so that "sept." is tried before "sept"; an apostrophe may be typed straight or curved. */
function anyOf(list: Iterable<string>): string {
  const escaped = [...list].sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/'/g, '[\'’]').replace(/ /g, '\\s+'))
  return `(?:${escaped.join('|')})`
}

export const WEEKDAY = anyOf(Object.keys(words.weekdays))
export const MONTH = anyOf(Object.keys(words.months))
export const SEASON = anyOf(Object.keys(words.seasons))
export const HOLIDAY = anyOf(Object.keys(words.holidays))
export const FESTIVE = anyOf(Object.keys(words.festiveDays))
export const FEAST = anyOf(Object.keys(words.movableFeasts))
export const VAGUE = anyOf(words.vagueNumbers)
export const NUMBER = `(?:${anyOf(Object.keys(words.numbers))}|\\d{1,3})`
export const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)'

export const weekdayOf = (word: string) => words.weekdays[word.toLowerCase()] as 0 | 1 | 2 | 3 | 4 | 5 | 6
export const monthOf = (word: string) => words.months[word.toLowerCase()] as number
export const numberOf = (word: string) => words.numbers[word.toLowerCase()] ?? Number(word)
export const holidayOf = (word: string) => words.holidays[word.toLowerCase().replace(/’/g, '\'').replace(/\s+/g, ' ')] as [number, number]
export const isCapitalised = (word: string) => /^\p{Lu}/u.test(word)
