/* eslint-disable @next/next/no-html-link-for-pages -- read where no script runs, so every link is a plain one */
/** The newest incidents as plain HTML, for readers and machines that run no scripts: place, date, quotation, article. */
import type { Incident } from '../lib/types'
import { count, dateWords, plural, statusWords, typeWords } from './words'

export function PlainList({ incidents, stored }: { incidents: Incident[]; stored: number }) {
  return (
    <main className="page plain-list">
      <h1>Dateline</h1>
      <p>The map, its filters and its search need JavaScript. {incidents.length < stored ? `These are ${count(incidents.length)} of ${plural(stored, 'incident')}; all are` : 'All incidents are also'} at <a href="/api/incidents">/api/incidents</a> as GeoJSON.</p>
      <ul>
        {incidents.map(({ id, type, status, where, when, reports: [report] }) => (
          <li key={id}>
            <h2>{where.known ? where.value.name : 'Place not stated'}, {when.known ? dateWords(when.value.edtf) : 'date not stated'}: {typeWords[type].toLowerCase()}{status === 'happened' ? '' : ` (${statusWords[status].name.toLowerCase()})`}</h2>
            {report ? <><blockquote dir="auto">{report.evidence.quote}</blockquote><a href={`/article/${encodeURIComponent(report.source.id)}`} dir="auto">{report.source.title || 'Untitled article'}</a></> : null}
          </li>
        ))}
      </ul>
    </main>
  )
}
