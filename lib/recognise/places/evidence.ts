import type { Article, Token } from '../../types'
import type { Entities } from './entities'
import { isCapital, type Name } from './names'
import { contains } from './qualifiers'
import { givenNames, isOrdinary, levelOfNoun, words } from './words'

/** Points a name needs. The weights below were set on marked news corpora, by what helps all of them. */
const needed = 1.2

/** The names that are places: those with points enough in their own sentence or with the help of the others. */
export function judge(names: Name[], { tokens, dateline }: Article, entities: Entities, titleCase: boolean[]): Name[] {
  const context = names.map((name, i) => contextOf(name, names[i - 1], names[i + 1], tokens, titleCase))
  const own = names.map((name, i) => {
    if (dateline?.place && name.start < dateline.place.end && name.end > dateline.place.start) return 9
    if (entities.at(name.from) === 'organisation') return partOf(name, tokens)
    if (name.demonym) return 9
    return name.prior.weight + context[i]! + wordOf(name, tokens, entities, context[i]!, titleCase[tokens[name.from]!.sentence]!)
  })
  // What one sentence makes sure of counts in the others: "in Nice" … "Nice was quiet".
  const sure = new Set(names.filter((_, i) => own[i]! >= needed && context[i]! >= 1.5 && entities.at(names[i]!.from) === undefined).map(({ name }) => name))
  const accepted = names.map((name, i) => own[i]! >= needed || (sure.has(name.name) && own[i]! + 1.5 >= needed))
  return names.filter((_, i) => accepted[i] || (listed(names, i, accepted, tokens) && own[i]! + 1 >= needed))
}

/** Points from the words around: a preposition, a direction, a type, a containing place. */
function contextOf({ from, to, prior, suffix }: Name, previous: Name | undefined, following: Name | undefined, tokens: Token[], titleCase: boolean[]): number {
  const sentence = tokens[from]!.sentence
  const at = (i: number): Token | undefined => (tokens[i]?.sentence === sentence ? tokens[i] : undefined)
  let points = 0
  let left = from - 1
  while (at(left) && (at(left)!.lower === 'the' || words.directions.has(at(left)!.lower))) left--
  const before = at(left)
  if (left < from - 1 && words.directions.has(at(from - 1)!.lower)) points += 1.5
  if (before && words.locative.has(before.lower)) points += before.lower === 'in' || before.lower === 'near' || before.lower === 'outside' ? 2 : 1.2
  else if (before && words.motion.has(before.lower)) points += 0.6
  else if (before && words.motionVerbs.has(before.lower)) points += 0.5
  if (before?.lower === 'of' && words.nounsBeforeOf.has(at(left - 1)?.lower ?? '')) points += 1.5
  const next = at(to)
  // "Oxford Street" is no town, "Oxford street markets" are in one.
  if (next && isCapital(next) && words.streets.has(next.lower) && adjoins(tokens[to - 1]!, next)) return -9
  if (next && levelOfNoun.has(next.lower)) points += 1.5
  if (suffix && words.basedSuffixes.has(suffix)) points += 2

  // "Paris, Texas" helps both.
  if (following && following.from - to <= 2 && tokens.slice(to, following.from).every(({ text }) => text === ',' || text === '.') && following.from > to && contains(following.prior, prior)) points += 2.5
  if (previous && from - previous.to <= 2 && from > previous.to && tokens.slice(previous.to, from).every(({ text }) => text === ',' || text === '.') && contains(prior, previous.prior)) points += 2.5

  if (!titleCase[sentence]) {
    // "Paris Hilton", "Sidney Lumet": a capital beside it that is not a name of its own makes it part of something else.
    const one = at(from - 1)
    if (one && isCapital(one) && one.kind === 'word' && adjoins(one, tokens[from]!) && !(previous?.to === from && weighty(previous)) && from - 1 !== firstOf(tokens, from) && !words.titles.has(one.lower) && !words.directions.has(one.lower)) points -= 2
    if (next && isCapital(next) && next.kind === 'word' && adjoins(tokens[to - 1]!, next) && !(following?.from === to && weighty(following)) && !words.titles.has(next.lower)) points -= prior.level === 'country' ? 1 : 2
  }
  return points
}

/** "England" of "Bank of England", "Henry County" of "Henry County Courthouse"; small towns only if the article names them elsewhere. */
function partOf({ from, to, prior, demonym, name }: Name, tokens: Token[]): number {
  if (demonym || (to - from > 1 && words.typeSuffixes.has(tokens[to - 1]!.lower))) return 2
  const { lower } = tokens[from]!
  if (to - from === 1 && (words.notPlaces.has(lower) || isOrdinary(lower) || givenNames.has(lower) || words.directions.has(lower) || words.orgHeads.has(lower))) return prior.weight >= 2.5 ? 2 : -9
  if (/^\p{Lu}{2,4}$/u.test(name) && !words.newsAbbreviations.has(name.toLowerCase())) return -9
  return prior.weight >= 1.4 ? 2 : needed - 1.5
}

/** Points off for a name that is a common word, a given name or the surname of someone in this article. */
function wordOf({ from, to, name, prior }: Name, tokens: Token[], entities: Entities, context: number, shouted: boolean): number {
  if (to - from > 1 && tokens[to - 1]!.kind === 'word') {
    // "St. Patrick's Day", "the Far North"
    if (/^St\.? /.test(name) && /^['’]s$/.test(tokens[to]?.lower ?? '')) return -4
    if (tokens.slice(from, to).every(({ lower }) => words.directions.has(lower))) return -4
    // "Orange County": the type makes sure of the name.
    if (words.typeSuffixes.has(tokens[to - 1]!.lower) && isCapital(tokens[to - 1]!)) return 1.2
    return words.notPlaces.has(name.toLowerCase()) ? -3 : 0.5
  }
  const { lower, text } = tokens[from]!
  let points = 0
  // "US" is a country where "us" is none.
  if (words.newsAbbreviations.has(name.toLowerCase()) && name === name.toUpperCase()) return points
  // "TASS", "VAT", "PRI" name places too, but short capitals mostly mean something else; "FL" after a comma does not.
  const capitals = /^\p{Lu}+$/u.test(text) && (text.length <= 3 || (text.length <= 5 && !shouted))
  if (capitals || text.length <= 2) {
    // "in NSW"
    const region = prior.candidates[0]?.match === 'abbreviation' && prior.level === 'region'
    points -= context >= (region ? 1.2 : 2.5) ? 0 : prior.weight >= 2 && shouted ? 1 : 4
  }
  if (words.notPlaces.has(lower)) points -= 4
  else if (isOrdinary(lower) && prior.weight < 1.5) points -= prior.weight >= 1 && context >= 1.2 ? 0.8 : 2.5
  if (entities.surnames.has(lower)) points -= context >= 2 ? 1.5 : 4
  if (givenNames.has(lower)) points -= context >= 2 || prior.weight >= 2 ? 1 : 2
  if (words.orgHeads.has(lower) || words.titles.has(lower) || words.teamWords.has(lower)) points -= 3
  return points
}

/** "in Kharkiv, Izmail and Odesa": a neighbour in a list of places. */
function listed(names: Name[], i: number, accepted: boolean[], tokens: Token[]): boolean {
  const joins = (a: Name | undefined, b: Name | undefined) => a !== undefined && b !== undefined && b.from - a.to <= 2 && tokens.slice(a.to, b.from).every(({ lower }) => lower === ',' || lower === 'and' || lower === 'or')
  return (joins(names[i - 1], names[i]) && accepted[i - 1] === true) || (joins(names[i], names[i + 1]) && accepted[i + 1] === true)
}

/** A neighbour good enough to be a name of its own: "US Texas", not the "War" of "Gulf War". */
const weighty = ({ prior, name, demonym }: Name): boolean => demonym === true || (prior.weight >= 1.2 && !words.notPlaces.has(name.toLowerCase()) && !isOrdinary(name.toLowerCase()))

const adjoins = (a: Token, b: Token): boolean => b.start - a.end <= 1

function firstOf(tokens: Token[], i: number): number {
  const { sentence } = tokens[i]!
  while (i > 0 && tokens[i - 1]!.sentence === sentence) i--
  return i
}
