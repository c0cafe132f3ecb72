'use client'
import type { Columns } from '../../lib/columns/columns'
import { CopyLink } from '../copy-link'
import { useDetails } from '../details'
import { Icon } from '../icon'
import { useText } from '../text'
import { tollView } from '../tolls'
import { hrefOf } from '../view-href'
import { IncidentHead } from './head'
import { IncidentMissing } from './missing'

type Props = { columns: Columns; row: number; titleId: string; /** Opens the panel, where there is one. */ onPanel?: (() => void) | undefined; onClose(): void }

/** The popup on the map: what, where, when, how many, and the first sentence that tells it. */
export function IncidentPopup({ columns, row, titleId, onPanel, onClose }: Props) {
  const text = useText()
  const { t } = text
  const id = columns.ids[row]!
  const details = useDetails([id], columns.revision)
  const item = details.items.get(id)
  const tolls = item ? [tollView(text, item, 'killed'), tollView(text, item, 'injured')].filter((toll) => toll !== null) : []
  const [first] = item?.sources ?? []
  const told = [first?.published ? text.dates(first.published) : t('incident.undatedArticle'), item && item.sources.length > 1 ? t('common.reports', { count: item.sources.length }) : null]
  return (
    <article className="card incident-brief">
      <IncidentHead columns={columns} row={row} item={item} titleId={titleId} onClose={onClose} />
      {tolls.length ? <p className="card-toll">{tolls.map((toll) => <strong key={toll.text}>{toll.text}</strong>)}</p> : null}
      {first ? (
        <figure className="report">
          <blockquote className="quote is-brief" dir="auto">{first.quote}</blockquote>
          <figcaption className="source-meta"><bdi>{first.publisher ?? first.title ?? t('common.untitled')}</bdi>{` · ${told.filter(Boolean).join(' · ')}`}</figcaption>
        </figure>
      ) : <IncidentMissing item={item} details={details} />}
      <footer className="card-foot">
        {onPanel ? <button type="button" className="quiet-button" onClick={onPanel}>{t('incident.all')} <Icon name="arrow" /></button> : null}
        <CopyLink quiet label={t('incident.copyLink')} href={() => hrefOf({ incident: id })} />
      </footer>
    </article>
  )
}
