'use client'
/* eslint-disable @next/next/no-html-link-for-pages -- a full load leaves the broken state behind */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="page">
      <div className="page-bar"><a href="/" className="wordmark">Dateline</a></div>
      <div className="lost">
        <h1>This page broke</h1>
        <p>It is not your doing. Try again; if it breaks once more, start from the map without filters. The server’s log says what happened.</p>
        <button type="button" className="primary-button" onClick={reset}>Try again</button>
        <a href="/">Go to the map</a>
      </div>
    </main>
  )
}
