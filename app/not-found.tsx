/* eslint-disable @next/next/no-html-link-for-pages -- the map starts afresh */
export default function NotFound() {
  return (
    <main className="page">
      <div className="page-bar"><a href="/" className="wordmark">Dateline</a></div>
      <div className="lost">
        <h1>There is nothing at this address</h1>
        <p>The article may have been taken out, or the link was cut short on its way. Check that you have all of it, or start from the map.</p>
        <a href="/" className="primary-button">Go to the map</a>
      </div>
    </main>
  )
}
