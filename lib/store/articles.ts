import type { ArticleRef, Report } from '../types'
import type { Store } from './open'

/** An article as it is kept, with its reports in the order of its text and the incident each tells of. */
export type StoredArticle = ArticleRef & { text: string; reports: { incident: string; report: Report }[] }

export async function getArticle({ db }: Store, id: string): Promise<StoredArticle | undefined> {
  const row = await db.selectFrom('articles').select(['id', 'title', 'text', 'publisher', 'url', 'published']).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const reports = await db.selectFrom('reports').select(['incident', 'json']).where('article', '=', id).execute()
  return {
    ...known(row),
    text: row.text,
    reports: reports
      .map(({ incident, json }) => ({ incident, report: JSON.parse(json) as Report }))
      .sort((a, b) => a.report.evidence.start - b.report.evidence.start || a.report.id.localeCompare(b.report.id)),
  }
}

/** Every article, latest first, with the number of its reports. */
export async function listArticles({ db }: Store): Promise<(ArticleRef & { reports: number })[]> {
  const rows = await db
    .selectFrom('articles')
    .leftJoin('reports', 'reports.article', 'articles.id')
    .select((e) => ['articles.id', 'articles.title', 'articles.publisher', 'articles.url', 'articles.published', e.fn.count<number>('reports.id').as('reports')])
    .groupBy('articles.id')
    .orderBy('articles.published', (o) => o.desc().nullsLast())
    .orderBy('articles.id')
    .execute()
  return rows.map((row) => ({ ...known(row), reports: Number(row.reports) }))
}

export async function countArticles({ db }: Store): Promise<number> {
  const { count } = await db.selectFrom('articles').select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** A row without its nulls. */
function known(row: { id: string; title: string | null; publisher: string | null; url: string | null; published: string | null }): ArticleRef {
  const { id, title, publisher, published, url } = row
  return { id, ...(title && { title }), ...(publisher && { publisher }), ...(published && { published }), ...(url && { url }) }
}
