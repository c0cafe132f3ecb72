/** Whether a further mention tells of an event already told in this article. Ordered: what forbids, then what allows. */
import { families, type IncidentType } from '../taxonomy'
import type { Place, When } from '../types'
import { lastView, type Draft } from './draft'
import { compatible, contains, isCountryOrWider, isWide } from './geo'
import type { FoundEvent, FoundPlace, FoundTime, View } from './view'
import * as words from './words'

export type Candidate = { view: View; event: FoundEvent; place?: FoundPlace; time?: FoundTime; planned: boolean }

/** "killed", "wounding": what an event did, rather than the event. */
export const isConsequence = ({ mention }: FoundEvent): boolean => /^(?:kill|injur|wound|hurt|die|dying|dead|drown|claim|infect|sicken|hospitali|trap|strand|(?:left|leav\S+) .*(?:dead|hurt|wounded|injured|homeless))/i.test(mention.text)

const violent = new Set<IncidentType>(['strike', 'attack', 'clash'])
const apart = new Set<IncidentType>(['sanction', 'detention', 'agreement', 'movement', 'humanitarian'])
const explosive = /explo|blast|bomb|blow|blew|fire|blaze|attack|arson|crash/i

export function joins(candidate: Candidate, draft: Draft): boolean {
  const { view, event, place, time } = candidate
  if (!typesAgree(candidate, draft)) return false
  const sameSentence = draft.mentions.some((mention) => mention.view === view)
  // "A bomb exploded in Sarn", "a second flood hit Vela": subject and verb of one clause
  if (sameSentence && place && draft.place && place.place.id === draft.place.found.place.id && event.mention.type === draft.type && (candidate.planned === draft.planned || !isVerb(event.mention))) return true
  if (candidate.planned !== draft.planned && !refersBack(view, event)) return false
  // "a week after an attack in Sarn left 20 dead": whatever day stands nearest, the dead are of that attack
  const ofSame = sameSentence && isConsequence(event) && place !== undefined && place.place.id === draft.place?.found.place.id
  if (!ofSame && time && draft.time && !overlap(time.when, draft.time.found.when)) return false
  if (place && draft.place && !placesAgree(candidate, draft)) return false

  // "In Sarn a mill was hit; a woman was killed in Vela": the death is Vela's
  if (sameSentence && place && draft.place && isConsequence(event) && place.place.id !== draft.place.found.place.id && place.from > event.from && areApart(place.place, draft.place.found.place)) return false
  if (sameSentence) return isConsequence(event) || !another(view, event) || !place
  if (another(view, event) && !(place && draft.place)) return false
  // placed alike: told again, unless a word says it is a further one
  if (place && draft.place) return !another(view, event) && (event.mention.type !== 'statement' || view.index - lastView(draft).index <= 2)
  const distance = view.index - lastView(draft).index
  // the same words again, without a place: the same thing
  if (!place && sameWords(event, draft)) return true
  if (refersBack(view, event)) return distance <= 8
  if (isConsequence(event)) return distance <= 2
  if (lastView(draft).isTitle || draft.mentions[0]!.view.isTitle) return true
  // "Their attacks have cut the power. … struck a mill in Sarn": what is nowhere does not take the place of the next deed
  if (place && !draft.place && isVerb(event.mention) && !isVerb(draft.lead.event.mention)) return false
  // deeds of different parties follow one another: without "the" or a place they are not taken for one
  if (apart.has(event.mention.type) && isVerb(event.mention) && isVerb(draft.lead.event.mention)) return false
  // one of the two has no place: neighbours of one type are taken for one event
  return !place && draft.place ? distance <= 2 && event.mention.type === draft.type : distance <= 3
}

/** Nested places are one, but "offensives in Morania" are no strike on one of its towns. */
function placesAgree({ view, event, place, time }: Candidate, draft: Draft): boolean {
  const [a, b] = [place!.place, draft.place!.found.place]
  if (!compatible(a, b)) return false
  // "the toll in Morland passed 100 … killed 84 in Vela county": a part of it
  if (a.id !== b.id && isWide(b) && isPartOfToll(view, draft)) return false
  if (a.id === b.id || (!isCountryOrWider(a) && !isCountryOrWider(b))) return true
  // "978 have died in Morania … in Sarn, where 208 died": a part of it, told on its own
  if (isCountryOrWider(b) && view.tolls.length > 0 && draft.tolls.length > 0 && !draft.mentions[0]!.view.isTitle) return false
  // "struck Morania … shot down a drone over Sarn": two deeds
  if (isVerb(event.mention) && isVerb(draft.lead.event.mention) && !isConsequence(event) && !isConsequence(draft.lead.event) && !sameWords(event, draft) && !draft.mentions[0]!.view.isTitle) return false
  // the country named later, with nothing new: the same story told at large
  if (isCountryOrWider(a) && event.mention.type === draft.type && view.tolls.length === 0 && !time) return true
  return event.mention.type === draft.type && (draft.mentions[0]!.view.isTitle || refersBack(view, event) || view.index - lastView(draft).index <= 2 || sameWords(event, draft))
}

/** Two towns named side by side are two, however near. */
const areApart = (a: Place, b: Place): boolean => (a.level === 'town' && b.level === 'town') || (!contains(a, b) && !contains(b, a))

function isPartOfToll(view: View, draft: Draft): boolean {
  const most = (tolls: readonly { toll: string; count: { best: number | null } }[]) => Math.max(...tolls.filter(({ toll }) => toll === 'killed').map(({ count }) => count.best ?? 0), 0)
  const here = most(view.tolls)
  return here > 0 && here < most(draft.tolls)
}

function typesAgree({ view, event: { mention } }: Candidate, draft: Draft): boolean {
  const { type } = mention
  if (type === draft.type) return true
  // "the attack" may be a strike or a clash told before, "the invasion" is neither
  if (violent.has(type) && violent.has(draft.type)) return (type === 'clash') === (draft.type === 'clash') || draft.lead.view === view || /attack|assault|raid|violence|shoot|fire/i.test(mention.text) || isConsequence({ mention, from: 0, to: 0 })
  // "The blast" of a bomb, "the blaze" of an arson attack
  const disasterAndViolence = (type === 'disaster' && violent.has(draft.type)) || (violent.has(type) && draft.type === 'disaster')
  if (disasterAndViolence) return isConsequence({ mention, from: 0, to: 0 }) || (explosive.test(mention.text) && explosive.test(draft.lead.event.mention.text))
  // "The upper floors were torn away and fires broke out": what a strike told just before did
  if (type === 'disaster' && violent.has(draft.type) && /^(?:fires?|blazes?|flames|smoke)/i.test(mention.text)) return view.index - lastView(draft).index <= 2
  // "Police opened fire on the march, and four people were killed"
  if (draft.type === 'protest' && isConsequence({ mention, from: 0, to: 0 })) return draft.mentions.some((told) => told.view === view)
  if (families[type] !== families[draft.type]) return false
  return !['statement', 'agreement', 'sanction', 'movement', 'humanitarian'].includes(type) && !['statement', 'agreement', 'sanction', 'movement', 'humanitarian'].includes(draft.type)
}

const isVerb = (mention: { rule: string }) => mention.rule.includes('/verb')

/** "The blast", "the talks", "their meeting": the words point to something told before. */
export function refersBack(view: View, { from, mention }: FoundEvent): boolean {
  if (words.ongoing.has(mention.text.toLowerCase().split(' ')[0] ?? '')) return true
  if (isVerb(mention)) return /^(?:they|it|both)$/.test(view.tokens[from - 1]?.lower ?? '') || /^(?:they|it)$/.test(view.tokens[from - 2]?.lower ?? '')
  const before = view.tokens.slice(Math.max(0, from - 3), from).map(({ lower }) => lower)
  return before.some((word) => words.sameOne.has(word)) && !before.some((word) => words.anotherOne.has(word))
}

const sameWords = ({ mention }: FoundEvent, draft: Draft) =>
  mention.type === draft.type && mention.text.includes(' ') === draft.lead.event.mention.text.includes(' ') && mention.text.toLowerCase() === draft.lead.event.mention.text.toLowerCase() && mention.type !== 'statement'

/** "a second raid", "In a separate incident", "another rally". */
function another(view: View, { from, mention }: FoundEvent): boolean {
  const before = view.tokens.slice(Math.max(0, from - 4), from).map(({ lower }) => lower)
  const opening = view.tokens.slice(0, 4).map(({ lower }) => lower)
  return before.some((word) => words.anotherOne.has(word)) || opening.some((word) => ['separate', 'separately', 'elsewhere', 'another', 'meanwhile'].includes(word)) || /^(?:another|second)/i.test(mention.text)
}

export const overlap = (a: When, b: When): boolean => a.from <= b.to && b.from <= a.to
