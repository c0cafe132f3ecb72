/** Which rows pass the filters: one pass over the columns, with what filter panel and time line ask beside it. */
import { incidentTypes, statuses } from '../taxonomy'
import type { Filters } from '../view'
import { dayNumber, noDay, placePrecision, placePrecisions, type Columns } from './columns'

export type Selection = {
  /** Rows that pass all filters, in the order of the columns. */
  rows: Uint32Array
  /** Rows that pass all but the dates: what the time line shows. */
  anyDate: Uint32Array
  /** How many rows each type, status and place precision would show, all other filters as they are; indices as in the taxonomy. */
  byType: Uint32Array
  byStatus: Uint32Array
  byPrecision: Uint32Array
  /** The newest last day among all rows that are not only planned; null when none is dated. "Last week" counts back from it. */
  newest: number | null
}

const type = 1, status = 2, date = 4, precision = 8, text = 16
const all = type | status | date | precision | text

/**
 * @param filters as in a link; `bbox` is not looked at: the map decides what is in view
 * @param said rows (by index, 1 = yes) whose texts hold `filters.q`; null when there is no such filter
 */
export function select(columns: Columns, filters: Omit<Filters, 'bbox'>, said: Uint8Array | null): Selection {
  const { count } = columns
  const typeOk = Uint8Array.from(incidentTypes, (name) => (!filters.type || filters.type.includes(name) ? 1 : 0))
  const statusOk = Uint8Array.from(statuses, (name) => (!filters.status || filters.status.includes(name) ? 1 : 0))
  const precisionOf = Uint8Array.from(columns.places, ({ level }) => placePrecisions.indexOf(placePrecision(level)))
  const precisionOk = Uint8Array.from(placePrecisions, (name) => (!filters.precision || filters.precision.includes(name) ? 1 : 0))
  const none = placePrecisions.indexOf('none')
  const planned = statuses.indexOf('planned')
  const from = filters.from ? dayNumber(filters.from) : null
  const to = filters.to ? dayNumber(filters.to) : null
  const rows = new Uint32Array(count)
  const anyDate = new Uint32Array(count)
  const byType = new Uint32Array(incidentTypes.length)
  const byStatus = new Uint32Array(statuses.length)
  const byPrecision = new Uint32Array(placePrecisions.length)
  let found = 0
  let timed = 0
  let newest = noDay
  for (let row = 0; row < count; row++) {
    const place = columns.place[row]!
    const narrow = place < 0 ? none : precisionOf[place]!
    const last = columns.to[row]!
    if (last > newest && columns.status[row] !== planned) newest = last
    const dated = last !== noDay
    const pass =
      (typeOk[columns.type[row]!] ? type : 0) |
      (statusOk[columns.status[row]!] ? status : 0) |
      ((from === null || (dated && last >= from)) && (to === null || (dated && columns.from[row]! <= to)) ? date : 0) |
      (precisionOk[narrow] ? precision : 0) |
      (said === null || said[row] ? text : 0)
    if (pass === all) rows[found++] = row
    if ((pass | date) === all) anyDate[timed++] = row
    if ((pass | type) === all) byType[columns.type[row]!]!++
    if ((pass | status) === all) byStatus[columns.status[row]!]!++
    if ((pass | precision) === all) byPrecision[narrow]!++
  }
  return { rows: rows.subarray(0, found), anyDate: anyDate.subarray(0, timed), byType, byStatus, byPrecision, newest: newest === noDay ? null : newest }
}
