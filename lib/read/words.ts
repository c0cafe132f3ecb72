/** The word lists of `data/reading-words.json`, as sets, and the month names of `data/time-words.json`. */
import { readDataText } from '../data'

type ListName =
  | 'neverEnds' | 'mayEnd' | 'sentenceStarters' | 'notDateline' | 'placeParticles' | 'english' | 'otherLanguages'

const file = JSON.parse(readDataText('reading-words.json')) as Record<ListName, string>
const setOf = (list: ListName): ReadonlySet<string> => new Set(file[list].split(' '))

/** Abbreviations that a sentence does not end with: "Gen.", "No.". */
export const neverEnds = setOf('neverEnds')
/** Abbreviations that a sentence may end with, if what follows begins like one: "Inc.", "Dec.", "Ill.". */
export const mayEnd = setOf('mayEnd')
export const sentenceStarters = setOf('sentenceStarters')
/** First words in capitals that label a story and are no place: "BREAKING —". */
export const notDateline = setOf('notDateline')
/** Small words inside place names: "Port of Spain", "Dar es Salaam". */
export const placeParticles = setOf('placeParticles')
export const englishWords = setOf('english')
export const otherWords = setOf('otherLanguages')

const times = JSON.parse(readDataText('time-words.json')) as { months: Record<string, number>; weekdays: Record<string, number> }
/** Month number 1–12 of a name as written, with or without its full stop. */
export function monthNumber(name: string): number | undefined {
  const key = name.toLowerCase()
  return times.months[key] ?? times.months[`${key}.`] ?? times.months[key.replace(/\.$/, '')]
}
export const isWeekday = (name: string): boolean => Object.hasOwn(times.weekdays, name.toLowerCase())
