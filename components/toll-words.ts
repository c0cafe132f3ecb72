/** Counts of people in words. The articles are English, and so is the word one of them counts with: other languages say what it means. */
import type { Text } from '../lib/text'
import type { Toll } from '../lib/types'

/** "at least 8", "3–5", "dozens". */
export function countWords({ t, number }: Text, { low, best, high, qualifier }: Toll): string {
  if (best !== null) {
    if (!qualifier || /^\d/.test(qualifier)) return number(best)
    return t('common.toll', { said: qualifier, count: number(best), how: high === null ? 'atLeast' : low === 0 ? 'atMost' : 'about' })
  }
  if (qualifier) return t('common.tollVague', { said: qualifier, size: sizeOf(low) })
  return high !== null && high !== low ? `${number(low)}–${number(high)}` : t('common.tollAtLeast', { count: number(low) })
}

/** What a word without a number comes to: "several", "dozens", "hundreds"; `low` is its least (data/toll-words.json). */
const sizeOf = (low: number) => (low < 20 ? 'several' : low < 200 ? 'dozens' : low < 2000 ? 'hundreds' : low < 20_000 ? 'thousands' : 'tensOfThousands')

/** "at least 8 killed", "3–5 injured", "dozens injured"; nothing where no toll is told. */
export function tollWords(text: Text, toll: Toll | null | undefined, kind: 'killed' | 'injured'): string | null {
  return toll ? text.t(`common.${kind}`, { count: countWords(text, toll) }) : null
}
