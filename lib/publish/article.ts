import type { ArticleRef, Evidence, Report } from '../types'

type Highlight = { start: number; end: number; incident: string; type: Report['type'] }

/**
 * An article with the stretches of its text that tell of incidents, in order of the text.
 * Two incidents told by the same sentence give two highlights that overlap.
 */
export function toArticle({ id, title, publisher, published, url, text, reports }: ArticleRef & { text: string; reports: { incident: string; report: Report }[] }) {
  const highlights = reports.flatMap(({ incident, report }): Highlight[] =>
    [report.evidence, ...report.mentions].map(({ start, end }: Evidence) => ({ start, end, incident, type: report.type })),
  )
  return {
    id,
    title: title ?? null,
    publisher: publisher ?? null,
    published: published ?? null,
    url: url ?? null,
    text,
    highlights: highlights.sort((a, b) => a.start - b.start || b.end - a.end),
  }
}
