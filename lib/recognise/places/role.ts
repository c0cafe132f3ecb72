/**
 * What a place name does in its sentence, by the words around it. The order of the rules is from the surest construction
 * to the weakest; each is headed by the sentence it was written for. Names in a list ("China, Russia and Iran agreed")
 * share what stands before the first and after the last.
 */
import type { PlaceRole, Token } from '../../types'
import { isCapital, type Name } from './names'
import { demonyms, levelOfNoun, objectVerbs, passiveSubject, subjectVerbs, words } from './words'

type Role = { role: PlaceRole; rule: string }
type Look = (i: number) => Token | undefined

const location = (rule: string): Role => ({ role: 'location', rule })
const metonym = (rule: string): Role => ({ role: 'metonym', rule })

/**
 * Whether `names[i]` is a word of a longer name: "Georgia Power", "Étoile du Sahel", "the Crimea Platform". A title, a person, a
 * direction or another place beside it is none ("Texas Gov. Smith", "Northern Mali").
 */
export function isInLongerName(names: Name[], i: number, tokens: Token[], isPerson: (token: number) => boolean, titleCase: boolean[]): boolean {
  const { from, to, suffix, end, demonym } = names[i]!
  const { sentence } = tokens[from]!
  if (suffix || demonym || titleCase[sentence]) return false
  const goesOn = (k: number): boolean => {
    const token = tokens[k]
    return token !== undefined && token.sentence === sentence && token.kind === 'word' && isCapital(token) && !isPerson(k) && !standsAlone(token.lower)
  }
  if (goesOn(to) && tokens[to]!.start - end === 1 && names[i + 1]?.from !== to) return true
  // "Étoile du Sahel"
  if (/^(?:du|des|del|della|di|da|do)$/.test(tokens[from - 1]?.lower ?? '') && tokens[from - 1]!.sentence === sentence && goesOn(from - 2) && names[i - 1]?.to !== from - 1) return true
  // The first word of a sentence has a capital anyway.
  return goesOn(from - 1) && tokens[from]!.start - tokens[from - 1]!.end === 1 && names[i - 1]?.to !== from && from >= 2 && tokens[from - 2]!.sentence === sentence && /^[\p{L}\d,]/u.test(tokens[from - 2]!.text)
}

/** Words with capitals that stand beside a place without being of its name. */
const standsAlone = (lower: string): boolean =>
  words.titles.has(lower) || words.directions.has(lower) || words.peopleNouns.has(lower) || words.neighbours.has(lower) || demonyms.has(lower) || levelOfNoun.has(lower) || words.prepositions.has(lower) || words.conjunctions.has(lower)

/** The role of `names[i]`; countries and capitals (`prior.polity`) stand for governments, other towns seldom do. */
export function roleOf(names: Name[], i: number, tokens: Token[]): Role {
  const name = names[i]!
  const { from, to, suffix, demonym, prior: { polity } } = name
  const { sentence } = tokens[from]!
  const at: Look = (k) => (tokens[k]?.sentence === sentence ? tokens[k] : undefined)

  // "US-led", "Washington-backed"; "Lagos-based", "rebel-held"
  const led = suffix ?? (at(to)?.text === '-' ? at(to + 1)?.lower : undefined)
  if (led && words.ledSuffixes.has(led)) return metonym('x-led')
  // "a Boston cream pie", "the Brazil nut", "plaster of Paris"
  if (words.kinds.has(at(to)?.lower ?? '') || (at(from - 1)?.lower === 'of' && words.kindsOf.has(at(from - 2)?.lower ?? '')) || words.kindsBefore.has(at(from - 1)?.lower ?? '')) return { role: 'part', rule: 'kind-of-thing' }
  // the film “Donbass”, “Kashmir,” the song
  if (/^[“‘"«„]$/.test(at(from - 1)?.text ?? '') && /^[”’"»]$/.test((/^[,.!?]$/.test(at(to)?.text ?? '') ? at(to + 1) : at(to))?.text ?? '')) return { role: 'part', rule: 'title' }
  if (demonym) return { role: 'demonym', rule: 'demonym' }
  if (led && words.basedSuffixes.has(led)) return location('x-based')

  const list = listAround(names, i, tokens)
  let left = names[list.first]!.from - 1
  while (at(left) && (at(left)!.lower === 'the' || at(left)!.lower === 'both' || words.directions.has(at(left)!.lower))) left--
  const before = at(left)
  const next = at(to)

  // "the Zaporizhzhia region"
  if (next && levelOfNoun.has(next.lower) && !words.peopleNouns.has(next.lower)) return location('type-noun')
  // "northern Mali"
  if (words.directions.has(at(from - 1)?.lower ?? '')) return location('direction')
  // "the Omani capital Muscat", "the port city Odesa"
  if (levelOfNoun.has(at(from - 1)?.lower ?? '') && !/^[’']?s$/.test(next?.lower ?? '')) return location('noun-before')
  // "Ukraine's president urged", "China's move" against "Lebanon's second city", "Ukraine's Zaporizhzhia region"
  if (next && /^['’]s?$/i.test(next.lower) && at(to + 1)) return possessive(to + 1, at, polity)
  // "US envoys", "Toronto man", "Lagos State governor"; but "in Lagos police said"
  if (next && isModifier(next) && !(before && words.locative.has(before.lower))) return metonym('modifier')

  if (before && words.locative.has(before.lower) && before.lower !== 'between') return location('locative')
  if (before?.lower === 'of') return polity && isPersonBefore(at(left - 1), at(left - 2)) ? metonym('people-of') : ofRole(at(left - 1), at(left - 2))
  if (before && words.motionVerbs.has(before.lower)) return location('motion-verb')
  if (before?.lower === 'between') {
    // "talks between London and Moscow" against "the road between Homs and Hama"
    const noun = at(left - 1)
    return polity && (!noun || words.relationNouns.has(noun.lower)) ? metonym('between') : location('between')
  }
  if (!polity) return next && (next.lower === 'beat' || next.lower === 'defeated' || next.lower === 'thrashed') ? metonym('sport') : location('default')
  return polityRole(before, at(left - 1), names[list.last]!.to, at)
}

/** A country or capital without a construction that makes it ground. */
function polityRole(before: Token | undefined, head: Token | undefined, after: number, at: Look): Role {
  const preposition = before !== undefined && words.prepositions.has(before.lower)
  if (preposition) {
    // "the border with Mexico"
    if (before.lower === 'with' && head && levelOfNoun.has(head.lower)) return location('border-with')
    // "talks with Iran", "a warning against Turkey", "built by China"
    if (before.lower === 'with' || before.lower === 'against' || before.lower === 'by') return metonym('with')
    // "pressure on Moscow", "sanctions on Russia"; "demands for Berlin"
    if (before.lower === 'on' || before.lower === 'for') return head && words.againstNouns.has(head.lower) ? metonym('pressure-on') : location('default')
    // "negotiators from Russia", "aid from Washington"
    if (before.lower === 'from' && head && words.peopleFrom.has(head.lower)) return metonym('people-from')
    return location('default')
  }
  // "accused Brussels of", "urging Washington to"
  if (before && objectVerbs.has(before.lower)) return metonym('object')
  // "Kyiv urged", "Moscow has repeatedly denied"
  const acts = actsAt(after, at)
  if (acts) return acts
  const next = at(after)
  // "Japan quake kills five": a noun beside it; anything else that may follow a subject leaves an actor.
  const noun = next?.kind === 'word' && !words.auxiliaries.has(next.lower) && !words.prepositions.has(next.lower) && !words.conjunctions.has(next.lower)
  const alone = next === undefined || (before === undefined && next.kind === 'punctuation')
  return noun || alone ? location('default') : metonym('bare')
}

/** Names joined by commas and "and" around the one at `i`. */
function listAround(names: Name[], i: number, tokens: Token[]): { first: number; last: number } {
  const joined = (a: Name | undefined, b: Name | undefined) => {
    if (!a || !b || a.demonym || b.demonym || b.from <= a.to || b.from - a.to > 3 || tokens[a.from]!.sentence !== tokens[b.from]!.sentence) return false
    return tokens.slice(a.to, b.from).every(({ lower }) => lower === ',' || lower === 'and' || lower === 'or' || lower === 'the')
  }
  let first = i
  let last = i
  while (joined(names[first - 1], names[first])) first--
  while (joined(names[last], names[last + 1])) last++
  return { first, last }
}

/** "the city of Homs", "parts of Syria" against "the president of Poland", "accusations of Iran". */
function ofRole(noun: Token | undefined, before: Token | undefined): Role {
  if (noun && words.nounsBeforeOf.has(noun.lower)) return location('part-of')
  const people = noun && (words.ofPeople.has(noun.lower) || words.titles.has(noun.lower))
  return people || (before && words.titles.has(before.lower)) ? metonym('people-of') : location('of')
}

/** "Foreign Minister Orlo Dun of Morania": two words of a name, neither a noun for a place. */
const isPersonBefore = (noun: Token | undefined, before: Token | undefined): boolean =>
  noun !== undefined && before !== undefined && isCapital(noun) && isCapital(before) && !levelOfNoun.has(noun.lower) && !words.nounsBeforeOf.has(noun.lower) && !words.orgHeads.has(noun.lower)

/** Looks past adjectives for the noun that is possessed. */
function possessive(i: number, at: Look, polity: boolean): Role {
  for (let k = i; k < i + 4; k++) {
    const token = at(k)
    if (!token || token.kind === 'punctuation') break
    if (words.peopleNouns.has(token.lower) || words.titles.has(token.lower)) return metonym('possessive')
    if (words.placeNouns.has(token.lower) || levelOfNoun.has(token.lower)) return location('possessive')
  }
  return polity ? metonym('possessive') : location('possessive')
}

/** A noun for people directly after the name makes it an adjective: "US envoys", "Chicago police". */
function isModifier(next: Token): boolean {
  if (next.kind !== 'word' || (words.placeNouns.has(next.lower) && !words.peopleNouns.has(next.lower))) return false
  return words.peopleNouns.has(next.lower) || words.titles.has(next.lower) || (isCapital(next) && words.orgHeads.has(next.lower))
}

/** The name is the subject of what follows: auxiliaries and adverbs, then a verb of decision or speech. */
function actsAt(to: number, at: Look): Role | undefined {
  let modal = false
  for (let k = to; k < to + 5; k++) {
    const token = at(k)
    if (!token || token.kind !== 'word') return undefined
    const previous = at(k - 1)?.lower ?? ''
    const passive = k > to && /^(?:was|were|be|been|being|is|are)$/.test(previous) && /(?:ed|en|t|ck)$/.test(token.lower)
    // "Kyiv was attacked", "Poland has been hit" against "Moscow might be tempted"
    if (passive && words.motionVerbs.has(token.lower)) return location('passive')
    if (subjectVerbs.has(token.lower)) return metonym('subject')
    if (words.auxiliaries.has(token.lower) || token.lower === 'be' || token.lower.endsWith('ly')) {
      modal ||= /^(?:has|have|had|will|would|could|should|may|might|must|can|did|does|do|is|was)$/.test(token.lower)
      continue
    }
    if (passiveSubject.has(token.lower)) return location('ground')
    // "Russia could step up its raids", "Rome has no plan"; but "Kyiv is the capital"
    const being = /^(?:is|was|are|were)$/.test(previous) && !passive && !token.lower.endsWith('ing')
    return modal && !being ? metonym('subject') : undefined
  }
  return undefined
}
