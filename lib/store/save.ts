/** Writing: one article and its reports at a time, whole or not at all. */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { countryName } from '../countries'
import { searchable } from '../search'
import { families } from '../taxonomy'
import type { Article, ArticleRef, Incident, Reading, Report } from '../types'
import type { Store } from './open'
import { dropFromIndexes, putInIndexes } from './sqlite'
import type { Tables } from './tables'

export type SourcedReport = Incident['reports'][number]

/** What the store has to be told about incidents: it keeps them, the link room knows them. */
export type Linking = {
  /** Whether a report tells of an incident already stored. */
  same(report: SourcedReport, incident: Incident): boolean
  /** One incident of the reports that tell it. */
  combine(reports: SourcedReport[]): Incident
}

export type Saved = {
  article: ArticleRef
  /** `known`: the same article with the same reports was there already, and nothing was written. */
  outcome: 'new' | 'changed' | 'known'
  /** The incident each report went to; `joined` names the articles that told of it before. */
  placed: { report: Report; incident: Incident; joined: ArticleRef[] }[]
}

/**
 * Stores what was read in one article. Each report joins the stored incident it tells of or founds one.
 * The same article again changes nothing; read differently (better rules, a date that was missing) its reports replace
 * the former ones and the incidents keep their ids. A date once known is not given up for a reading without it.
 */
export async function saveReading({ db }: Store, { article, reports }: Reading, linking: Linking): Promise<Saved> {
  const source = refOf(article)
  return db.transaction().execute(async (tx) => {
    const stored = await tx.selectFrom('articles').select('published').where('id', '=', article.id).executeTakeFirst()
    const former = await tx.selectFrom('reports').select(['id', 'incident', 'json']).where('article', '=', article.id).execute()
    if (stored && (isSame(former, reports) || (stored.published && stored.published !== (article.published ?? null)))) {
      return { article: source, outcome: 'known', placed: await placedBefore(tx, article.id) }
    }

    if (stored) await withdraw(tx, article.id, former, linking)
    await writeArticle(tx, article)
    const formerIncident = new Map(former.map(({ id, incident }) => [id, incident]))
    const placed: Saved['placed'] = []
    for (const report of reports) {
      const sourced = { ...report, source }
      const home = await findHome(tx, sourced, linking)
      const combined = linking.combine([...(home?.reports ?? []), sourced])
      const id = home?.id ?? (await freeId(tx, formerIncident.get(report.id), combined.id))
      const incident = { ...combined, id }
      await writeIncident(tx, incident)
      await tx
        .insertInto('reports')
        .values({ id: report.id, article: article.id, incident: id, type: report.type, status: report.status, json: JSON.stringify(report) })
        .execute()
      placed.push({ report, incident, joined: home?.reports.map(({ source }) => source) ?? [] })
    }
    await countWrite(tx)
    return { article: source, outcome: stored ? 'changed' : 'new', placed }
  })
}

function refOf({ id, title, publisher, published, url }: Article): ArticleRef {
  return { id, ...(title && { title }), ...(publisher && { publisher }), ...(published && { published }), ...(url && { url }) }
}

function isSame(former: { id: string; json: string }[], reports: Report[]): boolean {
  const before = new Map(former.map(({ id, json }) => [id, json]))
  return before.size === reports.length && reports.every((report) => before.get(report.id) === JSON.stringify(report))
}

async function placedBefore(tx: Kysely<Tables>, article: string): Promise<Saved['placed']> {
  const rows = await tx
    .selectFrom('reports')
    .innerJoin('incidents', 'incidents.id', 'reports.incident')
    .select(['reports.json as report', 'incidents.json as incident'])
    .where('reports.article', '=', article)
    .execute()
  return rows
    .map((row) => ({ report: JSON.parse(row.report) as Report, incident: JSON.parse(row.incident) as Incident, joined: [] }))
    .sort((a, b) => a.report.evidence.start - b.report.evidence.start)
}

/** Takes an article's former reports out of their incidents; an incident nobody else tells of goes. */
async function withdraw(tx: Kysely<Tables>, article: string, former: { incident: string }[], linking: Linking): Promise<void> {
  await tx.deleteFrom('reports').where('article', '=', article).execute()
  for (const id of new Set(former.map(({ incident }) => incident))) {
    const { n, json } = await tx.selectFrom('incidents').select(['n', 'json']).where('id', '=', id).executeTakeFirstOrThrow()
    const others = (JSON.parse(json) as Incident).reports.filter((report) => report.article !== article)
    if (others.length) {
      await writeIncident(tx, { ...linking.combine(others), id })
    } else {
      await dropFromIndexes(tx, n)
      await tx.deleteFrom('incidents').where('n', '=', n).execute()
    }
  }
}

async function writeArticle(tx: Kysely<Tables>, article: Article): Promise<void> {
  const { id, title, text, publisher, url, published, publishedBasis, language } = article
  await tx
    .insertInto('articles')
    .values({
      id,
      text,
      language,
      title: title ?? null,
      publisher: publisher ?? null,
      url: url ?? null,
      published: published ?? null,
      published_basis: publishedBasis ?? null,
      added: new Date().toISOString(),
    })
    .onConflict((c) =>
      c.column('id').doUpdateSet((e) => ({
        publisher: e.fn.coalesce('articles.publisher', 'excluded.publisher'),
        url: e.fn.coalesce('articles.url', 'excluded.url'),
        published: e.fn.coalesce('articles.published', 'excluded.published'),
        published_basis: e.fn.coalesce('articles.published_basis', 'excluded.published_basis'),
      })),
    )
    .execute()
}

/** Reports of one day may tell of the evening before, in another time zone: incidents this many days apart are compared. */
const nearDays = 2

/**
 * The stored incident a report tells of; of several the one most told. Only dated incidents of its family near its days are compared; and none that the
 * same article reports already, for the link room told those apart.
 */
async function findHome(tx: Kysely<Tables>, report: SourcedReport, { same }: Linking): Promise<Incident | undefined> {
  if (!report.when.known) return undefined
  const rows = await tx
    .selectFrom('incidents')
    .select('json')
    .where('family', '=', families[report.type])
    .where('from_day', '<=', shiftDay(report.when.value.to, nearDays))
    .where('to_day', '>=', shiftDay(report.when.value.from, -nearDays))
    .orderBy('id')
    .execute()
  return rows
    .map(({ json }) => JSON.parse(json) as Incident)
    .filter((incident) => !incident.reports.some(({ article }) => article === report.article) && same(report, incident))
    .sort((a, b) => b.reports.length - a.reports.length)[0]
}

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The first of the wished ids that is not taken; when all are, one derived from the last. */
async function freeId(tx: Kysely<Tables>, ...wished: (string | undefined)[]): Promise<string> {
  let last = ''
  for (const id of wished) {
    if (id === undefined) continue
    if (!(await isTaken(tx, id))) return id
    last = id
  }
  do last = createHash('sha256').update(last).digest('hex').slice(0, 12)
  while (await isTaken(tx, last))
  return last
}

async function isTaken(tx: Kysely<Tables>, id: string): Promise<boolean> {
  return (await tx.selectFrom('incidents').select('n').where('id', '=', id).executeTakeFirst()) !== undefined
}

async function writeIncident(tx: Kysely<Tables>, incident: Incident): Promise<void> {
  const place = incident.where.known ? incident.where.value : undefined
  const when = incident.when.known ? incident.when.value : undefined
  const columns = {
    type: incident.type,
    family: families[incident.type],
    status: incident.status,
    lat: place?.at.lat ?? null,
    lon: place?.at.lon ?? null,
    radius_km: place?.radiusKm ?? null,
    level: place?.level ?? null,
    place_id: place?.id ?? null,
    place: place?.name ?? null,
    country: place?.country ?? null,
    edtf: when?.edtf ?? null,
    from_day: when?.from ?? null,
    to_day: when?.to ?? null,
    confidence: incident.confidence,
    json: JSON.stringify(incident),
  }
  const { n } = await tx
    .insertInto('incidents')
    .values({ id: incident.id, ...columns })
    .onConflict((c) => c.column('id').doUpdateSet(columns))
    .returning('n')
    .executeTakeFirstOrThrow()
  await putInIndexes(tx, n, searchWords(incident), place?.at)
}

/** What a search looks in: what the map shows of an incident, so that one sees why it was found. */
function searchWords({ where, reports, actors, claimedBy, deniedBy }: Incident): string {
  const places = where.known ? [where.value.name, where.value.admin1, countryName(where.value.country)] : []
  const told = reports.flatMap((report) => [report.evidence.quote, report.source.title, report.where.known ? report.where.value.name : undefined])
  return searchable(...places, ...told, ...actors.flatMap(({ name, canonical, country }) => [name, canonical, countryName(country)]), claimedBy, deniedBy)
}

async function countWrite(tx: Kysely<Tables>): Promise<void> {
  const { value } = await tx.selectFrom('meta').select('value').where('name', '=', 'revision').executeTakeFirstOrThrow()
  await tx.updateTable('meta').set({ value: String(Number(value) + 1) }).where('name', '=', 'revision').execute()
}
