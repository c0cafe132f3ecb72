/**
 * What is told by rule and not learned: constructions that are certain, and those that marked corpora show too seldom or mark
 * in their own way. The first that holds adds its points, in natural logarithms of odds, to what the tagger has learned.
 */
import { contains } from './qualifiers'
import type { Scene } from './scene'
import type { Span } from './spans'
import type { Unit } from './units'
import { givenNames, isOrdinary, words } from './words'

type Rule = { what: string; points: number; holds(scene: Scene, n: number, span: Span): boolean }

/** Points that outweigh all that is learned. */
const certain = 12
const doubtful = 4
const likely = 2.5
/** How well known (see `Prior.weight`) a place is that news names without telling what it is. */
const known = 2

const rules: Rule[] = [
  { what: 'stands in the dateline', points: certain, holds: isFiled },
  { what: 'closes an address', points: certain, holds: closesAddress },
  { what: 'entered, and in what follows', points: certain, holds: isEnteredInside },
  { what: 'a seat of power entered', points: certain, holds: (scene, _, span) => isSeatEntered(scene, span) },
  { what: 'a word of a full name', points: -certain, holds: (scene, _, span) => isInPerson(scene, span) },
  { what: 'a word in capitals', points: -certain, holds: (scene, _, span) => isWord(scene, span) },
  { what: 'a verb', points: -certain, holds: (scene, _, span) => isVerb(scene, span) },
  { what: 'the name of a person met before', points: -doubtful, holds: (scene, _, span) => isNameOfPerson(scene, span) },
  { what: 'well known and by itself', points: likely, holds: (scene, _, span) => isKnownAlone(scene, span) },
]

/** The rule for a span of stretch `n`, if one holds. */
export const ruleFor = (scene: Scene, n: number, span: Span): Rule | undefined => rules.find(({ holds }) => holds(scene, n, span))

/** "MIAMI, Dec. 21, 2025 (Wire) –" */
function isFiled({ article }: Scene, _: number, { start, end, prior }: Span): boolean {
  const line = article.dateline?.place
  return line !== undefined && prior !== null && start >= line.start && end <= line.end
}

/** One word of a full name: "Paris" of "Paris Hilton". Longer spans may well be a place that sounds like a person ("San Juan"). */
function isInPerson(scene: Scene, { from, to }: Span): boolean {
  return to - from === 1 && isPerson(scene, from) && (isPerson(scene, from - 1) || isPerson(scene, from + 1))
}

const isPerson = ({ units, entities }: Scene, unit: number): boolean => units[unit] !== undefined && entities.at(units[unit]!.token) === 'person'

/** "Chad" after "Chad Wilkins, 28": a first or last name met with the other, unless the article says "in Chad" or "to Chad" somewhere. */
function isNameOfPerson({ units, entities, clues }: Scene, { from, to }: Span): boolean {
  if (to - from !== 1) return false
  const { lower } = units[from]!.word
  const clue = clues.words.get(lower)
  return (entities.firstNames.has(lower) || entities.surnames.has(lower)) && !(clue && clue.located + clue.moved > 0)
}

/** “TELL ME OR GO”, "the VAT office": short words in capitals that are also codes of places. */
function isWord({ units }: Scene, { from, to }: Span): boolean {
  const { lower, shape } = units[from]!.word
  return to - from === 1 && shape === 2 && (words.postalWords.has(lower) || words.notPlaces.has(lower)) && !words.newsAbbreviations.has(lower)
}

/** "Polish the silver": a demonym that opens a sentence before an article is a verb. */
function isVerb({ units }: Scene, { from, to, demonym }: Span): boolean {
  const opens = units[from - 1]?.sentence !== units[from]!.sentence
  return demonym && opens && /^(?:the|a|an|your|my|our|his|her|their|its)$/.test(units[to]?.word.lower ?? '')
}

/** "near Nice, France": behind a preposition of place and before the country or region it lies in. */
function isEnteredInside({ units, spans }: Scene, n: number, { from, to, prior, demonym }: Span): boolean {
  const { sentence } = units[from]!
  if (demonym || !prior || units[to]?.word.lower !== ',' || units[from - 1]?.sentence !== sentence || !words.locative.has(units[from - 1]!.word.lower)) return false
  return (spans[n + 1] ?? []).some((outer) => outer.from === to + 1 && outer.prior !== null && !outer.demonym && (outer.prior.level === 'country' || outer.prior.level === 'region') && contains(outer.prior, prior))
}

/** "talks at the White House": corpora take seats of power for governments and mark none. */
function isSeatEntered({ units }: Scene, { from, name }: Span): boolean {
  const before = units[from - 1]?.word.lower === 'the' ? from - 2 : from - 1
  return words.seatsOfPower.has(name.toLowerCase()) && units[before]?.sentence === units[from]!.sentence && words.locative.has(units[before]!.word.lower)
}

/** "IN" of "Gary, IN": a region in short directly behind a comma and a place that lies in it. */
function closesAddress({ units, spans }: Scene, n: number, { from, prior }: Span): boolean {
  if (units[from - 1]?.word.lower !== ',' || units[from - 1]!.sentence !== units[from]!.sentence || prior?.candidates[0]?.match !== 'abbreviation' || prior.level !== 'region') return false
  return [...(spans[n - 1] ?? []), ...spans[n]!].some((inner) => inner.to === from - 1 && inner.prior !== null && contains(prior, inner.prior))
}

/** "in western Darfur": a large place that is no word, where no capital beside it makes it part of something else. */
function isKnownAlone({ units, entities, titleCase }: Scene, { from, to, name, prior, demonym }: Span): boolean {
  const { word, sentence, token } = units[from]!
  if (demonym || !prior || entities.at(token) !== undefined) return false
  // "Guests gathered in Mar-a-Lago": sites kept by hand are there because newspapers name them.
  const site = to - from > 1 && prior.candidates[0]?.id.startsWith('dl:') && !words.seatsOfPower.has(name.toLowerCase())
  if (prior.weight < known && !site) return false
  const plain = to - from > 1 || (!words.notPlaces.has(word.lower) && !isOrdinary(word.lower) && !givenNames.has(word.lower) && word.shape === 1)
  return plain && (titleCase[sentence] === true || !(isCapitalInside(units, from - 1, sentence) || isCapitalInside(units, to, sentence)))
}

/** A capital of the sentence that does not open it. */
const isCapitalInside = (units: Unit[], unit: number, sentence: number): boolean => units[unit]?.sentence === sentence && units[unit]!.capital && units[unit - 1]?.sentence === sentence
