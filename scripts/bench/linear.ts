/** Whether the whole chain takes twice as long for twice the text, whatever the text is. */
import { readReading } from '../../lib/pipeline'
import { table } from '../score/table'
import type { Atlas } from './places'
import { articles } from './texts'

/** UTF-16 units. */
const sizes = [50_000, 500_000, 5_000_000]
/** Units measured in all at each size, in texts that differ, so that no size has its words still at hand from the text before. */
const sample = 1_000_000
const linearUpTo = 1.5

/** A table of milliseconds per million characters. */
export function linearTable(seed: number, atlas: Atlas): string {
  const news = [...articles(2400, 2200, seed, atlas)].map(({ text }) => text).join('\n\n')
  const kinds: [string, string][] = [
    ['generated news', news],
    ['all capitals', news.toUpperCase()],
    ['all lower case', news.toLowerCase()],
    ['one endless sentence', news.replace(/[.!?;:\n“”—]+ */g, ' and ')],
    ['towns, one after another', atlas.towns.map((town, i) => (i % 2 ? `${town} and to ` : `from ${town} in the `)).join('')],
    ['only full stops', '. '],
    ['one word', 'a'],
  ]
  const rows = kinds.map(([name, source]) => {
    const text = source.repeat(Math.ceil(sizes.at(-1)! / source.length))
    read(text.slice(-sizes[0]!))
    const perMillion = sizes.map((size) => msPerMillion(text, size))
    const growth = perMillion.at(-1)! / perMillion[0]!
    return [name, ...perMillion.map((ms) => ms.toFixed(0)), growth.toFixed(2), growth <= linearUpTo ? 'linear' : 'not linear']
  })
  return table(['ms per million characters', ...sizes.map((size) => `${size / 1e6} million`), 'largest against smallest', ''], rows)
}

function msPerMillion(text: string, size: number): number {
  const start = performance.now()
  let at = 0
  do read(text.slice(at, (at += size)))
  while (at < sample)
  return ((performance.now() - start) * 1e6) / at
}

const read = (text: string) => readReading({ text, published: '2025-11-20' })
