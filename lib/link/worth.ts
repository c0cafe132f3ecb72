/** Which drafts are no events of their own. */
import { isCounted, type Draft } from './draft'
import { isCountryOrWider } from './geo'
import { isOutcome } from './place/grammar'

/** "Ministers approved sanctions at a meeting in Sarn": one event, not two. */
export function isVenue({ type, mentions, lead: { view, event }, place }: Draft, drafts: readonly Draft[]): boolean {
  if (type !== 'meeting' || mentions.length > 1 || !event.mention.rule.includes('/noun')) return false
  if (!/\bat (?:a|an|the|their|its)(?: \S+)?$/.test(view.tokens.slice(Math.max(0, event.from - 3), event.from).map(({ lower }) => lower).join(' '))) return false
  return drafts.some((other) => other.type !== 'meeting' && other.type !== 'statement' && other.place?.view === view && other.place.found === place?.found)
}

/** "Protesters set fire to a hall in Sarn": who did it is no second event. */
export function isOnlyDoer({ type, mentions, lead: { view, event } }: Draft, drafts: readonly Draft[]): boolean {
  if (type !== 'protest' || mentions.length > 1 || !/ers?$/i.test(event.mention.text) || !event.mention.rule.includes('/noun')) return false
  return drafts.some((other) => other.type !== 'protest' && other.type !== 'statement' && other.place?.view === view && other.lead.event.from === event.to)
}

/** Without a place only what is surely news is listed: told with a day or a count, by a strong trigger. */
export function isListed(draft: Draft): boolean {
  const { type, strength, lead: { view, event }, time } = draft
  if (type === 'statement' || strength < 0.6 || isOutcome(view, event)) return false
  return time !== undefined || isCounted(draft)
}

/** "amid attacks in Morania", "amid continued offensives in Morania": a country, no day, no count, no verb that tells it. */
export function isBackground({ place, time, tolls, lead: { view }, mentions }: Draft): boolean {
  if (!place || !isCountryOrWider(place.found.place) || time || tolls.length > 0 || view.isTitle) return false
  return mentions.every(({ view: told, event }) => !event || event.mention.rule.includes('/noun') || told.tokens.slice(Math.max(0, event.from - 3), event.from).some(({ lower }) => lower === 'amid' || lower === 'amidst'))
}
