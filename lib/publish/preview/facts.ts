/** What title, description and preview image of a view tell: counted once, from the columns. */
import { edtfAt, isoDay, noDay, placeAt, statusAt, typeAt, type Columns } from '../../columns/columns'
import type { Selection } from '../../columns/select'
import { incidentTypes, type IncidentType, type Status } from '../../taxonomy'

export type Facts = {
  total: number
  /** The most frequent first; no type that has none. */
  byType: [IncidentType, number][]
  /** First and last day of what is shown; null when none of it is dated. */
  days: { from: string; to: string } | null
  incident: IncidentFacts | null
}
export type IncidentFacts = { type: IncidentType; status: Status; place: string | null; edtf: string | null; quote: string; publisher: string | null }
/** What the columns lack of the open incident. */
export type Told = { quote: string; publisher: string | null }

/**
 * @param open row of the open incident, if there is one
 * @param told its quote; without it the view counts as one without an open incident
 */
export function factsOf(columns: Columns, { rows }: Pick<Selection, 'rows'>, open: number | undefined, told: Told | undefined): Facts {
  const counts = new Uint32Array(incidentTypes.length)
  let [from, to] = [Infinity, -Infinity]
  for (const row of rows) {
    counts[columns.type[row]!]!++
    if (columns.from[row] === noDay) continue
    from = Math.min(from, columns.from[row]!)
    to = Math.max(to, columns.to[row]!)
  }
  return {
    total: rows.length,
    byType: incidentTypes.map((type, i): [IncidentType, number] => [type, counts[i]!]).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]),
    days: from <= to ? { from: isoDay(from), to: isoDay(to) } : null,
    incident: open === undefined || !told ? null : { type: typeAt(columns, open), status: statusAt(columns, open), place: placeAt(columns, open)?.name ?? null, edtf: edtfAt(columns, open), ...told },
  }
}
