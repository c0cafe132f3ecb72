/**
 * What is told in the words of news and is none: sport, markets, stories. Judged for the article as a whole by its share of such
 * words, and for each sentence by its own words and its neighbours', since a match may be told inside other news.
 */
import { families } from '../../taxonomy'
import type { Article } from '../../types'
import type { Match } from './conditions'
import type { Sentence } from './sentence'
import { classesOf, isOf } from './words'

export type Genre = { isDoubtful(sentence: Sentence, match: Match): boolean }

/** Only words surer than this count in a match report: "a car bomb", "a suicide bomber". */
const sureInSport = 0.82

export function genreOf(article: Article, sentences: readonly Sentence[]): Genre {
  const { doubt, isOfBooks } = topicOf(article)
  // asked for only where a trigger stands
  const scores: SportScore[] = []
  const scoreAt = (i: number) => (scores[i] ??= sportScore(sentences[i]))
  return {
    isDoubtful(sentence, match) {
      const { type, strength } = match.entry
      if (strength <= doubt) return true
      if (strength < sureInSport && isOfSport(sentence, match, scoreAt(sentence.index), [scoreAt(sentence.index - 1), scoreAt(sentence.index + 1)])) return true
      if (isOfBooks && startsInTitle(sentence)) return true
      // talks and agreements on films are news
      if (type === 'meeting' || type === 'statement' || type === 'agreement') return false
      return isStory(sentence, match) || (isOfBooks && isViolent(match) && !hasDay(sentence))
    },
  }
}

type Count = { count: number; words: Set<string> }

/** A match report or a page of market news: only strong words count there. Shares of all words, by trial on sports and business pages. */
function topicOf({ tokens }: Article): { doubt: number; isOfBooks: boolean } {
  const topics: Record<'sport' | 'market' | 'letters', Count> = { sport: { count: 0, words: new Set() }, market: { count: 0, words: new Set() }, letters: { count: 0, words: new Set() } }
  for (const { lower } of tokens) {
    const classes = classesOf(lower)
    if (!classes) continue
    for (const name of ['sport', 'market', 'letters'] as const) {
      if (!classes.has(name)) continue
      topics[name].count++
      topics[name].words.add(lower)
    }
  }
  const abounds = ({ count, words }: Count, share: number) => count > tokens.length * share && words.size >= 5
  return { doubt: abounds(topics.sport, 0.022) ? sureInSport : abounds(topics.market, 0.03) ? 0.6 : 0, isOfBooks: abounds(topics.letters, 0.02) }
}

/** `grave`: "police", "killed", "gunmen" tell that no game is meant. */
type SportScore = { sport: number; grave: number }

/** "match" counts one, "midfielder" two, "side" a half: each word once. */
function sportScore(sentence: Sentence | undefined): SportScore {
  const score = { sport: 0, grave: 0 }
  const seen = new Set<string>()
  for (const { lower } of sentence?.tokens ?? []) {
    const classes = classesOf(lower)
    if (!classes || seen.has(lower)) continue
    seen.add(lower)
    if (classes.has('sport-sure')) score.sport += 2
    else if (classes.has('sport-loose')) score.sport += 0.5
    else if (classes.has('sport')) score.sport++
    if (classes.has('grave')) score.grave++
  }
  return score
}

/** "The hosts ambushed Kaval, bombing goals from afar" — but "fans clashed with police after the match", "a bomb went off at the stadium". */
function isOfSport({ tokens }: Sentence, match: Match, { sport, grave }: SportScore, neighbours: readonly SportScore[]): boolean {
  if (isDiplomatic(match) && tokens.some(({ lower }) => isOf(lower, 'official'))) return false
  if (sport >= 2 + 3 * grave) return true
  if (grave > 0) return false
  if (sport === 0) return neighbours.every((one) => one.sport >= 2 && one.grave === 0)
  if (sport + neighbours.reduce((sum, one) => sum + (one.grave === 0 ? one.sport : 0), 0) >= 4) return true
  return sport >= 1 && families[match.entry.type as keyof typeof families] === 'violence' && !tokens.some(({ lower }) => isOf(lower, 'people') || isOf(lower, 'troops') || isOf(lower, 'gun') || isOf(lower, 'militant'))
}

const isDiplomatic = ({ entry }: Match) => families[entry.type as keyof typeof families] === 'diplomacy'
const isViolent = ({ entry }: Match) => entry.type === 'disaster' || families[entry.type as keyof typeof families] === 'violence'

/** "In the thriller a tanker blows up": told in the present, as plots are; "in a quarrel over the film two men were shot" is news. */
function isStory(sentence: Sentence, { entry, form }: Match): boolean {
  if (sentence.isOfFiction) return true
  if (!sentence.opensInFiction) return false
  const has = (one: RegExp) => sentence.tokens.some(({ lower }) => one.test(lower))
  if (entry.class !== 'verb') return !has(/^(?:was|were|had)$/)
  return form === 's' || form === 'base' || has(/^(?:is|are)$/)
}

/** "In “Cold Bread” two ministers are shot": in an article on books. */
function startsInTitle({ tokens }: Sentence): boolean {
  return tokens[0]?.lower === 'in' && /^[“"‘']/.test(tokens[1]?.text ?? '')
}

const hasDay = ({ tokens }: Sentence) => tokens.some(({ lower, kind }) => isOf(lower, 'day') || (kind === 'number' && /^(?:19|20)\d\d$/.test(lower)))
