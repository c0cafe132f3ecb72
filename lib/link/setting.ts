/**
 * Where a story plays: what a local story tells without a place happened in its town. "A man was stabbed in
 * Sarn. … Police arrested a neighbour on Friday."
 */
import { distanceKm } from '../distance'
import { families } from '../taxonomy'
import { lastView, recent, type Draft } from './draft'
import { contains, isWide } from './geo'
import { overlap } from './join'
import { isOutcome } from './place/grammar'
import type { Place } from '../types'
import type { FoundPlace, View } from './view'

/** Places this near to one another are one setting, in km. */
const reach = 60

/** Weaker words need a place of their own to be an event. */
const surely = 0.6

/** The families of events that are told on from a first one without naming the place again. */
const told = new Set(['violence', 'coercion', 'disaster', 'protest'])

/** Those that tell where a story plays: talks are held anywhere. */
const seeds = new Set([...told, 'mobility'])

/** Gives the unplaced events of a story that plays in one town, or right after a placed event, that event's place. */
export function settle(drafts: Draft[], views: readonly View[]): void {
  const placed = drafts.filter(({ place, type }) => place && !place.inherited && seeds.has(families[type]) && !isWide(place.found.place))
  const home = homeOf(views)
  const centre = placed[0]?.place?.found ?? home
  const local = centre !== undefined && isLocal(centre.place, views)
  // both lists follow the text, so one look at each is enough
  let passed = 0
  for (const draft of drafts) {
    if (draft.place || !told.has(families[draft.type]) || !isToldOn(draft, local)) continue
    const { view } = draft.lead
    while (passed < placed.length && firstView(placed[passed]!).index <= view.index) passed++
    const before = placed[passed - 1] ?? (local ? placed[0] : undefined)
    const here = view.homes.length === 1 ? view.homes[0] : local && !before ? home : undefined
    if (here) {
      draft.place = { found: here, score: 0.5, view, inherited: true }
      continue
    }
    if (before && (local || (view.index - lastView(before).index <= 1 && view.paragraph === lastView(before).paragraph))) {
      draft.place = { ...before.place!, inherited: true }
      continue
    }
    const last = draft.time || draft.tolls.length > 0 ? justNamed(views, view) : undefined
    if (last) draft.place = { found: last, score: 0.4, view, inherited: true }
  }
}

/** "A gunman entered a rink in Sarn. Three spectators were shot dead.": the only town of the sentence before. */
function justNamed(views: readonly View[], { index, paragraph }: View): FoundPlace | undefined {
  const before = views[index - 1]
  if (!before || before.isTitle || before.paragraph !== paragraph) return undefined
  const narrow = before.places.filter(({ place }) => !isWide(place))
  return narrow.every(({ place }) => place.id === narrow[0]!.place.id) ? narrow[0] : undefined
}

const firstView = (draft: Draft): View => draft.mentions[0]!.view

/** "Police arrested a man in Sarn. … The arrest came after a tip": told again without its place, it is no second event. */
export function joinSettled(drafts: Draft[]): Draft[] {
  const kept: Draft[] = []
  for (const draft of drafts) {
    const same = draft.place && recent(kept).find((other) => (draft.place!.inherited || other.place?.inherited) && isSame(draft, other))
    if (!same) {
      kept.push(draft)
      continue
    }
    same.mentions.push(...draft.mentions)
    same.tolls.push(...draft.tolls)
    same.time ??= draft.time
    if (same.place!.inherited && !draft.place!.inherited) { same.place = draft.place!; same.lead = draft.lead }
  }
  return kept
}

function isSame(a: Draft, b: Draft): boolean {
  if (families[a.type] !== families[b.type] || a.planned !== b.planned || b.place?.found.place.id !== a.place!.found.place.id) return false
  return !a.time || !b.time || overlap(a.time.found.when, b.time.found.when)
}

/** "Sarn firefighters made quick work of a kitchen fire": the town of a story's police, firemen or people, the most named of neighbours. */
function homeOf(views: readonly View[]): FoundPlace | undefined {
  const homes = views.flatMap((view) => view.homes)
  const [first] = homes
  if (!first || !homes.every(({ place }) => contains(place, first.place) || distanceKm(place.at, first.place.at) <= reach + place.radiusKm)) return undefined
  const times = (id: string) => homes.filter(({ place }) => place.id === id).length
  return homes.reduce((best, home) => (times(home.place.id) > times(best.place.id) ? home : best))
}

/** All towns of the article are one and its surroundings. */
function isLocal(centre: Place, views: readonly View[]): boolean {
  const near = ({ place }: FoundPlace) => contains(place, centre) || distanceKm(place.at, centre.at) <= reach + centre.radiusKm
  return views.every(({ places }) => places.every((found) => isWide(found.place) || near(found)))
}

/** Nothing in its sentence says that it was elsewhere. */
function isToldOn({ lead: { view, event }, strength }: Draft, local: boolean): boolean {
  if (((view.places.length > 0 || view.unknown.length > 0) && !local) || strength < surely || isOutcome(view, event)) return false
  return !view.tokens.slice(Math.max(0, event.from - 6), event.from).some(({ lower }) => lower === 'other' || lower === 'elsewhere' || lower === 'another')
}
