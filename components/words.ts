/** The words for what the data says: types, statuses, levels, tolls, dates. */
import type { IncidentType, PlaceLevel, Status } from '../lib/taxonomy'
import type { Toll } from '../lib/types'

export const typeWords: Record<IncidentType, string> = {
  meeting: 'Meeting', statement: 'Statement', agreement: 'Agreement',
  strike: 'Strike', attack: 'Attack', clash: 'Clash',
  protest: 'Protest',
  detention: 'Detention', sanction: 'Sanction',
  movement: 'Movement', humanitarian: 'Humanitarian',
  disaster: 'Disaster',
}

export const statusWords: Record<Status, { name: string; meaning: string }> = {
  happened: { name: 'Happened', meaning: 'told as fact' },
  claimed: { name: 'Claimed', meaning: 'one side says so' },
  planned: { name: 'Planned', meaning: 'announced, not yet held' },
  denied: { name: 'Denied', meaning: 'someone denies it' },
}

export const levelWords: Record<PlaceLevel, string> = {
  site: 'site', town: 'town', district: 'district', region: 'region', country: 'country', sea: 'sea', area: 'wider area',
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function split(date: string): { year: string; month?: string; day?: number } {
  const [year = '', month, day] = date.split('-')
  return { year, ...(month ? { month: months[Number(month) - 1] ?? month } : {}), ...(day ? { day: Number(day) } : {}) }
}

function wordsOf({ year, month, day }: ReturnType<typeof split>): string {
  return [day, month, year].filter((part) => part !== undefined).join(' ')
}

/** "2025-12-20" → "20 December 2025", "2025-12-20/2025-12-21" → "20–21 December 2025", "2025-07" → "July 2025", "2018" → "2018". */
export function dateWords(edtf: string | null | undefined): string {
  if (!edtf) return 'Date not stated'
  const [first = '', last] = edtf.split('/')
  const from = split(first)
  if (last === undefined) return wordsOf(from)
  const to = split(last)
  if (from.year !== to.year) return `${wordsOf(from)} – ${wordsOf(to)}`
  if (from.month !== to.month) return `${wordsOf({ ...from, year: '' }).trim()} – ${wordsOf(to)}`
  return from.day !== undefined && to.day !== undefined ? `${from.day}–${wordsOf(to)}` : wordsOf(to)
}

const numbers = new Intl.NumberFormat('en')
export const count = (n: number) => numbers.format(n)
export const plural = (n: number, one: string, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`

/** "at least 8", "3–5", "dozens". */
export function countWords({ low, best, high, qualifier }: Toll): string {
  if (best !== null) return `${qualifier && !/^\d/.test(qualifier) ? `${qualifier} ` : ''}${count(best)}`
  if (qualifier) return qualifier
  return high !== null && high !== low ? `${count(low)}–${count(high)}` : `at least ${count(low)}`
}

/** "at least 8 killed", "3–5 injured", "dozens injured"; nothing where no number is known and no word stands for one. */
export function tollWords(toll: Toll | null | undefined, verb: string): string | null {
  return toll ? `${countWords(toll)} ${verb}` : null
}
