/* eslint-disable @next/next/no-html-link-for-pages -- the map reads its view from the address when it loads */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleText } from '../../../components/article-text'
import { Icon } from '../../../components/icon'
import { TypeSymbol } from '../../../components/type-symbol'
import { hrefOf } from '../../../components/view-href'
import { dateWords, plural, safeUrl, statusWords, tollWords, typeWords } from '../../../components/words'
import { getArticle, type StoredArticle } from '../../../lib/store/articles'
import { serverStore } from '../../../lib/store/open'
import { articleMetadata } from '../../article-metadata'
import { serverText } from '../../server-text'
import { serverAddress } from '../../shown'

type Props = { params: Promise<{ id: string }> }

async function find(params: Props['params']): Promise<StoredArticle | undefined> {
  const { id } = await params
  return getArticle(await serverStore(), id)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await find(params)
  const text = await serverText()
  if (!article) return { title: text.t('common.untitled'), robots: { index: false } }
  return articleMetadata(article, text, await serverAddress())
}

/** One incident of the article once, with its first report. */
function incidentsOf(article: StoredArticle) {
  const seen = new Map(article.reports.map((told) => [told.incident, told]).reverse() as [string, StoredArticle['reports'][number]][])
  return [...seen.values()].sort((a, b) => a.report.evidence.start - b.report.evidence.start)
}

export default async function ArticlePage({ params }: Props) {
  const article = await find(params)
  if (!article) notFound()
  const incidents = incidentsOf(article)
  const external = safeUrl(article.url)
  const highlights = article.reports.flatMap(({ incident, report }) =>
    [report.evidence, ...report.mentions].map(({ start, end }) => ({ start, end, incident, type: report.type })))
  const places = article.reports.flatMap(({ report: { where } }) => (where.known && where.evidence.end - where.evidence.start < 80 ? [where.evidence] : []))

  return (
    <div className="page">
      <header className="page-bar">
        <a href="/" className="wordmark" aria-label="Dateline, the map">Dateline</a>
        <a href="/" className="back-link"><Icon name="back" /> Map</a>
      </header>
      <div className="article-page">
        <main>
          <header className="article-head">
            <h1 dir="auto">{article.title ?? 'Untitled article'}</h1>
            <p className="article-meta">
              {article.publisher ? <span>{article.publisher}</span> : null}
              <span>{article.published ? dateWords(article.published) : 'Date not stated'}</span>
              {external ? <a href={external} rel="noopener noreferrer nofollow" target="_blank">Source<span className="visually-hidden"> (opens in a new tab)</span></a> : null}
            </p>
          </header>
          <ArticleText text={article.text} highlights={highlights} places={places} />
        </main>
        <aside className="article-side" aria-label="Incidents in this article">
          <h2>{plural(incidents.length, 'incident')} in this article</h2>
          {incidents.length === 0 ? <p className="list-note">Nothing in it was read as an incident.</p> : null}
          <ul>
          {incidents.map(({ incident, report }) => {
            const toll = [tollWords(report.killed, 'killed'), tollWords(report.injured, 'injured')].filter(Boolean).join(', ')
            return (
              <li key={incident} className="side-incident">
                <TypeSymbol type={report.type} status={report.status} />
                <div className="side-text">
                  <h3>{report.where.known ? report.where.value.name : 'Place not stated'}</h3>
                  <p>{[typeWords[report.type], report.status === 'happened' ? null : statusWords[report.status].name.toLowerCase(), report.when.known ? dateWords(report.when.value.edtf) : 'date not stated'].filter(Boolean).join(' · ')}</p>
                  {toll ? <p>{toll}</p> : null}
                  <p className="side-links">
                    <a href={`#incident-${incident}`}>In the text</a>
                    <a href={hrefOf({ incident })}>On the map</a>
                  </p>
                </div>
              </li>
            )
          })}
          </ul>
        </aside>
      </div>
    </div>
  )
}
