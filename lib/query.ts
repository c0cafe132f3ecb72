/**
 * The view — filters, map position, selection — as one typed value ⇄ URL query string.
 * The page, the API, exports and feeds all read the same parameters through this file, so a link,
 * a request and a download of the same view can never disagree.
 *
 * `parseView` is for people's links: unknown or broken parts are left out with a notice.
 * `parseFilters` is for programs: the first broken part is an error naming its value.
 */
import * as z from 'zod/mini'
import { DatelineError, type InvalidParam } from './errors'
import { placePrecisions } from './columns/columns'
import { incidentTypes, statuses } from './taxonomy'
import { isDay, sortings, type BBox, type Filters, type MapPosition, type Notice, type View } from './view'

const day = z.string().check(z.refine(isDay, 'is not a day of the calendar written YYYY-MM-DD'))
const listOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.pipe(
    z.pipe(z.string(), z.transform((text: string) => [...new Set(text.split(',').map((part) => part.trim()).filter(Boolean))])),
    z.array(z.enum(values, `is not one of ${values.join(', ')}`)).check(z.minLength(1, 'is empty')),
  )
const number = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : NaN)
const bbox = z.pipe(
  z.pipe(z.string(), z.transform((text: string) => text.split(',').map(number))),
  z.custom<BBox>(
    (b) => Array.isArray(b) && b.length === 4 && b.every(Number.isFinite) && Math.abs(b[0]) <= 180 && Math.abs(b[2]) <= 180 && Math.abs(b[1]) <= 90 && Math.abs(b[3]) <= 90 && b[1] <= b[3],
    'is not west,south,east,north in degrees',
  ),
)
const map = z.pipe(
  z.pipe(z.string(), z.transform((text: string) => {
    const [zoom = NaN, lat = NaN, lon = NaN, ...rest] = text.split('/').map(number)
    return rest.length ? { zoom: NaN, lat, lon } : { zoom, lat, lon }
  })),
  z.custom<MapPosition>((value) => {
    const p = value as MapPosition
    return Number.isFinite(p.zoom) && p.zoom >= 0 && p.zoom <= 22 && Math.abs(p.lat) <= 90 && Math.abs(p.lon) <= 180
  }, 'is not zoom/latitude/longitude'),
)
const text = z.string().check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(200, 'is longer than 200 characters'))
const mostIds = 100
const id = z.string().check(z.regex(/^[a-z0-9]{1,40}$/, 'is not an incident id'))

/** One schema per URL parameter: the only place that says what a parameter may be. */
export const parameters = {
  type: listOf(incidentTypes),
  status: listOf(statuses),
  precision: listOf(placePrecisions),
  from: day,
  to: day,
  bbox,
  q: text,
  map,
  sort: z.enum(sortings, `is not one of ${sortings.join(', ')}`),
  incident: id,
  panel: z.enum(['open'], 'is not open'),
  stack: id,
  ids: z.pipe(
    z.pipe(z.string(), z.transform((text: string) => [...new Set(text.split(',').map((part) => part.trim()).filter(Boolean))])),
    z.array(id).check(z.minLength(1, 'is empty'), z.maxLength(mostIds, `names more than ${mostIds} incidents`)),
  ),
}
const filterNames = ['type', 'status', 'precision', 'from', 'to', 'bbox', 'q'] as const
const viewNames = ['type', 'status', 'precision', 'from', 'to', 'q', 'map', 'sort', 'incident', 'panel', 'stack'] as const

const lists = ['type', 'status', 'precision', 'ids'] as const
const isList = (name: string): name is (typeof lists)[number] => (lists as readonly string[]).includes(name)
const reasonOf = (error: { issues: { message: string }[] }) => error.issues[0]?.message ?? 'is not understood'

type Params = URLSearchParams
function read(params: Params, names: readonly (keyof typeof parameters)[]): { view: View; notices: Notice[] } {
  const view: Record<string, unknown> = {}
  const notices: Notice[] = []
  for (const name of names) {
    const given = params.getAll(name)
    if (given.length === 0) continue
    // A repeated list parameter (type=a&type=b) means both; of any other the last one holds.
    const value = isList(name) ? given.join(',') : given[given.length - 1]!
    const parsed = parameters[name].safeParse(value)
    if (parsed.success) view[name] = parsed.data
    else if (isList(name) && value.includes(',')) {
      // "type=strike,stirke": what is understood of a list holds.
      const known: unknown[] = []
      for (const part of new Set(value.split(',').map((text) => text.trim()).filter(Boolean))) {
        const one = parameters[name].safeParse(part)
        if (one.success) known.push(...one.data)
        else notices.push({ name, value: part, reason: reasonOf(one.error) })
      }
      // Every part is well by itself: then it is their number.
      if (notices.every((notice) => notice.name !== name)) notices.push({ name, value, reason: reasonOf(parsed.error) })
      if (known.length) view[name] = known
    } else notices.push({ name, value, reason: reasonOf(parsed.error) })
  }
  const { from, to } = view as View
  if (from && to && from > to) {
    notices.push({ name: 'to', value: to, reason: `is before from (${from})` })
    delete view.to
  }
  return { view: view as View, notices }
}

/** Reads a link's query string; what is unknown or broken is left out and told in `notices`. */
export function parseView(params: Params): { view: View; notices: Notice[] } {
  return read(params, viewNames)
}

/**
 * Reads a request's filters, and `ids`, of incidents or of their reports, 1 to 100, which no link has.
 * @param also names of further parameters the endpoint takes itself; any other name is an error.
 * @throws DatelineError `invalid-query` naming every broken or unknown parameter and its value.
 */
export function parseFilters(params: Params, also: readonly string[] = []): Filters & { ids?: string[] } {
  return readStrictly(params, [...filterNames, 'ids'], also)
}

/**
 * Reads what is searched for, of an endpoint that takes nothing else.
 * @throws DatelineError `invalid-query`, also where there is no `q`.
 */
export function parseSearch(params: Params): string {
  const { q } = readStrictly(params, ['q'])
  if (q === undefined) throw invalidQuery([{ name: 'q', value: '', reason: 'is empty' }])
  return q
}

/** @throws DatelineError `invalid-query` naming every parameter, for an endpoint that takes none. */
export function parseNothing(params: Params): void {
  readStrictly(params, [])
}

function readStrictly(params: Params, names: readonly (keyof typeof parameters)[], also: readonly string[] = []): View & { ids?: string[] } {
  const { view, notices } = read(params, names)
  const invalid: InvalidParam[] = notices.map(({ name, value, reason }) => ({ name, value, reason }))
  const known = new Set<string>([...names, ...also])
  for (const name of new Set(params.keys())) {
    if (!known.has(name)) invalid.push({ name, value: params.get(name) ?? '', reason: `is not a parameter; ${known.size ? `known are ${[...known].join(', ')}` : 'none is taken'}` })
  }
  if (invalid.length) throw invalidQuery(invalid)
  return view
}

function invalidQuery(invalidParams: InvalidParam[]): DatelineError {
  return new DatelineError('invalid-query', invalidParams.map((p) => `${p.name}=${JSON.stringify(p.value)} ${p.reason}`).join('; '), { invalidParams })
}
