import { useState, type ReactNode } from 'react'
import type { Theme } from '../../lib/colours'
import { formatView, type View } from '../../lib/view'
import { useText } from '../text'

/** What GET /preview.png draws at most. */
const most = { side: 2400, pixels: 16e6 }

/**
 * The address of a view's picture, made by the server.
 * @param size pixels of the map, drawn twice as sharp where that is not too much; without it the picture of link previews, 1200 × 630
 */
export function pictureHref(view: View, locale: string, size?: { width: number; height: number } | null, theme?: Theme): string {
  const said = [formatView(view), `lang=${locale}`]
  if (size) {
    const width = Math.min(most.side, Math.round(size.width))
    const height = Math.min(most.side, Math.round(size.height))
    said.push(`size=${width}x${height}&scale=${width * height * 4 > most.pixels ? 1 : 2}`)
  }
  if (theme) said.push(`theme=${theme}`)
  return `/preview.png?${said.filter(Boolean).join('&')}`
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
