import { useState, type ReactNode } from 'react'
import { formatView, type View } from '../../lib/view'
import { useText } from '../text'

/**
 * The address of a view's picture, made by the server.
 * @param size pixels of the map; without it that of link previews, 1200 × 630
 */
export function pictureHref(view: View, locale: string, size?: { width: number; height: number } | null, theme?: 'light' | 'dark'): string {
  return `/preview.png?${[formatView(view), `lang=${locale}`, size && `size=${Math.round(size.width)}x${Math.round(size.height)}&scale=2`, theme && `theme=${theme}`].filter(Boolean).join('&')}`
}

/** The preview picture of exactly this view with its title under it, as a messenger shows a link. */
export function Picture({ view, title, mapSize, children }: { view: View; title: string | null; mapSize: { width: number; height: number } | null; children: ReactNode }) {
  const { t, locale } = useText()
  const [failed, setFailed] = useState(false)
  return (
    <>
      <figure className="share-card">
        {failed
          ? <p className="share-failed" role="status">{t('share.previewFailed')}</p>
          // eslint-disable-next-line @next/next/no-img-element -- made for this very view, once, at its size
          : <img src={pictureHref(view, locale)} width={1200} height={630} alt={t('share.previewAlt', { title: title ?? '' })} onError={() => setFailed(true)} />}
        <figcaption dir="auto">{title ?? '\u00a0'}</figcaption>
      </figure>
      <p className="share-note">{t('share.previewNote')}</p>
      <div className="share-buttons">
        <a className="chip" href={pictureHref(view, locale, mapSize ?? { width: 1200, height: 630 })} download="dateline.png">{t('share.savePicture')}</a>
        {children}
      </div>
    </>
  )
}
