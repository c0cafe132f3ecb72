/** What the reports of one incident count: one number where they agree, a range and who said which where they do not. */
import type { Toll } from '../lib/types'
import type { Item } from './incidents'
import { count, countWords, dateWords, tollWords } from './words'

export type TollView = {
  /** "9–12 killed" */
  text: string
  /** Who said which, the lowest first; empty where all that count say the same. */
  said: { who: string; count: string }[]
}

export function tollView(item: Item, kind: 'killed' | 'injured'): TollView | null {
  const told = item.sources.flatMap((source) => (source[kind] ? [{ source, toll: source[kind] }] : []))
  const counts = new Map(told.map(({ toll }) => [countWords(toll), toll]))
  if (counts.size < 2) {
    const text = tollWords(told[0]?.toll ?? item[kind], kind)
    return text === null ? null : { text, said: [] }
  }
  const ranked = [...counts.entries()].sort(([, a], [, b]) => (a.best ?? a.low) - (b.best ?? b.low) || most(a) - most(b))
  // Two papers of one name, or one paper twice: the day tells them apart.
  const names = told.map(({ source }) => source.publisher ?? source.title ?? 'Untitled article')
  const who = ({ publisher, title, published }: Item['sources'][number]) => {
    const name = publisher ?? title ?? 'Untitled article'
    return published && names.filter((other) => other === name).length > 1 ? `${name}, ${dateWords(published)}` : name
  }
  return {
    text: `${range(ranked.map(([, toll]) => toll))} ${kind}`,
    said: ranked.map(([words]) => ({ who: [...new Set(told.filter(({ toll }) => countWords(toll) === words).map(({ source }) => who(source)))].sort((a, b) => a.localeCompare(b, 'en')).join(', '), count: words })),
  }
}

/** "9–12", "9–12 or more"; a word that stands for no number ("dozens") is left to who said it, unless there are only such words. */
function range(tolls: Toll[]): string {
  const numbers = tolls.filter(({ best, high }) => best !== null || high !== null)
  if (!numbers.length) return tolls.map(countWords).join(' to ')
  const low = Math.min(...numbers.map((toll) => toll.best ?? toll.low))
  const high = Math.max(...numbers.map(most))
  const isOpen = numbers.some((toll) => most(toll) === high && toll.high === null)
  if (low === high) return isOpen ? `at least ${count(low)}` : count(low)
  return `${count(low)}–${count(high)}${isOpen ? ' or more' : ''}`
}

const most = ({ low, best, high }: Toll) => best ?? high ?? low
