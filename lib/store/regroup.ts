/**
 * Which reports are one incident: whenever reports come or go, all that could be touched by it are grouped anew. So the
 * incidents are what the reports and the decisions of people make them, in whatever order the articles were stored.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ArticleRef, Incident, Report } from '../types'
import { incidentRow, reportRow, searchWords } from './rows'
import { dropFromIndexes, putInIndexes } from './sqlite'
import type { Tables } from './tables'

export type SourcedReport = Incident['reports'][number]

/** What the store has to be told about incidents: it keeps them, the link room knows them. */
export type Linking = {
  /** Reports dated more widely than this many days are one incident with no other. */
  days: number
  /** Whether two reports tell of one incident, as far as the two alone can say. */
  same(a: SourcedReport, b: SourcedReport): boolean
  /** The reports of each incident. A function of the set: the order of the reports must not matter. `formed` are left as they are, for others to join. */
  group(reports: SourcedReport[], apart: (a: SourcedReport, b: SourcedReport) => boolean, formed?: SourcedReport[][]): SourcedReport[][]
  /** One incident of the reports that tell it. */
  combine(reports: SourcedReport[]): Incident
}

/** A report that is grouped, with the incident it belongs to so far. */
export type Member = { report: SourcedReport; incident?: string | undefined; isNew?: boolean }

/** Among more reports than this, what is new comes to the incidents as they are: every pair of them would be compared at every article. From there on the order of the articles may matter. */
const most = 120

/**
 * Groups reports anew, with all that may be one incident with any of them.
 * @param fresh reports that are not stored yet
 * @param touched incidents whose reports may have to part
 * @returns the incident of each report
 */
export async function regroup(tx: Kysely<Tables>, fresh: Member[], touched: string[], linking: Linking): Promise<Map<string, Incident>> {
  const members = await reach(tx, fresh, touched, linking)
  const apart = await decisions(tx, [...members.keys()])
  const formed = fresh.length > 0 && members.size > most ? byIncident([...members.values()].filter(({ isNew }) => !isNew)) : []
  const groups = linking.group([...members.values()].map(({ report }) => report), (a, b) => apart.has(pairOf(a.id, b.id)), formed)
  const former = new Set([...touched, ...[...members.values()].flatMap(({ incident }) => incident ?? [])])
  const kept = keepIds(groups, members)
  const gone = new Set([...former].filter((id) => !kept.has(id)))
  const incidentOf = new Map<string, Incident>()
  const idOf = new Map([...kept].map(([id, group]) => [group, id]))
  for (const group of groups) {
    const combined = linking.combine(group)
    const id = idOf.get(group) ?? (await freeId(tx, gone, combined.id))
    gone.delete(id)
    const incident = { ...combined, id }
    for (const report of incident.reports) incidentOf.set(report.id, incident)
    await writeIncident(tx, incident)
  }
  for (const { report, incident, isNew } of members.values()) {
    const { id } = incidentOf.get(report.id)!
    if (isNew) await insertReport(tx, report, id)
    else if (incident !== id) await tx.updateTable('reports').set({ incident: id }).where('id', '=', report.id).execute()
  }
  for (const id of gone) await dropIncident(tx, id)
  return incidentOf
}

function byIncident(members: Member[]): SourcedReport[][] {
  const groups = new Map<string, SourcedReport[]>()
  for (const { report, incident = report.id } of members) groups.set(incident, [...(groups.get(incident) ?? []), report])
  return [...groups.values()]
}

// ── which reports ───────────────────────────────────────────────────────────

/** From the given reports to all that are one incident with one of them, and on from those. Whole incidents only, so that none is left half regrouped. */
async function reach(tx: Kysely<Tables>, fresh: Member[], touched: string[], linking: Linking): Promise<Map<string, Member>> {
  const members = new Map(fresh.map((member) => [member.report.id, member]))
  const opened = new Set<string>()
  const open = async (incident: string | undefined) => {
    if (incident === undefined || opened.has(incident)) return
    opened.add(incident)
    for (const member of await reportsWhere(tx, { incident })) if (!members.has(member.report.id)) members.set(member.report.id, member)
  }
  for (const id of [...touched, ...fresh.map(({ incident }) => incident)]) await open(id)
  const near = new Map<string, Member[]>()
  // The loop reaches what it adds: a Map goes on to entries set while it is walked.
  for (const { report } of members.values()) {
    if (members.size > most || !report.where.known || !report.when.known) continue
    const key = [report.when.value.from, report.when.value.to, report.where.value.id].join()
    let around = near.get(key)
    if (!around) near.set(key, (around = await reportsWhere(tx, { near: report, days: linking.days })))
    for (const other of around) if (!members.has(other.report.id) && linking.same(report, other.report)) await open(other.incident)
  }
  return members
}

async function reportsWhere(tx: Kysely<Tables>, which: { incident: string } | { near: Report; days: number }): Promise<Member[]> {
  let query = tx
    .selectFrom('reports')
    .innerJoin('articles', 'articles.id', 'reports.article')
    .select(['reports.json', 'reports.incident', 'articles.id', 'articles.title', 'articles.publisher', 'articles.published', 'articles.url'])
    .orderBy('reports.id')
  if ('incident' in which) {
    query = query.where('reports.incident', '=', which.incident)
  } else {
    const { where, when } = which.near
    if (!where.known || !when.known) return []
    const [{ at, radiusKm }, { from, to }] = [where.value, when.value]
    query = query
      .where('from_day', '>=', shiftDay(from, -which.days))
      .where('from_day', '<=', to)
      .where('to_day', '>=', from)
      // A band of latitude that leaves out most of the world; what is really near the link room says.
      .where((e) => e(e.fn<number>('abs', [e('lat', '-', at.lat)]), '<=', e('radius_km', '*', 0.02)).or(e.fn<number>('abs', [e('lat', '-', at.lat)]), '<=', 0.1 + radiusKm * 0.02))
  }
  return (await query.execute()).map(({ json, incident, ...article }) => ({ report: { ...(JSON.parse(json) as Report), source: known(article) }, incident }))
}

/** A row without its nulls. */
function known({ id, title, publisher, published, url }: { id: string; title: string | null; publisher: string | null; published: string | null; url: string | null }): ArticleRef {
  return { id, ...(title && { title }), ...(publisher && { publisher }), ...(published && { published }), ...(url && { url }) }
}

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

// ── what people decided ─────────────────────────────────────────────────────

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

async function decisions(tx: Kysely<Tables>, ids: string[]): Promise<Set<string>> {
  const pairs = new Set<string>()
  for (let i = 0; i < ids.length; i += 500) {
    for (const { a, b } of await tx.selectFrom('apart').select(['a', 'b']).where('a', 'in', ids.slice(i, i + 500)).execute()) pairs.add(pairOf(a, b))
  }
  return pairs
}

// ── ids ─────────────────────────────────────────────────────────────────────

/**
 * An incident's id stands in links that people sent: it stays with the report it is named for, else with most of the
 * reports it had.
 */
function keepIds(groups: SourcedReport[][], members: Map<string, Member>): Map<string, SourcedReport[]> {
  const claims: { id: string; group: SourcedReport[]; named: boolean; reports: number }[] = []
  for (const group of groups) {
    const ids = group.flatMap((report) => members.get(report.id)?.incident ?? [])
    for (const id of new Set(ids)) claims.push({ id, group, named: group.some((report) => report.id === id), reports: ids.filter((other) => other === id).length })
  }
  claims.sort((p, q) => Number(q.named) - Number(p.named) || q.reports - p.reports || (p.id < q.id ? -1 : p.id > q.id ? 1 : 0))
  const kept = new Map<string, SourcedReport[]>()
  const named = new Set<SourcedReport[]>()
  for (const { id, group } of claims) {
    if (kept.has(id) || named.has(group)) continue
    kept.set(id, group)
    named.add(group)
  }
  return kept
}

/** The wished id, unless an incident has it that stays; then one derived from it. */
async function freeId(tx: Kysely<Tables>, gone: Set<string>, wished: string): Promise<string> {
  const isTaken = async (id: string) => !gone.has(id) && (await tx.selectFrom('incidents').select('n').where('id', '=', id).executeTakeFirst()) !== undefined
  let id = wished
  while (await isTaken(id)) id = createHash('sha256').update(id).digest('hex').slice(0, 12)
  return id
}

// ── rows ────────────────────────────────────────────────────────────────────

async function insertReport(tx: Kysely<Tables>, report: SourcedReport, incident: string): Promise<void> {
  await tx.insertInto('reports').values(reportRow(report, incident)).execute()
}

async function dropIncident(tx: Kysely<Tables>, id: string): Promise<void> {
  const row = await tx.selectFrom('incidents').select('n').where('id', '=', id).executeTakeFirst()
  if (!row) return
  await dropFromIndexes(tx, row.n)
  await tx.deleteFrom('incidents').where('n', '=', row.n).execute()
}

async function writeIncident(tx: Kysely<Tables>, incident: Incident): Promise<void> {
  const { id, ...columns } = incidentRow(incident)
  const stored = await tx.selectFrom('incidents').select(['n', 'json']).where('id', '=', id).executeTakeFirst()
  if (stored?.json === columns.json) return
  const { n } = await tx
    .insertInto('incidents')
    .values({ id, ...columns })
    .onConflict((c) => c.column('id').doUpdateSet(columns))
    .returning('n')
    .executeTakeFirstOrThrow()
  await putInIndexes(tx, n, searchWords(incident), incident.where.known ? incident.where.value.at : undefined)
}

export async function countWrite(tx: Kysely<Tables>): Promise<void> {
  const { value } = await tx.selectFrom('meta').select('value').where('name', '=', 'revision').executeTakeFirstOrThrow()
  await tx.updateTable('meta').set({ value: String(Number(value) + 1) }).where('name', '=', 'revision').execute()
}
