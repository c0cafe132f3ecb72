/** A view in words: the title and description of its page, its preview image and its embed. */
import type { IncidentType, Status } from '../../taxonomy'
import type { Text } from '../../text'
import type { View } from '../../view'

/** What a view shows. `byType` is indexed as `incidentTypes`; `incident` is the open one. */
export type ViewFacts = { count: number; byType: number[]; incident?: { type: IncidentType; status: Status; place: string | null; date: string | null; quote: string | null } }

export function viewTitle(view: View, facts: ViewFacts, text: Text): string {
  const { incident } = facts
  if (incident) return `${text.t(`common.${incident.type}`)}: ${incident.place ?? text.t('common.unplaced')}, ${text.dates(incident.date)}`
  return [view.q && `“${view.q}”`, ...(view.type ?? []).map((type) => text.t(`common.${type}`))].filter(Boolean).join(', ') || 'Dateline'
}

export function viewDescription(_view: View, facts: ViewFacts, text: Text): string {
  return facts.incident?.quote ?? text.t('common.incidents', { count: facts.count })
}
