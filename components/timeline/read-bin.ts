/** A bar in words: for the eye over it, for a screen reader as a sentence. */
import { isoDay } from '../../lib/columns/columns'
import type { Histogram } from '../../lib/columns/histogram'
import { incidentTypes, type IncidentType } from '../../lib/taxonomy'
import type { Text } from '../../lib/text'

export type BinReading = { title: string; /** Certainly then, and perhaps then. */ sure: number; vague: number; /** Of the certain ones, those whose date the text implies. */ implied: number; types: { type: IncidentType; sure: number; vague: number }[] }

/** Days [from, end) in words, whole months and years by their names: "July 2025", "2018", "2010–2019". */
export function rangeWords({ dates }: Text, from: number, end: number): string {
  const [first, last, next] = [isoDay(from), isoDay(end - 1), isoDay(end)]
  const length = first.endsWith('-01-01') && next.endsWith('-01-01') ? 4 : first.endsWith('-01') && next.endsWith('-01') ? 7 : 10
  const [a, b] = [first.slice(0, length), last.slice(0, length)]
  return dates(a === b ? a : `${a}/${b}`)
}

export function readBin(text: Text, { bins, sure, vague, implied }: Histogram, bin: number): BinReading {
  const types = incidentTypes.map((type, kind) => ({ type, sure: sure[kind]![bin]!, vague: vague[kind]![bin]! })).filter((each) => each.sure + each.vague > 0)
  return { title: rangeWords(text, bins.edges[bin]!, bins.edges[bin + 1]!), sure: types.reduce((n, each) => n + each.sure, 0), vague: types.reduce((n, each) => n + each.vague, 0), implied: implied[bin]!, types }
}

/** "20 December 2025: 5 incidents; perhaps 2 more. Strike 4, Meeting 1, perhaps 2." */
export function sayBin(text: Text, { title, sure, vague, types }: BinReading): string {
  const { t, number } = text
  const parts = types.map((each) => [t(`common.${each.type}`), each.sure ? number(each.sure) : '', each.vague ? t('timeline.perhaps', { count: each.vague }) : ''].filter(Boolean).join(' '))
  return [`${title}: ${t('common.incidents', { count: sure })}`, vague ? t('timeline.perhapsMore', { count: vague }) : '', ...parts].filter(Boolean).join(', ')
}
