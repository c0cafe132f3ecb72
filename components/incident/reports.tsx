'use client'
import { useState } from 'react'
import type { Item, Source } from '../incidents'
import { safeUrl } from '../safe-url'
import { useText } from '../text'
import { tollWords } from '../toll-words'

/** Reports shown before one asks for all. */
const first = 5

/** Every report of an incident: its sentence, its article, its own count. Give it a `key` per incident. */
export function Reports({ item }: { item: Item }) {
  const { t, number } = useText()
  const [all, setAll] = useState(false)
  const shown = all ? item.sources : item.sources.slice(0, first)
  return (
    <section className="incident-part">
      <h3>{t('incident.reports')} <span className="list-count">{number(item.sources.length)}</span></h3>
      {shown.map((source) => <Report key={source.id} source={source} incident={item.id} isOnly={item.sources.length === 1} />)}
      {shown.length < item.sources.length ? <button type="button" className="chip" onClick={() => setAll(true)}>{t('incident.showAll', { count: item.sources.length })}</button> : null}
    </section>
  )
}

/** The only one has its count at the head of the panel. */
function Report({ source, incident, isOnly }: { source: Source; incident: string; isOnly: boolean }) {
  const text = useText()
  const { t } = text
  const external = safeUrl(source.url)
  const title = source.title || t('common.untitled')
  const tolls = isOnly ? [] : [tollWords(text, source.killed, 'killed'), tollWords(text, source.injured, 'injured')].filter(Boolean)
  return (
    <figure className="report">
      <blockquote className="quote" dir="auto">{source.quote}</blockquote>
      <figcaption className="source">
        <a href={`/article/${encodeURIComponent(source.article)}#incident-${incident}`} dir="auto" aria-label={t('incident.openArticle', { title })}>{title}</a>
        <span className="source-meta">
          <bdi>{source.publisher}</bdi>{source.publisher ? ' · ' : ''}{source.published ? text.dates(source.published) : t('incident.undatedArticle')}
          {external ? <> · <a href={external} rel="noopener noreferrer nofollow" target="_blank">{t('incident.source')}<span className="visually-hidden"> {t('common.newTab')}</span></a></> : null}
        </span>
        {tolls.length ? <span className="source-toll">{tolls.join(' · ')}</span> : null}
      </figcaption>
    </figure>
  )
}
