/**
 * People and offices that act: "Foreign Minister Sergei Lavrov" (a title and a name), "Kody R. Berrey" (a given name and a surname),
 * "Lavrov" after either, "the US envoy" (an office alone).
 */
import type { Token } from '../../types'
import { givenNames, words as placeWords } from '../places/words'
import { abbreviated, compounds, leading, officeModifiers, offices, portfolios, titles } from './words'

/** Tokens `[from, to)`; `name` is where the person's own name begins, absent for an office alone. */
export type Person = { from: number; to: number; name?: number }

const isCapital = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}/u.test(token.text)
const isParticle = (token: Token | undefined): boolean => token !== undefined && /^(?:al|el|ben|bin|ibn|abu|van|von|der|den|de|da|di|du|dos|del|la|le|the)$|^(?:al|el)-\p{Lu}/u.test(token.text)
const same = (tokens: readonly Token[], a: number, b: number): boolean => tokens[a]?.sentence === tokens[b]?.sentence

/** The person or office whose title stands at `i`, or nothing. */
export function titledAt(tokens: readonly Token[], i: number): Person | undefined {
  const title = tokens[i]!
  if (!titles.has(title.lower) && !offices.has(title.lower)) return undefined
  if (tokens[i - 1]?.text === '-' || !isCapital(title) && title.lower === 'general') return undefined
  let next = i + 1
  if (abbreviated.has(title.lower) && tokens[next]?.text === '.') next++
  // "Secretary of State Marco Rubio", "Minister of Foreign Affairs"
  if (tokens[next]?.lower === 'of' || tokens[next]?.lower === 'for') {
    let to = next + 1
    while (same(tokens, to, i) && portfolios.has(tokens[to]!.lower)) to++
    if (to > next + 1 && isCapital(tokens[to - 1])) next = to
  }
  // "General Secretary To Lam", "Foreign Minister General Prayut"
  while (same(tokens, next, i) && titles.has(tokens[next]!.lower) && isCapital(tokens[next])) next += abbreviated.has(tokens[next]!.lower) && tokens[next + 1]?.text === '.' ? 2 : 1
  const to = nameEnd(tokens, next)
  const from = modifiersBefore(tokens, i)
  if (to > next && titles.has(title.lower)) return { from, to, name: next }
  if (!offices.has(title.lower) || isCompound(tokens, next)) return undefined
  return { from, to: next }
}

/** "police chief", "the president's office": another noun is the head. */
function isCompound(tokens: readonly Token[], next: number): boolean {
  if (!same(tokens, next, next - 1)) return false
  const after = tokens[next]!
  return compounds.has(after.lower) || /^['’]s$/i.test(after.text) || after.text === "'" || after.text === '’'
}

/** Behind the last word of the name that begins at `from`: one to four capitalised words, particles and initials. */
function nameEnd(tokens: readonly Token[], from: number): number {
  if (!isCapital(tokens[from]) && !(isParticle(tokens[from]) && tokens[from]!.text.includes('-'))) return from
  if (leading.has(tokens[from]!.lower) || placeWords.orgHeads.has(tokens[from]!.lower) && !givenNames.has(tokens[from]!.lower)) return from
  let to = from + 1
  for (let size = 1; size < 4 && same(tokens, to, from); to++) {
    const token = tokens[to]!
    // "Kody R. Berrey"
    if (token.text === '.' && tokens[to - 1]!.text.length === 1 && isCapital(tokens[to + 1])) continue
    if (isParticle(token) && (token.text.includes('-') || isCapital(tokens[to + 1]) && token.lower !== 'the' && same(tokens, to + 1, from))) { if (token.text.includes('-')) size++; continue }
    if (!isCapital(token) || titles.has(token.lower) || leading.has(token.lower)) break
    size++
  }
  return to
}

/** "Russian deputy foreign" before "minister": countries, demonyms and words of office. */
function modifiersBefore(tokens: readonly Token[], i: number): number {
  let from = i
  for (let k = i - 1; k >= Math.max(0, i - 5) && same(tokens, k, i); k--) {
    const token = tokens[k]!
    if (token.kind !== 'word' || /^['’]s$/i.test(token.text)) break
    const opens = k === 0 || tokens[k - 1]!.sentence !== token.sentence
    if (!officeModifiers.has(token.lower) && !(isCapital(token) && !leading.has(token.lower) && !(opens && placeWords.openers.has(token.lower)))) break
    from = k
  }
  return from
}

/** "Taleh Habibzade", "Kody R. Berrey": a common given name and what follows it. */
export function untitledAt(tokens: readonly Token[], i: number): Person | undefined {
  const first = tokens[i]!
  if (!isCapital(first) || !givenNames.has(first.lower) && !isNamedAsPerson(tokens, i) || first.text === first.text.toUpperCase() || isCapital(tokens[i - 1]) && same(tokens, i - 1, i) && !leading.has(tokens[i - 1]!.lower)) return undefined
  const to = nameEnd(tokens, i)
  const last = tokens[to - 1]!
  if (to - i < 2 || last.text.length < 2) return undefined
  const words = tokens.slice(i + 1, to).map(({ lower }) => lower)
  if (words.some((word) => placeWords.orgHeads.has(word) || placeWords.typeSuffixes.has(word) || placeWords.streets.has(word) || offices.has(word))) return undefined
  return { from: i, to, name: i }
}

/** "Kody R. Berrey", "Xandra Voss, 34,", "Xandra Voss, who": names by what stands in or behind them. */
function isNamedAsPerson(tokens: readonly Token[], i: number): boolean {
  if (leading.has(tokens[i]!.lower) || tokens[i + 1]?.kind !== 'word' && tokens[i + 1]?.text !== '.') return false
  const [, second, third, fourth] = tokens.slice(i, i + 4)
  if (second && /^\p{Lu}$/u.test(second.text) && third?.text === '.' && isCapital(fourth) && tokens[i]!.text.length > 2) return true
  if (!isCapital(second) || second!.text === second!.text.toUpperCase()) return false
  const behind = isCapital(third) ? i + 3 : i + 2
  if (tokens[behind]?.lower === 'who') return true
  return tokens[behind]?.text === ',' && (tokens[behind + 1]?.lower === 'who' || /^\d{1,2}$/.test(tokens[behind + 1]?.text ?? '') && /^[,.]$/.test(tokens[behind + 2]?.text ?? ''))
}

/** "Lavrov said" after "Sergei Lavrov": a surname by itself. */
export function isAlone(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]]
  if (before && same(tokens, i - 1, i) && isCapital(before) && !leading.has(before.lower)) return false
  return !(after && same(tokens, i + 1, i) && isCapital(after))
}
