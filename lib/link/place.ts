/**
 * Event → its place in the same sentence. Every located name gets a chance from what stands between it and the
 * event; the best wins if it is good enough. "In Sarn and Vela" gives two.
 */
import type { IncidentType } from '../taxonomy'
import { compatible, contains, isCountryOrWider } from './geo'
import { isOpening, prepositionOf } from './place/grammar'
import { chanceOf } from './place/model'
import type { FoundEvent, FoundPlace, View } from './view'
import * as words from './words'

export type PlaceHit = { found: FoundPlace; score: number }

/** No clause of the news has more places to choose from; a list of thousands would be scored for each of its events. */
const mostPlaces = 8

/** The places nearest to an event, and the one that opens the sentence ("In Sarn, …"). */
function withinReach(view: View, event: FoundEvent): FoundPlace[] {
  if (view.places.length <= mostPlaces) return view.places
  const gap = (found: FoundPlace) => Math.max(found.from - event.to, event.from - found.to)
  const near = new Set([view.places[0], ...[...view.places].sort((a, b) => gap(a) - gap(b)).slice(0, mostPlaces)])
  return view.places.filter((found) => near.has(found))
}

/** Places of an event in its own sentence, best first; several only when the text joins them ("in Sarn and in Vela"). */
export function placesOf(view: View, event: FoundEvent): PlaceHit[] {
  const bearer = bearerOf(view, event)
  if (bearer) return [{ found: bearer, score: 0.8 }]
  const scored = withinReach(view, event).map((found) => ({ found, score: scoreOf(view, event, found) })).sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best || best.score < least.alone) return []
  const narrowed = narrow(best, scored)
  return withList(view, [narrowed, ...scored.filter((other) => other !== narrowed && isJoined(view, event, narrowed, other))], scored).sort((a, b) => a.found.from - b.found.from)
}

const bearing = new Set<IncidentType>(['meeting', 'strike', 'attack', 'clash', 'protest', 'disaster'])

/** "the Sarn attacks", "a Sarn summit": an event bears its place's name; a country's attack is the country's doing. */
function bearerOf({ names }: View, { from, mention: { type, rule } }: FoundEvent): FoundPlace | undefined {
  if (!bearing.has(type) || !rule.includes('/noun')) return undefined
  return names.find(({ to, place }) => to === from && (!isCountryOrWider(place) || type === 'disaster' || type === 'protest'))
}

/** "in the Sarn, Vela, Orlo and Dun regions": what follows with nothing but a comma or "and" belongs to the list, however long. */
function withList(view: View, joined: PlaceHit[], all: readonly PlaceHit[]): PlaceHit[] {
  const inOrder = [...all].sort((a, b) => a.found.from - b.found.from)
  const taken = new Set(joined)
  // a list of two may be "in Sarn, Morania"
  for (let i = 1; joined.length > 1 && i < inOrder.length; i++) {
    const [previous, hit] = [inOrder[i - 1]!, inOrder[i]!]
    const between = view.tokens.slice(previous.found.to, hit.found.from)
    if (taken.has(previous) && between.length <= 2 && between.every(({ lower }) => lower === ',' || lower === 'and') && !compatible(previous.found.place, hit.found.place)) taken.add(hit)
  }
  return [...taken]
}

/** Below these a place is no event's, not even beside a better one. */
export const least = { alone: 0.4, narrower: 0.1, joined: 0.15, dated: 0.03 }

function scoreOf(view: View, event: FoundEvent, found: FoundPlace): number {
  if (event.mention.type === 'statement') return isUtterance(view, event, found) ? 0.8 : 0
  const chance = chanceOf(view, event, found)
  return chance < least.alone && chance > least.joined && isItsOwn(view, event, found) ? least.alone : chance
}

/** "claimed to have hit a rig and a patrol ship in the Vela Sea": the only place behind a deed, with nothing between that could have it. */
function isItsOwn(view: View, event: FoundEvent, found: FoundPlace): boolean {
  const { word, at } = prepositionOf(view, found)
  if (!/^(?:in|at|near|off|outside)$/.test(word) || !event.mention.rule.includes('/verb') || at < event.to || at - event.to > 12) return false
  if (view.places.some((other) => other !== found && other.from >= event.to && other.from < found.from) || view.events.some(({ from }) => from >= event.to && from < found.from)) return false
  return !view.tokens.slice(event.to, at).some(({ lower, kind, text }) => (kind === 'punctuation' && text !== '-') || lower === 'that' || words.subordinators.has(lower) || words.saying.has(lower))
}

/** "the largest march in Morania" beside "in Sarn": the town, if it lies in the country. */
function narrow(best: PlaceHit, all: PlaceHit[]): PlaceHit {
  if (!isCountryOrWider(best.found.place)) return best
  return all.find(({ found, score }) => score > least.narrower && found.place.id !== best.found.place.id && !isCountryOrWider(found.place) && found.place.level !== 'sea' && contains(best.found.place, found.place)) ?? best
}

/** "a depot in Sarn and a mill in Vela": the same preposition or none, an "and" or comma, no other event between. */
function isJoined(view: View, event: FoundEvent, best: PlaceHit, other: PlaceHit): boolean {
  if (compatible(best.found.place, other.found.place) || other.score < (eachDated(view, best.found, other.found) ? least.dated : least.joined) || best.found.mention.name === other.found.mention.name) return false
  const [first, second] = best.found.from < other.found.from ? [best.found, other.found] : [other.found, best.found]
  if (second.from - first.to > 12) return false
  if ((first.from < event.from) !== (second.from < event.from)) return false
  if (view.events.some(({ from, mention }) => from >= first.to && from < second.from && mention.type !== 'statement')) return false
  const between = view.tokens.slice(first.to, second.from)
  if (!between.some(({ lower }) => lower === 'and' || lower === 'or' || lower === ',')) return false
  if (!between.some(({ lower }) => lower === 'and') && !view.tokens.slice(second.to, second.to + 6).some(({ lower }) => lower === 'and')) return false
  if (event.mention.type === 'meeting' || event.mention.type === 'statement') return false
  if (isCountryOrWider(first.place) !== isCountryOrWider(second.place)) return false
  const [a, b] = [prepositionOf(view, first), prepositionOf(view, second)]
  return b.word === '' || b.word === 'and' || a.word === b.word || (words.locative.get(b.word) ?? 0) >= 0.5
}

/** "took Sarn, the largest port, in May and Vela in June": each place has its day. */
function eachDated(view: View, a: FoundPlace, b: FoundPlace): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  return view.times.some(({ from }) => from >= first.to && from < second.from) && view.times.some(({ from }) => from >= second.to && from <= second.to + 2)
}

/** "In Sarn, the minister said", "told reporters in Sarn": only these places are where it was said. */
function isUtterance(view: View, event: FoundEvent, found: FoundPlace): boolean {
  const { word, at } = prepositionOf(view, found)
  const gap = found.from - event.to
  if (gap < 0) {
    // "In Sarn, gunmen killed two, police said": the place is that of the deed
    const deed = view.events.some((other) => other.mention.type !== 'statement' && other.from >= found.to && other.to <= event.from)
    return at >= 0 && isOpening(view, at) && !deed && wordsBetween(view, found.to, event.from) <= 12
  }
  if (gap > 12 || at < 0 || !/^(?:in|at|outside|from)$/.test(word)) return false
  const between = view.tokens.slice(event.to, at)
  if (between.some(({ lower }) => lower === 'that' || lower === '“' || words.subordinators.has(lower))) return false
  // "said Monday in Sarn" is short, "said work in Sarn" is what was said
  const weak = event.mention.strength < 0.4
  const timeOnly = between.every((token) => token.kind !== 'word' || token.lower === 'on' || view.timeSpans.some(({ start, end }) => token.start >= start && token.end <= end))
  return !weak || timeOnly
}

/** How many words lie between, those of names left out: "In Sarn, the Minister of Trade of Vela, Orlo Dun, said". */
const wordsBetween = ({ tokens }: View, from: number, to: number): number => tokens.slice(from, to).filter(({ text, kind }) => kind === 'word' && !/^\p{Lu}/u.test(text)).length
