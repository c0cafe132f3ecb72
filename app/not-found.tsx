/* eslint-disable @next/next/no-html-link-for-pages -- the map starts afresh */
import { serverText } from './server-text'

export default async function NotFound() {
  const { t } = await serverText()
  return (
    <main className="page">
      <div className="page-bar"><a href="/" className="wordmark">{t('frame.name')}</a></div>
      <div className="lost">
        <h1>{t('frame.lostTitle')}</h1>
        <p>{t('frame.lostText')}</p>
        <a href="/" className="primary-button">{t('frame.goToMap')}</a>
      </div>
    </main>
  )
}
