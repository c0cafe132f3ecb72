/**
 * Mentions → reports, in one pass from the title down:
 *
 *   1. an event that did not happen and is not planned is dropped (negated, cancelled, hypothetical)
 *   2. place and time of its own sentence
 *   3. told before? then it joins that report; else it opens one
 *   4. counts go to the event of their clause, else to the last one told
 *   5. what has no place may take it from a neighbour that is surely the same story, or from a story that plays in one town
 *   6. what is likely enough is told; what stays without a place is listed if its words are surely news
 */
import { families } from '../taxonomy'
import type { Article, Mention, PlaceMention, Report, Resolved, Place, TimeMention, When } from '../types'
import { antecedents, type Antecedents } from './antecedent'
import { lastView, recent, type Draft } from './draft'
import { isWide } from './geo'
import { deadly, giveTolls } from './give-tolls'
import { inheritPlaces, inheritTimes } from './inherit'
import { isConsequence, joins, refersBack } from './join'
import { placesOf, type PlaceHit } from './place'
import { reportOf } from './report'
import { joinSettled, settle } from './setting'
import { isNarrower, timeOf } from './time'
import { viewsOf, type FoundEvent, type FoundTime, type View } from './view'
import { surenessOf, type Trust } from './trust'
import * as words from './words'
import { isBackground, isListed, isOnlyDoer, isVenue } from './worth'

/** Reports of one article, in the order told. `places` and `times` are what `lib/resolve` made of the mentions. */
export function linkArticle(article: Article, mentions: readonly Mention[], places: Map<PlaceMention, Resolved<Place>>, times: Map<TimeMention, Resolved<When>>, trust: Trust): Report[] {
  return draftsOf(article, mentions, places, times).map((draft) => ({ draft, sure: surenessOf(draft, trust) }))
    .filter(({ draft, sure }) => !draft.place || sure.told >= trust.least)
    .map(({ draft, sure }) => reportOf(article, draft, sure)).filter(uniqueIds())
}

/** All that may be an incident; what has a place is told only if it is likely enough. */
export function draftsOf(article: Article, mentions: readonly Mention[], places: Map<PlaceMention, Resolved<Place>>, times: Map<TimeMention, Resolved<When>>): Draft[] {
  const views = viewsOf(article, mentions, places, times)
  const sought = antecedents(article, views, mentions, places)
  const drafts: Draft[] = []
  for (const view of views) {
    for (const event of inOrder(view)) take(view, event, drafts, sought)
    giveTolls(view, drafts)
  }
  inheritPlaces(drafts)
  settle(drafts, views)
  inheritTimes(drafts)
  // "flew to Sarn for Sunday's summit": what lies ahead has not happened, whatever its words say
  if (article.published) for (const draft of drafts) if (draft.time && draft.time.found.when.from > article.published) draft.planned = true
  const told = joinSettled(drafts)
  return told.filter((draft, i) => {
    const neighbours = told.slice(Math.max(0, i - 20), i + 20)
    return (draft.place ? !isBackground(draft) : isListed(draft)) && !isVenue(draft, neighbours) && !isOnlyDoer(draft, neighbours)
  })
}

/** Events of a sentence, what they did ("killing six") after the events themselves. */
function inOrder({ events }: View): FoundEvent[] {
  const real = events.filter(({ mention }) => mention.modality === 'asserted' || mention.modality === 'planned' || mention.modality === 'historic')
  return [...real.filter((event) => !isConsequence(event)), ...real.filter(isConsequence)]
}

function take(view: View, event: FoundEvent, drafts: Draft[], sought: Antecedents): void {
  // "It was the first such raid in the north": how far one looks, not where it was
  const own = view.tokens[event.from - 1]?.lower === 'such' || isAimless(view, event) ? [] : settled(placesOf(view, event), view, event, drafts)
  const again = own.length === 0 ? sought(view, event) ?? siteOf(view, event, drafts) : undefined
  const hits = again ? [again] : own
  if (event.mention.type === 'statement' && hits.length === 0) return
  const shared = timeOf(view, event)
  const planned = event.mention.modality === 'planned'
  if (isBiography(view, event, shared !== undefined)) return
  // history counts only with a place and a date of its own
  if (event.mention.modality === 'historic' && (hits.length === 0 || !shared)) return
  const several = hits.length > 1
  let told = false
  for (const hit of several ? hits : [hits[0]]) {
    const place = hit?.found
    const time = (several && hit && ownTime(view, hit, hits)) || shared
    const known: Draft | undefined = recent(drafts).reverse().find((draft) => !(several && draft.lead.view === view && draft.lead.event === event) && joins({ view, event, place, time, planned }, draft))
    if (known) {
      add(known, view, event, hit, time)
      told = true
    } else if (!isCharge(view, event) && !(told && isConsequence(event))) drafts.push({
      type: event.mention.type, strength: weight(event), planned, lead: { view, event }, mentions: [{ view, event }], tolls: [],
      ...(hit && { place: { ...hit, view } }), ...(time && { time: { found: time, view } }), ...(several && { split: true as const }),
    })
  }
}

/** "on their way to church": a movement whose words want a goal, which is no place. */
function isAimless({ places, tokens }: View, { mention: { type, text }, to }: FoundEvent): boolean {
  return (type === 'movement' || type === 'humanitarian') && / (?:to|into|for|from)$/i.test(text) && tokens[to]?.kind === 'word' && !places.some(({ from }) => from >= to && from < to + 8)
}

/** "appeared in Sarn charged with murder", "a murder suspect": what somebody is accused of was not done where he is held. */
function isCharge({ tokens }: View, { mention, from, to }: FoundEvent): boolean {
  if (families[mention.type] !== 'violence' || !mention.rule.includes('/noun')) return false
  if (words.accusedNext.has(tokens[to]?.lower ?? '')) return true
  const before = tokens.slice(Math.max(0, from - 6), from)
  // "over the killing of a priest in Sarn": a deed that is told of
  if (before.at(-1)?.lower === 'the' && tokens[to]?.lower === 'of') return false
  const preposition = before.findLastIndex(({ lower }) => /^(?:with|of|for|over|to)$/.test(lower))
  return preposition > 0 && before.slice(Math.max(0, preposition - 3), preposition).some(({ lower }) => words.accused.has(lower))
}

/** "visited the site of the crash": where the crash was. */
function siteOf({ tokens, index }: View, { to }: FoundEvent, drafts: readonly Draft[]): PlaceHit | undefined {
  if (!/^(?:the )?(?:site|scene) of the \S+/.test(tokens.slice(to, to + 5).map(({ lower }) => lower).join(' '))) return undefined
  const told = recent(drafts).reverse().find((draft) => draft.place && deadly(draft) && index - lastView(draft).index <= 6)
  return told?.place && { found: told.place.found, score: 0.5 }
}

/** "took Sarn in May and Vela in June": the day that stands between this place and the next. */
function ownTime(view: View, { found }: PlaceHit, hits: readonly PlaceHit[]): FoundTime | undefined {
  const next = Math.min(...hits.map((hit) => hit.found.from).filter((from) => from > found.from), found.to + 14)
  return view.times.find(({ from, mention }) => from >= found.to && from < next && !mention.bound)
}

/** "Mr Orlo, who negotiated the Vela accord, …": what somebody is known for. */
function isBiography(view: View, { mention, from }: FoundEvent, dated: boolean): boolean {
  if (dated || families[mention.type] !== 'diplomacy' && mention.type !== 'movement') return false
  return view.tokens.slice(Math.max(0, from - 6), from + 2).some(({ lower }) => lower === 'who' || lower === 'whose')
    && view.tokens.slice(0, from).some(({ text }) => text === ',')
}

/** "… during the raid, and the airport of Sarn was closed": the raid told before has its place; a weak second one is none. */
function settled(hits: PlaceHit[], view: View, event: FoundEvent, drafts: readonly Draft[]): PlaceHit[] {
  if (!hits[0] || hits[0].score >= 0.7 || !event.mention.rule.includes('/noun') || !refersBack(view, event)) return hits
  return recent(drafts).some((draft) => draft.place && families[draft.type] === families[event.mention.type] && view.index - lastView(draft).index <= 8) ? [] : hits
}

/** A trigger that names the event decides its type before one that names its outcome. */
const weight = (event: FoundEvent) => event.mention.strength - (isConsequence(event) ? 0.4 : 0)

function add(draft: Draft, view: View, event: FoundEvent, hit: PlaceHit | undefined, time: ReturnType<typeof timeOf>): void {
  draft.mentions.push({ view, event })
  if (weight(event) > draft.strength + 0.05 && families[event.mention.type] === families[draft.type]) draft.type = event.mention.type
  if (event.mention.type !== 'disaster' && draft.type === 'disaster' && !isConsequence(event)) draft.type = event.mention.type
  draft.strength = Math.max(draft.strength, weight(event))
  if (hit && (!draft.place || betterPlace(hit, draft.place))) {
    const first = !draft.place
    draft.place = { ...hit, view }
    if (first || !isConsequence(event) || draft.lead.view.isTitle) draft.lead = { view, event }
  }
  if (time && (!draft.time || isNarrower(time.when, draft.time.found.when))) draft.time = { found: time, view }
}

/** Narrower is better, unless it was only guessed. */
function betterPlace(hit: PlaceHit, { found }: NonNullable<Draft['place']>): boolean {
  return hit.found.place.radiusKm < found.place.radiusKm * 0.8 && (isWide(found.place) || hit.score > 0.3)
}

function uniqueIds(): (report: Report) => boolean {
  const seen = new Set<string>()
  return ({ id }) => !seen.has(id) && Boolean(seen.add(id))
}
