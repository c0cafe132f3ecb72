import type { Article, Token } from '../../types'
import type { Entities } from './entities'
import { isCapital, type Name } from './names'
import type { Prior } from './prior'
import { demonyms, isOrdinary, levelOfNoun, words } from './words'

/** A place no gazetteer knows; its candidates are none. */
const unknown: Prior = { weight: 0, level: 'area', polity: false, candidates: [] }

/**
 * Names outside the gazetteer that their construction makes places: "the village of Kusha", "the Al-Sinek neighborhood",
 * "Moria refugee camp", "in Kusha, Nigeria".
 */
export function unlistedNames({ text, tokens }: Article, accepted: Name[], entities: Entities, titleCase: boolean[]): (Name & { rule: string })[] {
  const taken = new Set(accepted.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
  const startOf = new Map(accepted.map((name) => [name.from, name]))
  const found: (Name & { rule: string })[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!free(from)) continue
    let to = from + 1
    while (to < tokens.length && to - from < 4 && free(to) && tokens[to]!.sentence === tokens[from]!.sentence && tokens[to]!.start - tokens[to - 1]!.end === 1) to++
    // "Rapides Parish Fire District" ends with its first type.
    for (let k = from + 1; k < to; k++) if (words.typeSuffixes.has(tokens[k]!.lower)) to = Math.min(to, k + 1)
    const rule = ruleFor(from, to) ?? typedRule(from, to)
    if (rule) {
      const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end]
      found.push({ from, to, start, end, name: text.slice(start, end), prior: unknown, rule })
    }
    from = to - 1
  }
  return found

  function free(i: number): boolean {
    const token = tokens[i]!
    return token.kind === 'word' && token.text.length > 2 && isCapital(token) && !taken.has(i) && entities.at(i) === undefined && !words.titles.has(token.lower)
  }

  /** "Rapides Parish", "Lake Kusha", "Camp Arun": the type is part of the name. */
  function typedRule(from: number, to: number): string | undefined {
    if (to - from < 2 || titleCase[tokens[from]!.sentence]) return undefined
    // "Islamic State", "Press Pass", "Green Field": words, not names
    const rest = words.typePrefixes.has(tokens[from]!.lower) ? tokens[from + 1]! : tokens[from]!
    if (words.notPlaces.has(rest.lower) || isOrdinary(rest.lower) || demonyms.has(rest.lower)) return undefined
    if (words.typePrefixes.has(tokens[from]!.lower) || words.typeSuffixes.has(tokens[to - 1]!.lower)) return 'type-in-name'
    return undefined
  }

  function ruleFor(from: number, to: number): string | undefined {
    const { sentence } = tokens[from]!
    const at = (i: number): Token | undefined => (tokens[i]?.sentence === sentence ? tokens[i] : undefined)
    const before = at(from - 1)
    const next = at(to)
    // "the village of Kusha"
    if (before?.lower === 'of' && placeNoun(at(from - 2))) return 'noun-of'
    const located = before && (before.lower === 'the' || words.locative.has(before.lower) || /^['’]s$/.test(before.lower))
    // "the Al-Sinek neighborhood", "in Kusha village"
    if (located && placeNoun(next)) return 'type-noun'
    if (located && next?.lower === 'refugee' && at(to + 1)?.lower === 'camp') return 'type-noun'
    // "in Kusha, Nigeria"
    if (before && words.locative.has(before.lower) && next?.text === ',' && startOf.has(to + 1) && /^(?:country|region)$/.test(startOf.get(to + 1)!.prior.level)) return 'contained'
    return undefined
  }
}

function placeNoun(token: Token | undefined): boolean {
  if (!token || !/^\p{Ll}/u.test(token.text)) return false
  const level = levelOfNoun.get(token.lower)
  return level !== undefined && level !== 'area' && !/^(?:park|road|highway|base|prison|hospital|stadium|state|states|republic|department|port|bridge|capital|commune|square)$/.test(token.lower)
}
