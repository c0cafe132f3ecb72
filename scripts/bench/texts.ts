/** News-like articles of a given length, made from a seed: the same seed gives the same texts on every machine. */
import { readFileSync } from 'node:fs'
import { drawCountry, drawTown, type Atlas } from './places'
import { Random } from '../random'

const grammar = JSON.parse(readFileSync(new URL('./news.json', import.meta.url), 'utf8')) as Record<string, string[]>

/** Who and where an article is about: news names the same few places and people again and again. */
type Cast = Record<'town' | 'hamlet' | 'country' | 'sea' | 'person', string[]>

export type BenchArticle = { title: string; text: string; published: string }

/** What follows the first sentence, in about these shares. */
const sentences = ['event', 'event', 'event', 'quote', 'quote', 'background', 'background', 'report', 'filler', 'filler', 'filler', 'filler']

/** `count` articles of about `length` characters, each cut at the end of a sentence. */
export function* articles(count: number, length: number, seed: number, atlas: Atlas): Generator<BenchArticle> {
  const random = new Random(seed)
  for (let i = 0; i < count; i++) {
    const cast = drawCast(atlas, random)
    const write = (key: string) => capitalised(expand(`{${key}}`, cast, random))
    const title = write('headline')
    let text = `${cast.town[0]!.toUpperCase()}, ${random.pick(grammar.month!)} ${random.whole(1, 28)} — ${write('lead')}`
    while (text.length < length) text += `${random.next() < 0.4 ? '\n\n' : ' '}${write(random.pick(sentences))}`
    yield { title, text, published: `2025-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}` }
  }
}

function drawCast(atlas: Atlas, random: Random): Cast {
  const home = drawCountry(atlas, random)
  const abroad = drawCountry(atlas, random)
  const times = (count: number, draw: () => string) => Array.from({ length: count }, draw)
  return {
    town: [...times(3, () => drawTown(home, random)), ...times(2, () => drawTown(abroad, random))],
    hamlet: times(2, () => random.pick(home.hamlets)),
    country: [home.name, home.name, abroad.name, ...times(2, () => drawCountry(atlas, random).name)],
    sea: [random.pick(atlas.seas)],
    person: times(4, () => `${random.pick(grammar.firstName!)} ${random.pick(grammar.familyName!)}`),
  }
}

/** Replaces every {key} by one of its alternatives, those of the alternative included. */
function expand(text: string, cast: Cast, random: Random): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => {
    if (Object.hasOwn(cast, key)) return random.pick(cast[key as keyof Cast])
    switch (key) {
      case 'surname': return random.pick(cast.person).replace(/^\S+ /, '')
      case 'bigNumber': return (random.whole(2, 900) * 100).toLocaleString('en')
      case 'dayNumber': return String(random.whole(1, 28))
      case 'age': return String(random.whole(24, 81))
      case 'year': return String(random.whole(1985, 2024))
      case 'distance': return `${random.whole(4, 180)} kilometres`
      default: return expand(random.pick(grammar[key] ?? [key]), cast, random)
    }
  })
}

const capitalised = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
