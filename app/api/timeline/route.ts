import { dayNumber, isoDay, type Columns } from '../../../lib/columns/columns'
import { binsIn, binsOf, chooseBins, countBins, daysOfBin, spanOf, timeUnits, type Bins, type DaySpan, type TimeUnit } from '../../../lib/columns/histogram'
import { select } from '../../../lib/columns/select'
import { DatelineError } from '../../../lib/errors'
import { routes } from '../../../lib/publish/handle'
import { etagOf, jsonResponse, notModified } from '../../../lib/publish/response'
import { parseFilters } from '../../../lib/query'
import { mapColumns } from '../../../lib/store/columns'
import { findIds } from '../../../lib/store/incidents'
import { serverStore } from '../../../lib/store/open'
import { incidentTypes } from '../../../lib/taxonomy'
import type { Filters } from '../../../lib/view'

/** As many bins as an answer may have, and as many as it has at most when no unit is asked for. */
const maxBins = 1000
const usualBins = 200

/**
 * How many incidents of a view there were when, by type:
 * `{ unit, step, from, to, undated, bins: [{ from, to, sure: { type: n }, vague: { type: n } }] }`; days are ISO and inclusive,
 * `step` is the number of units to a bin. `from` and `to` are null and `bins` empty when no incident of the view has a date.
 * What `sure` and `vague` mean stands in lib/columns/histogram.ts.
 */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET(request) {
    const { searchParams } = new URL(request.url)
    const filters = parseFilters(searchParams, ['unit'])
    const unit = parseUnit(searchParams.get('unit'))
    const store = await serverStore()
    const { revision, columns } = await mapColumns(store)
    const etag = etagOf(revision, searchParams.toString())
    const held = notModified(request, etag)
    if (held) return held

    // The text index and the box index lie in the database; the rest is read off the columns.
    const { q, bbox, ...others } = filters
    const found = q || bbox ? marked(columns, await findIds(store, { ...(q && { q }), ...(bbox && { bbox }) })) : null
    const { rows } = select(columns, others, found)
    const span = within(spanOf(columns, rows), filters)
    const bins = span && (unit ? unitBins(span, unit) : chooseBins(span, usualBins))
    return jsonResponse(answer(columns, rows, span, bins, unit), { headers: { ETag: etag } })
  },
})

function answer(columns: Columns, rows: Uint32Array, span: DaySpan | null, bins: Bins | null, unit: TimeUnit | undefined) {
  const { sure, vague, undated } = countBins(columns, rows, bins ?? { unit: unit ?? 'day', step: 1, edges: [0] })
  const named = (counts: Uint32Array[], i: number) => Object.fromEntries(incidentTypes.flatMap((type, kind) => (counts[kind]![i] ? [[type, counts[kind]![i]]] : [])))
  return {
    unit: bins?.unit ?? unit ?? 'day',
    step: bins?.step ?? 1,
    from: span && isoDay(span.from),
    to: span && isoDay(span.to),
    undated,
    bins: bins ? bins.edges.slice(1).map((_, i) => ({ ...daysOfBin(bins, i), sure: named(sure, i), vague: named(vague, i) })) : [],
  }
}

function parseUnit(value: string | null): TimeUnit | undefined {
  if (value === null) return undefined
  return timeUnits.find((unit) => unit === value) ?? refuse(value, `is not one of ${timeUnits.join(', ')}`)
}

function unitBins(span: DaySpan, unit: TimeUnit): Bins {
  // The estimate is one or two too high at most, so what it lets pass is short enough to be made.
  if (binsIn(span, unit) <= maxBins + 2) {
    const bins = binsOf(span, unit)
    if (bins.edges.length - 1 <= maxBins) return bins
  }
  return refuse(unit, `makes more than ${maxBins} bins from ${isoDay(span.from)} to ${isoDay(span.to)}; narrow them by from and to, or take a longer unit`)
}

function refuse(value: string, reason: string): never {
  throw new DatelineError('invalid-query', `unit=${JSON.stringify(value)} ${reason}`, { invalidParams: [{ name: 'unit', value, reason }] })
}

/** What is asked for bounds the bins: an incident of that month or year may reach far beyond. */
function within(span: DaySpan | null, { from, to }: Filters): DaySpan | null {
  return span && { from: from ? Math.max(span.from, dayNumber(from)) : span.from, to: to ? Math.min(span.to, dayNumber(to)) : span.to }
}

function marked({ count, rowOf }: Columns, ids: string[]): Uint8Array {
  const rows = new Uint8Array(count)
  for (const id of ids) {
    const row = rowOf.get(id)
    if (row !== undefined) rows[row] = 1
  }
  return rows
}
