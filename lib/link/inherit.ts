/** What an event takes from its neighbours: the place it does not name again, the day that goes on. */
import { families } from '../taxonomy'
import { lastView, type Draft } from './draft'
import { contains, isCountryOrWider } from './geo'
import { isConsequence, refersBack } from './join'
import { isOutcome } from './place/grammar'
import type { FoundEvent, View } from './view'

/** "Four people died. The raid lasted an hour." – an unplaced event next to a placed one of its family is there too. */
export function inheritPlaces(drafts: Draft[]): void {
  for (const [i, draft] of drafts.entries()) {
    if (draft.place || draft.type === 'statement' || draft.lead.view.unknown.length > 0) continue
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
export function inheritTimes(drafts: Draft[]): void {
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

/** "…set houses in the city on fire": the town told before. */
const namesItAgain = ({ tokens }: View) => tokens.some(({ lower }, i) => /^(?:city|town|village|capital|area|district|port|region|island)$/.test(lower) && tokens[i - 1]?.lower === 'the' && tokens[i + 1]?.lower !== 'of')
