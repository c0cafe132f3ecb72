/** Finding incidents: the same filters for rows, counts and extents, so that they can never disagree. */
import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import { levelsOf } from '../columns/columns'
import type { Filters } from '../view'
import { incidentTypes, type IncidentType } from '../taxonomy'
import type { Incident } from '../types'
import type { Store } from './open'
import { inBox, matchesText } from './sqlite'
import type { Tables } from './tables'

/** `ids` are those of incidents or of their reports, as `getIncident` takes them. */
type Wanted = Filters & { ids?: string[] }

const nothing = sql<SqlBool>`1 = 0`

/**
 * What the filters mean. An incident matches `from`/`to` when its interval touches them; one without a date
 * or without a place is left out as soon as the filters ask for dates or a box.
 */
function matching({ type, status, precision, from, to, bbox, q, ids }: Wanted) {
  return ({ eb, and, or, not, exists, selectFrom }: ExpressionBuilder<Tables, 'incidents'>) => {
    const all: Expression<SqlBool>[] = []
    if (type) all.push(type.length ? eb('incidents.type', 'in', type) : nothing)
    if (status) all.push(status.length ? eb('incidents.status', 'in', status) : nothing)
    if (precision) {
      const levels = precision.flatMap(levelsOf)
      all.push(or([...(levels.length ? [eb('incidents.level', 'in', levels)] : []), ...(precision.includes('none') ? [eb('incidents.level', 'is', null)] : [])]))
    }
    if (ids) {
      const ofReports = selectFrom('reports')
        .select('reports.incident')
        .where('reports.id', 'in', ids)
        .where(not(exists(selectFrom('incidents as named').select('named.n').whereRef('named.id', '=', sql.ref('reports.id')))))
      all.push(ids.length ? or([eb('incidents.id', 'in', ids), eb('incidents.id', 'in', ofReports)]) : nothing)
    }
    if (from) all.push(eb('incidents.to_day', '>=', from))
    if (to) all.push(eb('incidents.from_day', '<=', to))
    if (bbox) all.push(inBox(bbox))
    if (q) all.push(matchesText(q))
    return and(all)
  }
}

/**
 * Incidents of a view, latest first, those without a date at the end.
 * @param limit at most so many
 */
export async function findIncidents({ db }: Store, filters: Wanted, limit?: number): Promise<Incident[]> {
  const rows = await db
    .selectFrom('incidents')
    .select('json')
    .where(matching(filters))
    .orderBy('to_day', (o) => o.desc().nullsLast())
    .orderBy('id')
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute()
  return rows.map(({ json }) => JSON.parse(json) as Incident)
}

/** The ids of a view's incidents, in the order of `findIncidents`. */
export async function findIds({ db }: Store, filters: Filters): Promise<string[]> {
  const rows = await db.selectFrom('incidents').select('id').where(matching(filters)).orderBy('to_day', (o) => o.desc().nullsLast()).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** An incident by its id or by that of one of its reports: one that became part of another is found by its old id. */
export async function getIncident({ db }: Store, id: string): Promise<Incident | undefined> {
  const row =
    (await db.selectFrom('incidents').select('json').where('id', '=', id).executeTakeFirst()) ??
    (await db.selectFrom('reports').innerJoin('incidents', 'incidents.id', 'reports.incident').select('incidents.json').where('reports.id', '=', id).executeTakeFirst())
  return row && (JSON.parse(row.json) as Incident)
}

/** How many incidents each type would have if it were the one chosen: the filters without `type`. Every type is there, 0 included. */
export async function countByType({ db }: Store, filters: Wanted): Promise<Record<IncidentType, number>> {
  const rows = await db
    .selectFrom('incidents')
    .select((e) => ['type', e.fn.countAll<number>().as('count')])
    .where(matching({ ...filters, type: undefined }))
    .groupBy('type')
    .execute()
  const counts = new Map(rows.map(({ type, count }) => [type, Number(count)]))
  return Object.fromEntries(incidentTypes.map((type) => [type, counts.get(type) ?? 0])) as Record<IncidentType, number>
}

/** First and last day of the incidents that match the filters without `from` and `to`: what a time line has to span. */
export async function timeExtent({ db }: Store, filters: Wanted): Promise<{ from: string; to: string } | null> {
  const row = await db
    .selectFrom('incidents')
    .select([sql<string | null>`min(from_day)`.as('from'), sql<string | null>`max(to_day)`.as('to')])
    .where(matching({ ...filters, from: undefined, to: undefined }))
    .executeTakeFirst()
  return row?.from && row.to ? { from: row.from, to: row.to } : null
}

/** All incidents there are, whatever the filters. */
export async function countAll({ db }: Store): Promise<number> {
  const { count } = await db.selectFrom('incidents').select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}
