/* eslint-disable @next/next/no-html-link-for-pages -- the map reads its view from the address when it loads */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleText } from '../../../components/article-text'
import { Icon } from '../../../components/icon'
import { safeUrl } from '../../../components/safe-url'
import { tollWords } from '../../../components/toll-words'
import { TypeSymbol } from '../../../components/type-symbol'
import { hrefOf } from '../../../components/view-href'
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
  const text = await serverText()
  const { t, dates } = text
  const listed = new Intl.ListFormat(text.locale, { type: 'unit' })
  const lower = (words: string) => words.toLocaleLowerCase(text.locale)
  const incidents = incidentsOf(article)
  const external = safeUrl(article.url)
  const highlights = article.reports.flatMap(({ incident, report }) =>
    [report.evidence, ...report.mentions].map(({ start, end }) => ({ start, end, incident, type: report.type })))
  const places = article.reports.flatMap(({ report: { where } }) => (where.known && where.evidence.end - where.evidence.start < 80 ? [where.evidence] : []))

  return (
    <div className="page">
      <header className="page-bar">
        <a href="/" className="wordmark" aria-label={t('frame.toTheMap')}>{t('frame.name')}</a>
        <a href="/" className="back-link"><Icon name="back" /> {t('article.map')}</a>
      </header>
      <div className="article-page">
        <main>
          <header className="article-head">
            <h1 dir="auto">{article.title ?? t('common.untitled')}</h1>
            <p className="article-meta">
              {article.publisher ? <span dir="auto">{article.publisher}</span> : null}
              <span>{dates(article.published)}</span>
              {external ? <a href={external} rel="noopener noreferrer nofollow" target="_blank">{t('article.source')}<span className="visually-hidden"> {t('common.newTab')}</span></a> : null}
            </p>
          </header>
          <ArticleText text={article.text} highlights={highlights} places={places} />
        </main>
        <aside className="article-side" aria-label={t('article.incidentsInArticle')}>
          <h2>{t('article.count', { count: incidents.length })}</h2>
          {incidents.length === 0 ? <p className="list-note">{t('article.nothingRead')}</p> : null}
          <ul>
          {incidents.map(({ incident, report }) => {
            const toll = [tollWords(text, report.killed, 'killed'), tollWords(text, report.injured, 'injured')].filter((words) => words !== null)
            return (
              <li key={incident} className="side-incident">
                <TypeSymbol type={report.type} status={report.status} />
                <div className="side-text">
                  <h3>{report.where.known ? report.where.value.name : t('common.unplaced')}</h3>
                  <p>{[t(`common.${report.type}`), report.status === 'happened' ? null : lower(t(`common.${report.status}`)), report.when.known ? dates(report.when.value.edtf) : lower(t('common.undated'))].filter(Boolean).join(' · ')}</p>
                  {toll.length ? <p>{listed.format(toll)}</p> : null}
                  <p className="side-links">
                    <a href={`#incident-${incident}`}>{t('article.inTheText')}</a>
                    <a href={hrefOf({ incident })}>{t('article.onTheMap')}</a>
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
