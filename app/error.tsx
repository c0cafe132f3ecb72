'use client'
/* eslint-disable @next/next/no-html-link-for-pages -- a full load leaves the broken state behind */
import { useText } from '../components/text'

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const { t } = useText()
  return (
    <main className="page">
      <div className="page-bar"><a href="/" className="wordmark">{t('frame.name')}</a></div>
      <div className="lost">
        <h1>{t('frame.brokeTitle')}</h1>
        <p>{t('frame.brokeText')}</p>
        <button type="button" className="primary-button" onClick={reset}>{t('frame.retry')}</button>
        <a href="/">{t('frame.goToMap')}</a>
      </div>
    </main>
  )
}
