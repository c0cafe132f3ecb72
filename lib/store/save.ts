/** Writing: one article and its reports at a time, whole or not at all. */
import type { Kysely } from 'kysely'
import type { Article, ArticleRef, Incident, Reading, Report } from '../types'
import type { Store } from './open'
import { countWrite, regroup, type Linking, type Member } from './regroup'
import type { Tables } from './tables'

export type Saved = {
  article: ArticleRef
  /** `known`: the same article with the same reports was there already, and nothing was written. */
  outcome: 'new' | 'changed' | 'known'
  /** The incident each report went to; `joined` names the articles that told of it before. */
  placed: { report: Report; incident: Incident; joined: ArticleRef[] }[]
}

/**
 * Stores what was read in one article. Its reports join the incidents they tell of or found new ones.
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

    await writeArticle(tx, article)
    await tx.deleteFrom('reports').where('article', '=', article.id).execute()
    const formerIncident = new Map(former.map(({ id, incident }) => [id, incident]))
    const fresh = reports.map((report): Member => ({ report: { ...report, source }, incident: formerIncident.get(report.id), isNew: true }))
    const incidents = await regroup(tx, fresh, former.map(({ incident }) => incident), linking)
    await countWrite(tx)
    const placed = reports.map((report) => {
      const incident = incidents.get(report.id)!
      return { report, incident, joined: incident.reports.filter(({ id }) => id !== report.id).map((other) => other.source) }
    })
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
