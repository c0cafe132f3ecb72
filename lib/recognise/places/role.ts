/**
 * What a place name does in its sentence, by the words around it. The order of the rules is from the surest construction
 * to the weakest; each is headed by the sentence it was written for.
 */
import type { PlaceRole, Token } from '../../types'
import { isCapital, type Name } from './names'
import { levelOfNoun, objectVerbs, passiveSubject, subjectVerbs, words } from './words'

export type Role = { role: PlaceRole; rule: string }

const location = (rule: string): Role => ({ role: 'location', rule })
const metonym = (rule: string): Role => ({ role: 'metonym', rule })

/** @param polity whether the name is a country's or a capital's, which stand for governments */
export function roleOf({ from, to, suffix, demonym, prior: { polity } }: Name, tokens: Token[]): Role {
  const sentence = tokens[from]!.sentence
  const at = (i: number): Token | undefined => (tokens[i]?.sentence === sentence ? tokens[i] : undefined)

  if (demonym) return { role: 'demonym', rule: 'demonym' }
  // "US-led", "Washington-backed"; "Lagos-based", "Russian-held"
  if (suffix && words.ledSuffixes.has(suffix)) return metonym('x-led')
  if (suffix && words.basedSuffixes.has(suffix)) return location('x-based')

  let left = from - 1
  while (at(left) && (at(left)!.lower === 'the' || words.directions.has(at(left)!.lower))) left--
  const before = at(left)
  const directed = left < from - 1 && words.directions.has(tokens[from - 1]!.lower)
  const next = at(to)
  const after = at(to + 1)

  // "the Zaporizhzhia region", "Sonoma County"
  if (next && levelOfNoun.has(next.lower)) return location('type-noun')
  // "northern Mali"
  if (directed) return location('direction')

  // "Ukraine's president urged", "China's move" against "Lebanon's second city", "Ukraine's Zaporizhzhia region"
  if (next && /^['’]s?$/i.test(next.lower) && after) return polity ? possessive(to + 1, at) : location('possessive')

  // "US envoys", "Israel Police"; but "Iran border", "Miami talks"
  if (polity && next && isModifier(next, before)) return words.placeNouns.has(next.lower) && !words.peopleNouns.has(next.lower) ? location('modifier') : metonym('modifier')

  if (before && words.locative.has(before.lower) && before.lower !== 'between') return location('locative')
  if (before?.lower === 'of' && words.nounsBeforeOf.has(at(left - 1)?.lower ?? '')) return location('part-of')
  if (before && words.motionVerbs.has(before.lower)) return location('motion-verb')
  if (before?.lower === 'between' || (before?.lower === 'and' && at(left - 2)?.lower === 'between')) {
    // "talks between London and Moscow" against "the road between Homs and Hama"
    const noun = at((before.lower === 'between' ? left : left - 2) - 1)
    return polity && (!noun || words.relationNouns.has(noun.lower)) ? metonym('between') : location('between')
  }
  if (polity) {
    // "Kyiv urged", "Moscow has repeatedly denied"
    const acts = actsAt(to, at, before)
    if (acts) return acts
    // "accused Brussels of", "urging Washington to"
    if (before && objectVerbs.has(before.lower)) return metonym('object')
    // "talks with Iran", "a warning against Turkey", "built by China"
    if (before && (before.lower === 'with' || before.lower === 'against' || before.lower === 'by')) return metonym('with')
    // "pressure on Moscow", "sanctions on Russia"
    if (before && (before.lower === 'on' || before.lower === 'towards') && words.againstNouns.has(at(left - 1)?.lower ?? '')) return metonym('pressure-on')
  } else if (next && (next.lower === 'beat' || next.lower === 'defeated' || next.lower === 'thrashed')) return metonym('sport')
  return location('default')
}

/** Looks past adjectives for the noun that is possessed. */
function possessive(i: number, at: (i: number) => Token | undefined): Role {
  for (let k = i; k < i + 4; k++) {
    const token = at(k)
    if (!token || token.kind === 'punctuation') break
    if (words.peopleNouns.has(token.lower)) return metonym('possessive')
    if (words.placeNouns.has(token.lower) || levelOfNoun.has(token.lower)) return location('possessive')
  }
  return metonym('possessive')
}

/** A noun directly after a country's name makes it an adjective: "US envoys". */
function isModifier(next: Token, before: Token | undefined): boolean {
  if (next.kind !== 'word') return false
  if (words.peopleNouns.has(next.lower)) return !(before && words.locative.has(before.lower) && subjectVerbs.has(next.lower))
  return words.titles.has(next.lower) || (isCapital(next) && words.orgHeads.has(next.lower))
}

/** The name is the subject of what follows: auxiliaries and adverbs, then a verb of decision or speech. */
function actsAt(to: number, at: (i: number) => Token | undefined, before: Token | undefined): Role | undefined {
  if (before && (before.lower === 'from' || before.lower === 'to' || before.lower === 'of' || before.lower === 'for')) return undefined
  for (let k = to; k < to + 5; k++) {
    const token = at(k)
    if (!token || token.kind !== 'word') return undefined
    if (subjectVerbs.has(token.lower)) {
      const previous = at(k - 1)?.lower ?? ''
      // "Kyiv was attacked", "Poland has been hit": passive, the ground suffers.
      const passive = /^(?:was|were|been|being|is|are)$/.test(previous) && /(?:ed|en|t|ck)$/.test(token.lower) && !token.lower.endsWith('ing')
      return passive ? undefined : metonym('subject')
    }
    if (passiveSubject.has(token.lower) && !words.auxiliaries.has(token.lower)) return undefined
    if (!words.auxiliaries.has(token.lower) && !token.lower.endsWith('ly')) return undefined
  }
  return undefined
}
