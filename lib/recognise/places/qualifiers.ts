import type { PlaceLevel } from '../../taxonomy'
import type { Token } from '../../types'
import type { Name } from './names'
import type { Prior } from './prior'
import { levelOfNoun, words } from './words'

/**
 * Names that contain the name at `i`, narrowest first, from the constructions
 * "Odessa, Texas", "Springfield, Ill.", "Tripoli, Lebanon's second city", "Paris in Texas",
 * "the Texas town of Paris", "southeastern Ukraine's Zaporizhzhia region"; `after` are those that follow it.
 */
export function qualifiersOf(names: Name[], i: number, tokens: Token[]): { qualifiers: string[]; after: Name[] } {
  const name = names[i]!
  const qualifiers: string[] = []
  const after: Name[] = []
  let inner = name
  for (const next of names.slice(i + 1, i + 4)) {
    const between = tokens.slice(inner.to, next.from).map(({ lower }) => lower).join(' ')
    const joined = between === ',' || between === '. ,' || (words.locative.has(between.replace(/ the$/, '')) && /^in\b/.test(between))
    const [noun, link] = between.split(' ')
    const typed = (link === ',' || link === 'in') && levelOfNoun.has(noun!) && next.from - inner.to === 2
    if (!(joined || typed) || !contains(next.prior, name.prior)) break
    qualifiers.push(next.name)
    after.push(next)
    inner = next
  }
  const previous = names[i - 1]
  if (previous && previous.to <= name.from && name.from - previous.to <= 4 && contains(previous.prior, name.prior)) {
    const between = tokens.slice(previous.to, name.from).map(({ lower }) => lower)
    const possessed = /^['’]s?$/.test(between[0] ?? '') && between.slice(1).every((word) => words.directions.has(word) || levelOfNoun.has(word) || word === 'of')
    const typeOf = between.at(-1) === 'of' && levelOfNoun.has(between.at(-2) ?? '')
    if (possessed || typeOf) qualifiers.push(previous.name)
  }
  return { qualifiers, after }
}

/** Whether a place of the outer name may contain one of the inner: same country, and same region when the outer is one. */
export function contains(outer: Prior, inner: Prior): boolean {
  if (outer === inner) return false
  return outer.candidates.some((o) => {
    // "China, Japan and Peru": that Japan has a town of China makes no chain.
    if (o.level === 'country' && inner.level === 'country') return inner.candidates.some((c) => c.level === 'region' && c.country === o.country)
    if (o.level === 'country') return inner.candidates.length === 0 || inner.candidates.some((c) => c.level !== 'country' && c.country === o.country)
    if (o.level !== 'region' && o.level !== 'district') return false
    return inner.candidates.length === 0 || inner.candidates.some((c) => c.level !== 'country' && c.id !== o.id && c.country === o.country && (c.admin1 === o.name || o.level === 'district'))
  })
}

/** The word where it is a type that names end with; "Sea" also of "Red Sea-bound". */
const typeOf = (word: string): string | undefined => (words.typeSuffixes.has(word) ? word : undefined)

/** "the town of X", "X province", "X Sea": what the noun beside the name says. */
export function levelHintOf({ from, to, name }: Name, tokens: Token[]): PlaceLevel | undefined {
  const sentence = tokens[from]!.sentence
  // "Clarke County": the type is the last word of the name itself.
  const last = to - from > 1 ? typeOf(tokens[to - 1]!.lower) ?? typeOf(name.slice(name.lastIndexOf(' ') + 1).toLowerCase()) : undefined
  if (last) return levelOfNoun.get(last)
  const next = tokens[to]
  if (next?.sentence === sentence) {
    const level = levelOfNoun.get(next.lower)
    // "the X border area" says nothing of X; "refugee" stands between name and noun in "X refugee camp".
    if (level && level !== 'area') return level
    const shared = level ? undefined : sharedLevel(to, tokens)
    if (shared) return shared
    if ((next.lower === 'refugee' || next.lower === 'displacement') && tokens[to + 1]) return levelOfNoun.get(tokens[to + 1]!.lower)
  }
  if (tokens[from - 1]?.lower === 'of' && tokens[from - 1]!.sentence === sentence) {
    const level = levelOfNoun.get(tokens[from - 2]?.lower ?? '')
    return level === 'area' || tokens[from - 2]?.lower.endsWith('s') ? undefined : level
  }
  return undefined
}

/** "airfields in the Sarn, Vela and Dorn regions": a plural behind a list tells of each name in it. */
function sharedLevel(to: number, tokens: Token[]): PlaceLevel | undefined {
  const { sentence } = tokens[to]!
  let joined = false
  for (let i = to; i < Math.min(tokens.length, to + 24) && tokens[i]!.sentence === sentence; i++) {
    const { lower, text } = tokens[i]!
    if (lower === ',' || lower === 'and') joined = joined || lower === 'and'
    else if (!/^\p{Lu}/u.test(text)) {
      const level = levelOfNoun.get(lower)
      return joined && lower.endsWith('s') && (level === 'region' || level === 'district') ? level : undefined
    } else if (i === to) return undefined
  }
  return undefined
}
