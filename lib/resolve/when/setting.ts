import type { TimeExpression, TimeMention, When } from '../../types'
import { fromIsoDay } from '../edtf'
import { whenOf } from './calendar'
import type { Tense } from './tense'

/** What a time is counted from. Days are numbers as in `days.ts`; `reference` is the article's day. */
export type Setting = {
  reference: number | null
  tense: Tense | undefined
  /** The last days told before that an event may have, for "a day earlier"; `wide` is the last month, year or season. */
  previous: Told | null
  wide: Told | null
  /** Days the text gives in full, and years its sentences name: what is left to go by without a reference. */
  anchors: Anchor[]
  years: Map<number, number>
  sentence: number
}
export type Told = { when: When; sentence: number; start: number }
type Anchor = { day: number; sentence: number }

/** A reading with how sure it is (0–1); `stated` when the words alone give it; `others` are readings that lost. */
export type Reading = { when: When; confidence: number; stated?: boolean; others?: When[] }

export type Form<F extends TimeExpression['form']> = Extract<TimeExpression, { form: F }>

/** The year that a sentence names; NaN for one that names several. */
export function yearsBySentence(mentions: TimeMention[]): Map<number, number> {
  const years = new Map<number, number>()
  for (const { expression, sentence, bound } of mentions) {
    if (bound || expression.form !== 'date' || expression.endDate || expression.date.year === undefined) continue
    const { year } = expression.date
    years.set(sentence, (years.get(sentence) ?? year) === year ? year : NaN)
  }
  return years
}

/** Days the text gives in full, each with its sentence. */
export function fullDates(mentions: TimeMention[]): Anchor[] {
  return mentions.flatMap(({ expression, sentence }) => {
    if (expression.form !== 'date' || expression.endDate || expression.date.day === undefined) return []
    const when = whenOf(expression.date)
    const day = when && fromIsoDay(when.from)
    return day === null ? [] : [{ day, sentence }]
  })
}
