import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { IncidentCollection, IncidentFeature } from '../../lib/feature'
import { incidentTypes, statuses } from '../../lib/taxonomy'
import type { View } from '../../lib/view'
import { useText } from '../text'
import { TypeSymbol } from '../type-symbol'
import { pictureHref } from './picture'
import { QrCode } from './qr-code'

/** As many as GET /api/incidents gives by their ids. */
const mostPrinted = 100

type Props = { url: string; title: string | null; view: View; mapSize: { width: number; height: number } | null; ids: string[] }

/** Fetches what the pages say, lays them out unseen, and prints once the picture is there. */
export function PrintView(props: Props) {
  const { t } = useText()
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const [features, setFeatures] = useState<IncidentFeature[] | null>(null)

  async function prepare() {
    if (features) return window.print()
    setState('working')
    try {
      const ids = props.ids.slice(0, mostPrinted)
      const answer = ids.length ? await fetch(`/api/incidents?ids=${ids.join()}`) : null
      if (answer && !answer.ok) throw new Error(String(answer.status))
      const byId = new Map(((await answer?.json()) as IncidentCollection | undefined)?.features.map((feature) => [feature.id, feature]))
      setFeatures(ids.flatMap((id) => byId.get(id) ?? []))
    } catch {
      setState('failed')
    }
  }

  const ready = () => {
    setState('idle')
    window.print()
  }
  return (
    <>
      <button type="button" className="chip" aria-busy={state === 'working'} onClick={() => void prepare()}>{t('share.print')}</button>
      <span className="share-note" role="status">{state === 'working' ? t('share.printWorking') : state === 'failed' ? t('share.printFailed') : ''}</span>
      {features ? createPortal(<PrintSheet {...props} features={features} onReady={ready} />, document.body) : null}
    </>
  )
}

function PrintSheet({ url, title, view, mapSize, ids, features, onReady }: Props & { features: IncidentFeature[]; onReady(): void }) {
  const text = useText()
  const { t, locale } = text
  const [picture, setPicture] = useState<'loading' | 'there' | 'missing'>('loading')
  const done = useRef(false)
  useEffect(function printOnce() {
    if (picture === 'loading' || done.current) return
    done.current = true
    onReady()
  }, [picture, onReady])
  const shownTypes = incidentTypes.filter((type) => features.some(({ properties }) => properties.type === type))
  const shownStatuses = statuses.filter((status) => features.some(({ properties }) => properties.status === status))
  return (
    <div className="print-sheet">
      <h1 dir="auto">{title ?? 'Dateline'}</h1>
      {picture === 'missing' ? null : (
        // eslint-disable-next-line @next/next/no-img-element -- for this print alone
        <img src={pictureHref(view, locale, mapSize, 'light')} alt="" onLoad={() => setPicture('there')} onError={() => setPicture('missing')} />
      )}
      <ul className="print-legend">
        {shownTypes.map((type) => <li key={type}><TypeSymbol type={type} /> {t(`common.${type}`)}</li>)}
        {shownStatuses.filter((status) => status !== 'happened').map((status) => <li key={status} className="print-status"><TypeSymbol type="meeting" status={status} /> {t(`common.${status}`)}</li>)}
      </ul>
      <div className="print-link"><QrCode url={url} /><p><span dir="ltr">{url}</span><br />{t('share.printSource')}</p></div>
      <h2>{features.length < ids.length ? t('share.printFirst', { shown: text.number(features.length), total: text.number(ids.length) }) : t('share.printList', { count: features.length })}</h2>
      <ol>
        {features.map(({ id, properties: { type, status, place, date, quote, article } }) => (
          <li key={id}>
            <TypeSymbol type={type} status={status} />
            <div>
              <h3>{t(`common.${type}`)}: <bdi>{place ?? t('common.unplaced')}</bdi></h3>
              <p className="print-date">{[text.dates(date), ...(status === 'happened' ? [] : [t(`common.${status}`)])].join(' · ')}</p>
              <blockquote dir="auto">{quote}</blockquote>
              <p className="print-date"><bdi>{article.title ?? t('common.untitled')}</bdi>{article.publisher ? <>, <bdi>{article.publisher}</bdi></> : null}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
