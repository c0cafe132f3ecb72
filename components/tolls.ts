/** What the reports of one incident count: one number where they agree, a range and who said which where they do not. */
import type { Text } from '../lib/text'
import type { Toll } from '../lib/types'
import type { Item } from './incidents'
import { countWords, tollWords } from './toll-words'

export type Said = { who: string; count: string; toll: Toll }
export type TollView = {
  /** "9–12 killed" */
  text: string
  /** Who said which, the lowest first; empty where all that count say the same. */
  said: Said[]
}

export function tollView(text: Text, item: Item, kind: 'killed' | 'injured'): TollView | null {
  const told = item.sources.flatMap((source) => (source[kind] ? [{ source, toll: source[kind] }] : []))
  const counts = new Map(told.map(({ toll }) => [countWords(text, toll), toll]))
  if (counts.size < 2) {
    const words = tollWords(text, told[0]?.toll ?? item[kind], kind)
    return words === null ? null : { text: words, said: [] }
  }
  const ranked = [...counts.entries()].sort(([, a], [, b]) => (a.best ?? a.low) - (b.best ?? b.low) || most(a) - most(b))
  // Two papers of one name, or one paper twice: the day tells them apart.
  const nameOf = ({ publisher, title }: Item['sources'][number]) => publisher ?? title ?? text.t('common.untitled')
  const names = told.map(({ source }) => nameOf(source))
  const who = (source: Item['sources'][number]) => {
    const name = nameOf(source)
    return source.published && names.filter((other) => other === name).length > 1 ? text.t('incident.sourceOn', { name, date: text.dates(source.published) }) : name
  }
  return {
    text: text.t(`common.${kind}`, { count: range(text, ranked.map(([, toll]) => toll)) }),
    said: ranked.map(([count, toll]) => ({ who: [...new Set(told.filter((one) => countWords(text, one.toll) === count).map(({ source }) => who(source)))].sort((a, b) => a.localeCompare(b, text.locale)).join(', '), count, toll })),
  }
}

/** "9–12", "9–12 or more"; a word that stands for no number ("dozens") is left to who said it, unless there are only such words. */
function range(text: Text, tolls: Toll[]): string {
  const numbers = tolls.filter(({ best, high }) => best !== null || high !== null)
  if (!numbers.length) return [tolls[0]!, tolls.at(-1)!].map((toll) => countWords(text, toll)).join(' – ')
  const low = Math.min(...numbers.map((toll) => toll.best ?? toll.low))
  const high = Math.max(...numbers.map(most))
  const isOpen = numbers.some((toll) => most(toll) === high && toll.high === null)
  if (low === high) return isOpen ? text.t('common.tollAtLeast', { count: text.number(low) }) : text.number(low)
  return text.t(isOpen ? 'incident.rangeOpen' : 'incident.range', { low: text.number(low), high: text.number(high) })
}

const most = ({ low, best, high }: Toll) => best ?? high ?? low
