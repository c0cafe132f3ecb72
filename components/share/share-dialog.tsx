'use client'
/** Everything there is to send a view with: link, QR code, the picture others see, print, embed code, data. */
import { useEffect, useId, useRef, useState } from 'react'
import { formatView, type View } from '../../lib/view'
import { Icon } from '../icon'
import { useText } from '../text'
import { hrefOf } from '../view-href'
import { CopyField } from './copy-field'
import { EmbedCode } from './embed-code'
import { Picture } from './picture'
import { PrintView } from './print-view'
import { QrCode } from './qr-code'

export type ShareProps = {
  /** With the map's position, so that whoever gets it sees the same. */
  view: View
  /** Pixels of the map on the screen. */
  mapSize: { width: number; height: number } | null
  /** The incidents in view, in the order of the list: what a print lists. */
  ids: string[]
  onClose(): void
}

export function ShareDialog({ view, mapSize, ids, onClose }: ShareProps) {
  const { t } = useText()
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const url = new URL(hrefOf(view), window.location.origin).href
  const title = useTitle(url)

  useEffect(function open() {
    const dialog = box.current!
    dialog.showModal()
    // Escape closes this and not the incident under it as well.
    const keep = (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.stopPropagation()
    }
    dialog.addEventListener('keydown', keep)
    return () => {
      dialog.removeEventListener('keydown', keep)
      dialog.close()
    }
  }, [])

  const { map, sort, incident, panel, stack, ...filters } = view
  void [map, sort, incident, panel, stack]
  const query = formatView(filters)
  return (
    <dialog ref={box} className="share" aria-labelledby={titleId} onClose={onClose} onClick={(event) => { if (event.target === event.currentTarget) box.current?.close() }}>
      <div className="share-sheet">
        <div className="share-head">
          <h2 id={titleId}>{t('share.title')}</h2>
          <button type="button" className="icon-button" onClick={() => box.current?.close()} aria-label={t('common.close')}><Icon name="close" /></button>
        </div>
        <div className="share-body">
          <section className="share-link" aria-label={t('share.link')}>
            <div className="share-link-text">
              <CopyField label={t('share.link')} value={url} button={t('share.copy')} note={t('share.linkNote')}>
                {typeof navigator.share === 'function' ? <button type="button" className="chip" onClick={() => void send(title ?? document.title, url)}><Icon name="share" /> {t('share.send')}</button> : null}
              </CopyField>
            </div>
            <QrCode url={url} />
          </section>
          <section className="share-picture" aria-labelledby={`${titleId}-picture`}>
            <h3 id={`${titleId}-picture`}>{t('share.preview')}</h3>
            <Picture view={view} title={title} mapSize={mapSize}><PrintView url={url} title={title} view={view} mapSize={mapSize} ids={ids} /></Picture>
          </section>
          <section className="share-embed" aria-labelledby={`${titleId}-embed`}>
            <h3 id={`${titleId}-embed`}>{t('share.embed')}</h3>
            <EmbedCode view={view} title={title ?? 'Dateline'} />
          </section>
          <section className="share-data" aria-labelledby={`${titleId}-data`}>
            <h3 id={`${titleId}-data`}>{t('share.data')}</h3>
            <a className="chip" href={`/api/incidents${query ? `?${query}` : ''}`} download="dateline.geojson">{t('share.geojson')}</a>
            <p className="share-note">{t('share.geojsonNote')}</p>
          </section>
        </div>
      </div>
    </dialog>
  )
}

async function send(title: string, url: string) {
  // Closing the system's sheet without sending is no failure.
  await navigator.share({ title, url }).catch(() => undefined)
}

/** The view in words, as whoever gets the link reads it; null until it is there. */
function useTitle(url: string): string | null {
  const { locale } = useText()
  const [title, setTitle] = useState<string | null>(null)
  useEffect(function askForWords() {
    const stop = new AbortController()
    const link = new URL(url)
    link.searchParams.set('lang', locale)
    fetch(`/api/oembed?url=${encodeURIComponent(link.href)}`, { signal: stop.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ title: string }>) : null))
      .then((answer) => setTitle(answer?.title ?? null), () => undefined)
    return () => stop.abort()
  }, [url, locale])
  return title
}
