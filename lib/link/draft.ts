/** A report in the making: one event with the mentions, places, times and counts gathered for it so far. */
import type { IncidentType } from '../taxonomy'
import type { TollMention } from '../types'
import type { FoundEvent, FoundPlace, FoundTime, View } from './view'

export type Draft = {
  type: IncidentType
  /** How surely `type` is right; a mention with a stronger trigger may change it. */
  strength: number
  planned: boolean
  lead: { view: View; event: FoundEvent }
  mentions: { view: View; event?: FoundEvent }[]
  place?: { found: FoundPlace; score: number; view: View; inherited?: true }
  time?: { found: FoundTime; view: View }
  tolls: TollMention[]
  /** One of several places of one trigger: its siblings do not join. */
  split?: true
}

export const lastView = (draft: Draft): View => draft.mentions.at(-1)!.view

/** A count of people, not "nobody", is told of it. */
export const isCounted = ({ tolls }: Draft): boolean => tolls.some(({ count }) => count.best !== 0)

/** The events that a story still speaks of; a long list of dispatches must not cost its square. */
export const recent = (drafts: readonly Draft[]): Draft[] => drafts.slice(-50)
