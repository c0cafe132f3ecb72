/** Whether the whole chain takes twice as long for twice the text, whatever the text is. */
import { readReading } from '../../lib/pipeline'
import { table } from '../score/table'
import type { Atlas } from './places'
import { articles } from './texts'

/** UTF-16 units. */
const sizes = [50_000, 500_000, 5_000_000]
/** A text of the smallest size is over too soon to be measured once; the first runs also warm the code up. */
const repeats = [12, 3, 1]
const linearUpTo = 1.5

/** A table of milliseconds per million characters. */
export function linearTable(seed: number, atlas: Atlas): string {
  const news = [...articles(2400, 2200, seed, atlas)].map(({ text }) => text).join('\n\n')
  const kinds: [string, string][] = [
    ['generated news', news],
    ['all capitals', news.toUpperCase()],
    ['all lower case', news.toLowerCase()],
    ['one endless sentence', news.replace(/[.!?;:\n“”—]+ */g, ' and ')],
    ['names of towns, one after another', `Storms hit ${atlas.towns.join(', ')}, `],
    ['only full stops', '. '],
    ['one word', 'a'],
  ]
  const rows = kinds.map(([name, source]) => {
    const text = source.repeat(Math.ceil(sizes.at(-1)! / source.length))
    const perMillion = sizes.map((size, i) => {
      const times = Array.from({ length: repeats[i]! }, () => timeOf(text.slice(0, size)))
      return (Math.min(...times) * 1e6) / size
    })
    const growth = perMillion.at(-1)! / perMillion[0]!
    return [name, ...perMillion.map((ms) => ms.toFixed(0)), growth.toFixed(2), growth <= linearUpTo ? 'linear' : 'not linear']
  })
  return table(['ms per million characters', ...sizes.map((size) => `${size / 1e6} million`), 'largest against smallest', ''], rows)
}

function timeOf(text: string): number {
  const start = performance.now()
  readReading({ text, published: '2025-11-20' })
  return performance.now() - start
}
