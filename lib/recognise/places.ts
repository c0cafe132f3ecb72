/**
 * Place names of an article: which stretches of capitals name places, weighed by a trained tagger, and the role each plays,
 * told by rules.
 *
 *   scene        units, the spans that may be names, people and organisations, and what the article says of each word elsewhere
 *   tagger       which spans are names: of a place, or with a place in them
 *   qualifiers   "Odessa, Texas", "the town of X": what the neighbours say of the place
 *   role         location or government, by construction
 */
import type { Gazetteer } from '../gazetteer'
import type { Article, PlaceMention } from '../types'
import { featuresOf } from './places/features'
import { nameOf, type Name } from './places/names'
import { contains, qualifiersOf, levelHintOf } from './places/qualifiers'
import { isInLongerName, roleOf } from './places/role'
import { sceneOf, type Scene } from './places/scene'
import type { Span } from './places/spans'
import { chooseSpans, type Tagger } from './places/tagger'
import { givenNames, isOrdinary, words } from './places/words'

/** Points that outweigh all that is learned. */
const certain = 12
const doubtful = 4
const likely = 2.5
/** How well known (see `Prior.weight`) a place is that news names without telling what it is. */
const known = 2

/** Every place name of an English article, in order, none overlapping; none at all for other languages. */
export function recognisePlaces(article: Article, gazetteer: Gazetteer, tagger: Tagger): PlaceMention[] {
  if (article.language !== 'en') return []
  const { text, tokens, dateline } = article
  const scene = sceneOf(article, gazetteer)
  const names = scene.stretches.flatMap((stretch, n) =>
    chooseSpans(stretch, scene.spans[n]!, scoresOf(scene, n, tagger)).map(({ span, chance }) => ({ ...nameOf(span, scene.units), chance })))
  // "Texas" of "Odessa, Texas": where its town is, not who acts.
  const enclosing = new Set<Name>()
  const isPerson = (token: number) => scene.entities.at(token) === 'person'
  return names.map((name, i): PlaceMention => {
    const { start, end, chance } = name
    const filed = dateline !== undefined && start < dateline.end && start >= dateline.start
    const part = scene.entities.at(name.from) === 'organisation' && !name.suffix
    const { role, rule } = filed ? { role: 'dateline' as const, rule: 'dateline' }
      : part ? { role: 'part' as const, rule: 'in-organisation' }
        : isInLongerName(names, i, tokens, isPerson, scene.titleCase) ? { role: 'part' as const, rule: 'in-name' }
        : enclosing.has(name) ? { role: 'location' as const, rule: 'qualifier' }
          : roleOf(names, i, tokens)
    const { qualifiers, after } = qualifiersOf(names, i, tokens)
    for (const outer of after) enclosing.add(outer)
    const levelHint = levelHintOf(name, tokens)
    return {
      kind: 'place', start, end, text: text.slice(start, end), sentence: tokens[name.from]!.sentence,
      rule, name: name.name, role, literal: role === 'location' || role === 'dateline', chance: Math.round(chance * 1000) / 1000,
      ...(qualifiers.length > 0 && { qualifiers }),
      ...(levelHint && { levelHint }),
    }
  })
}

/** Each span's points: its features' weights, and what is certain: a dateline is a place, a word of a person's full name is none. */
export function scoresOf(scene: Scene, n: number, tagger: Tagger): Float64Array {
  const line = scene.article.dateline?.place
  return Float64Array.from(scene.spans[n]!, (span, s) => {
    let score = 0
    if (line && span.prior && span.start >= line.start && span.end <= line.end) score += certain
    if (closesAddress(scene, n, span) || isSeatEntered(scene, span)) score += certain
    else if (isInPerson(scene, span) || isWord(scene, span) || isVerb(scene, span)) score -= certain
    else if (isNameOfPerson(scene, span)) score -= doubtful
    else if (isKnownAlone(scene, span)) score += likely
    featuresOf(scene, n, s, (feature) => { score += tagger.weight(feature) })
    return score
  })
}

/** One word of a full name: "Paris" of "Paris Hilton". Longer spans may well be a place that sounds like a person ("San Juan"). */
function isInPerson({ units, entities }: Scene, { from, to }: Span): boolean {
  const isPerson = (unit: number) => units[unit] !== undefined && entities.at(units[unit]!.token) === 'person'
  return to - from === 1 && isPerson(from) && (isPerson(from - 1) || isPerson(from + 1))
}

/** "Chad" after "Chad Wilkins, 28": a first or last name met with the other, unless the article says "in Chad" somewhere. */
function isNameOfPerson({ units, entities, clues }: Scene, { from, to }: Span): boolean {
  if (to - from !== 1) return false
  const { lower } = units[from]!.word
  return (entities.firstNames.has(lower) || entities.surnames.has(lower)) && (clues.words.get(lower)?.located ?? 0) === 0
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
function isKnownAlone({ units, entities, titleCase }: Scene, { from, to, prior, demonym }: Span): boolean {
  const { word, sentence, token } = units[from]!
  if (demonym || !prior || prior.weight < known || entities.at(token) !== undefined) return false
  const beside = (unit: number) => units[unit]?.sentence === sentence && units[unit]!.capital && (units[unit - 1]?.sentence === sentence)
  const plain = to - from > 1 || (!words.notPlaces.has(word.lower) && !isOrdinary(word.lower) && !givenNames.has(word.lower) && word.shape === 1)
  return plain && (titleCase[sentence] === true || !(beside(from - 1) || beside(to)))
}
