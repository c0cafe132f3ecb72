/** What a bar stands for, in words. */
import type { Bins } from '../../lib/columns/histogram'
import type { Text } from '../../lib/text'

export const unitNames = { day: 'timeline.unitDay', week: 'timeline.unitWeek', month: 'timeline.unitMonth', year: 'timeline.unitYear' } as const
const perNames = { day: 'timeline.perDay', week: 'timeline.perWeek', month: 'timeline.perMonth', year: 'timeline.perYear' } as const

/** "week", "10 years". */
export const barWords = ({ t }: Text, { unit, step }: Bins): string => (step > 1 ? t('timeline.unitYears', { count: step }) : t(unitNames[unit]))
/** "12 a week", "12 in 10 years". */
export const perUnit = ({ t, number }: Text, { unit, step }: Bins, n: number): string => (step > 1 ? t('timeline.perYears', { count: number(n), years: step }) : t(perNames[unit], { count: number(n) }))
