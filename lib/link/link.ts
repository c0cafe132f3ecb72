/**
 * Mentions → reports, in one pass from the title down:
 *
 *   1. an event that did not happen and is not planned is dropped (negated, cancelled, hypothetical)
 *   2. place and time of its own sentence
 *   3. told before? then it joins that report; else it opens one
 *   4. counts go to the event of their clause, else to the last one told
 *   5. what has no place may take it from a neighbour that is surely the same story
 */
import { createHash } from 'node:crypto'
import { families } from '../taxonomy'
import type { Article, EventMention, Evidence, Mention, Place, PlaceMention, Report, Resolved, TimeMention, When } from '../types'
import { actorsOf } from './actors'
import { antecedents, type Antecedents } from './antecedent'
import { lastView, type Draft } from './draft'
import { contains, isCountryOrWider, isWide } from './geo'
import { isConsequence, joins, refersBack } from './join'
import { isOutcome, placesOf, type PlaceHit } from './place'
import { standingOf } from './status'
import { timeOf } from './time'
import { tollFrom } from './toll'
import { viewsOf, type FoundEvent, type FoundTime, type View } from './view'

/** Reports of one article, in the order told. `places` and `times` are what `lib/resolve` made of the mentions. */
export function linkArticle(article: Article, mentions: readonly Mention[], places: Map<PlaceMention, Resolved<Place>>, times: Map<TimeMention, Resolved<When>>): Report[] {
  const views = viewsOf(article, mentions, places, times)
  const sought = antecedents(article, views, mentions, places)
  const drafts: Draft[] = []
  for (const view of views) {
    for (const event of inOrder(view)) take(view, event, drafts, sought)
    giveTolls(view, drafts)
  }
  inheritPlaces(drafts)
  inheritTimes(drafts)
  return drafts.filter((draft, i) => isWorthTelling(draft) && !isVenue(draft, drafts.slice(Math.max(0, i - 20), i + 20)) && !isOnlyDoer(draft, drafts.slice(Math.max(0, i - 20), i + 20))).map((draft) => reportOf(article, draft)).filter(uniqueIds())
}

/** The events that a story still speaks of; a long list of dispatches must not cost its square. */
const recent = (drafts: readonly Draft[]): Draft[] => drafts.slice(-50)

/** Events of a sentence, what they did ("killing six") after the events themselves. */
function inOrder({ events }: View): FoundEvent[] {
  const real = events.filter(({ mention }) => mention.modality === 'asserted' || mention.modality === 'planned' || mention.modality === 'historic')
  return [...real.filter((event) => !isConsequence(event)), ...real.filter(isConsequence)]
}

function take(view: View, event: FoundEvent, drafts: Draft[], sought: Antecedents): void {
  // "It was the first such raid in the north": how far one looks, not where it was
  const own = view.tokens[event.from - 1]?.lower === 'such' ? [] : settled(placesOf(view, event), view, event, drafts)
  const again = own.length === 0 ? sought(view, event) ?? siteOf(view, event, drafts) : undefined
  const hits = again ? [again] : own
  if (event.mention.type === 'statement' && hits.length === 0) return
  const shared = timeOf(view, event)
  const planned = event.mention.modality === 'planned'
  if (isBiography(view, event, shared !== undefined)) return
  // history counts only with a place and a date of its own
  if (event.mention.modality === 'historic' && (hits.length === 0 || !shared)) return
  const several = hits.length > 1
  for (const hit of several ? hits : [hits[0]]) {
    const place = hit?.found
    const time = (several && hit && ownTime(view, hit, hits)) || shared
    const known = recent(drafts).reverse().find((draft) => !(several && draft.lead.view === view && draft.lead.event === event) && joins({ view, event, place, time, planned }, draft))
    if (known) add(known, view, event, hit, time)
    else drafts.push({
      type: event.mention.type, strength: weight(event), planned, lead: { view, event }, mentions: [{ view, event }], tolls: [],
      ...(hit && { place: { ...hit, view } }), ...(time && { time: { found: time, view } }), ...(several && { split: true as const }),
    })
  }
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
  if (!hits[0] || hits[0].score >= 0.5 || !event.mention.rule.includes('/noun') || !refersBack(view, event)) return hits
  return recent(drafts).some((draft) => draft.place && families[draft.type] === families[event.mention.type] && view.index - lastView(draft).index <= 4) ? [] : hits
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
  if (time && (!draft.time || (draft.time.found.when.precision !== 'day' && time.when.precision === 'day'))) draft.time = { found: time, view }
}

/** Narrower is better, unless it was only guessed. */
function betterPlace(hit: PlaceHit, { found }: NonNullable<Draft['place']>): boolean {
  return hit.found.place.radiusKm < found.place.radiusKm * 0.8 && (isWide(found.place) || hit.score > 0.3)
}

const deadly = (draft: Draft) => families[draft.type] === 'violence' || draft.type === 'disaster'

/** "They boasted of killing twenty troops, which the army denied": nobody's count. */
function isDisputed({ claims }: View, { start }: { start: number }): boolean {
  const over = claims.filter(({ covers }) => covers.start <= start && start < covers.end)
  return over.some(({ stance }) => stance === 'claims') && over.some(({ stance }) => stance === 'denies')
}

/** "In Sarn a hall was hit; a woman was killed in Xyl": Xyl may be in no gazetteer, but it is not Sarn. */
function isElsewhere({ tokens, places, timeSpans }: View, toll: { start: number; end: number }): boolean {
  const at = tokens.findIndex(({ start }) => start >= toll.end)
  const stop = tokens.slice(0, Math.max(0, at)).findLastIndex(({ text }) => text === ';')
  if (at < 0 || stop < 0) return false
  const near = tokens.slice(at, at + 8)
  const named = near.find(({ text }, i) => /^\p{Lu}/u.test(text) && /^(?:in|near|at)$/.test(near[i - 1]?.lower ?? ''))
  return named !== undefined && !timeSpans.some(({ start, end }) => named.start >= start && named.end <= end) && !places.some(({ mention }) => mention.start <= named.start && named.end <= mention.end)
}

function giveTolls(view: View, drafts: Draft[]): void {
  for (const toll of view.tolls) {
    if (toll.toll === 'detained' || isDisputed(view, toll)) continue
    if (isElsewhere(view, toll)) continue
    const here = recent(drafts).filter((draft) => (deadly(draft) || draft.type === 'protest') && draft.mentions.some((mention) => mention.view === view))
    const nearest = here.map((draft) => ({ draft, gap: gapTo(draft, view, toll.start) })).sort((a, b) => a.gap - b.gap)[0]?.draft
    const told = nearest ?? recent(drafts).reverse().find((draft) => deadly(draft) && !draft.planned && (view.index - lastView(draft).index <= 2 || (toll.rule === 'toll-update' && view.index - lastView(draft).index <= 6)))
    if (!told || (told.planned && !nearest)) continue
    // a sentence with a place of its own and no event word tells of somewhere else
    if (!nearest && view.places.length > 0 && told.place && toll.rule !== 'toll-update') continue
    told.tolls.push(toll)
    if (!nearest) told.mentions.push({ view })
  }
}

/** Distance of a count to the draft's mentions or its place in this sentence: of two towns hit, the one named just before. */
function gapTo(draft: Draft, view: View, at: number): number {
  const own = draft.mentions.filter((mention) => mention.view === view)
  const gaps = own.map(({ event }) => (event ? Math.abs(event.mention.start - at) : 1000))
  if (draft.place?.view === view && draft.split) gaps.push(Math.abs(draft.place.found.mention.start - at) / 2)
  return Math.min(...gaps)
}

/** "Four people died. The raid lasted an hour." – an unplaced event next to a placed one of its family is there too. */
function inheritPlaces(drafts: Draft[]): void {
  for (const [i, draft] of drafts.entries()) {
    if (draft.place || draft.type === 'statement') continue
    const { view, event } = draft.lead
    // "…; the attacks in the other three regions were repelled"
    if (isOutcome(view, event) || view.tokens.slice(Math.max(0, event.from - 6), event.from).some(({ lower }) => lower === 'other')) continue
    const near = drafts.slice(Math.max(0, i - 20), i + 20).filter((other) => other !== draft && other.place && other.type !== 'statement' && !other.place.inherited && !isCountryOrWider(other.place.found.place))
      .map((other) => ({ other, gap: view.index - lastView(other).index }))
      .filter(({ gap }) => gap >= 0 && gap <= 2)
      .sort((a, b) => a.gap - b.gap)[0]
    if (!near || families[near.other.type] !== families[draft.type]) continue
    if (refersBack(view, event) || near.gap === 0 || namesItAgain(view)) draft.place = { ...near.other.place!, inherited: true }
  }
}

/** "Orland attacked Morania on Friday. Its jets bombed a depot in Sarn, …", "It also struck Vela": the same day goes on. */
function inheritTimes(drafts: Draft[]): void {
  for (const [i, draft] of drafts.entries()) {
    const { view, event } = draft.lead
    const sibling = draft.time ? undefined : drafts.find((other) => other !== draft && other.time && other.mentions.some((one) => one.view === view && one.event === event))
    if (sibling?.time) draft.time = sibling.time
    if (draft.time || view.times.length > 0 || families[draft.type] !== 'violence') continue
    const before = drafts.slice(Math.max(0, i - 8), i).reverse().find((other) => other.time && families[other.type] === 'violence' && !other.planned && view.index - other.time.view.index === 1)
    if (!before?.time || !(goesOn(view, event) || isPart(draft, before))) continue
    draft.time = before.time
    // "Rockets were fired at Morania overnight. In Sarn three people were killed."
    if (before.type === 'strike' && draft.mentions.every(({ event: one }) => !one || isConsequence(one) || /^attack/i.test(one.mention.text))) draft.type = 'strike'
  }
}

/** A town of the country that was struck in the sentence before. */
const isPart = ({ place }: Draft, { place: whole }: Draft): boolean =>
  place !== undefined && whole !== undefined && isCountryOrWider(whole.found.place) && !isCountryOrWider(place.found.place) && contains(whole.found.place, place.found.place)

const goesOn = ({ tokens }: View, { from }: FoundEvent): boolean =>
  /^(?:its|their|it|they)$/.test(tokens[0]?.lower ?? '') || tokens.slice(Math.max(0, from - 2), from).some(({ lower }) => lower === 'also')

/** "Ministers approved sanctions at a meeting in Sarn": one event, not two. */
function isVenue({ type, mentions, lead: { view, event }, place }: Draft, drafts: readonly Draft[]): boolean {
  if (type !== 'meeting' || mentions.length > 1 || !event.mention.rule.includes('/noun')) return false
  if (!/\bat (?:a|an|the|their|its)(?: \S+)?$/.test(view.tokens.slice(Math.max(0, event.from - 3), event.from).map(({ lower }) => lower).join(' '))) return false
  return drafts.some((other) => other.type !== 'meeting' && other.type !== 'statement' && other.place?.view === view && other.place.found === place?.found)
}

/** "Protesters set fire to a hall in Sarn": who did it is no second event. */
function isOnlyDoer({ type, mentions, lead: { view, event } }: Draft, drafts: readonly Draft[]): boolean {
  if (type !== 'protest' || mentions.length > 1 || !/ers?$/i.test(event.mention.text) || !event.mention.rule.includes('/noun')) return false
  return drafts.some((other) => other.type !== 'protest' && other.type !== 'statement' && other.place?.view === view && other.lead.event.from === event.to)
}

/** "amid attacks in Morania": a country, no day, no count, no verb that tells it. */
function isBackground({ place, time, tolls, lead, mentions }: Draft): boolean {
  return place !== undefined && isCountryOrWider(place.found.place) && !time && tolls.length === 0 && mentions.every(({ event }) => !event || event.mention.rule.includes('/noun')) && !lead.view.isTitle
}

/** "…set houses in the city on fire": the town told before. */
const namesItAgain = ({ tokens }: View) => tokens.some(({ lower }, i) => /^(?:city|town|village|capital|area|district|port|region|island)$/.test(lower) && tokens[i - 1]?.lower === 'the' && tokens[i + 1]?.lower !== 'of')

/** Without a place only what is surely news: told with a day or a count, by a strong trigger. */
function isWorthTelling(draft: Draft): boolean {
  if (draft.place) return !isBackground(draft)
  if (draft.type === 'statement' || draft.strength < 0.6 || isOutcome(draft.lead.view, draft.lead.event)) return false
  return draft.time !== undefined || draft.tolls.some(({ count }) => count.best !== 0)
}

function reportOf(article: Article, draft: Draft): Report {
  const { lead, place, time } = draft
  const evidenceOf = (span: { start: number; end: number }): Evidence => {
    const start = afterDateline(article, span)
    return { article: article.id, start, end: span.end, quote: article.text.slice(start, span.end) }
  }
  const others = [...new Set(draft.mentions.map(({ view }) => view))].filter((view) => view !== lead.view)
  const countAttackers = draft.type === 'clash'
  const type = isWar(draft) ? 'strike' : draft.type
  const killed = tollFrom(draft.tolls, 'killed', countAttackers)
  const injured = tollFrom(draft.tolls, 'injured', countAttackers)
  const standing = standingOf(draft)
  const placeScore = place ? Math.max(0, Math.min(1, place.score)) * place.found.resolved.confidence : 0
  const where: Resolved<Place> = place
    ? { ...place.found.resolved, basis: place.inherited ? 'implied' : 'stated', confidence: round(place.found.resolved.confidence * (place.inherited ? 0.6 : 0.6 + 0.4 * Math.min(1, Math.max(0, place.score)))), evidence: evidenceOf(place.found.mention) }
    : { known: false, reason: 'unmentioned' }
  return {
    id: idOf(article, draft), article: article.id, type, status: standing.status, where,
    when: time ? time.found.resolved : { known: false, reason: 'unmentioned' },
    actors: actorsOf(draft),
    ...(killed && { killed }), ...(injured && { injured }),
    ...(standing.claimedBy && { claimedBy: standing.claimedBy }), ...(standing.deniedBy && { deniedBy: standing.deniedBy }),
    evidence: evidenceOf(lead.view), mentions: others.map(evidenceOf),
    trigger: triggerOf(lead.event.mention),
    confidence: round(0.15 + 0.4 * draft.strength + 0.3 * placeScore + (time ? 0.1 : 0) + (draft.mentions.length > 1 ? 0.05 : 0)),
  }
}

/** "SARN, May 3 (Wire) – A bridge fell": the sentence begins behind the dateline. */
function afterDateline({ text, dateline }: Article, { start, end }: { start: number; end: number }): number {
  if (!dateline || dateline.start < start || dateline.end >= end) return start
  return dateline.end + (/^[\s–—:-]*/.exec(text.slice(dateline.end, end))?.[0].length ?? 0)
}

const round = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
const triggerOf = ({ start, end, text, rule }: EventMention) => ({ start, end, text, rule })

/** "Orland attacked depots at Sarn, Morania": one state's forces on another's ground. */
function isWar({ type, lead: { view, event }, place }: Draft): boolean {
  if (type !== 'attack' || !/^attack/i.test(event.mention.text) || !event.mention.rule.includes('/verb') || !place?.found.place.country) return false
  return view.parties.some(({ at, role, end }) => role === 'metonym' && at?.level === 'country' && at.country !== place.found.place.country && end <= event.mention.start && event.mention.start - end < 12)
}

/** The same article gives the same ids, whenever and wherever it is read. */
function idOf(article: Article, { type, lead, place, planned }: Draft): string {
  const key = [article.id, type, lead.view.start, lead.event.mention.start, place?.found.place.id ?? '', planned].join('|')
  return createHash('sha256').update(key).digest('hex').slice(0, 24)
}

function uniqueIds(): (report: Report) => boolean {
  const seen = new Set<string>()
  return ({ id }) => !seen.has(id) && Boolean(seen.add(id))
}

