import { levelWords, dateWords, plural, safeUrl, statusWords, tollWords, typeWords } from './words'
import { placeWords, type Item, type Source } from './incidents'
import { CopyLink } from './copy-link'
import { Icon } from './icon'
import { TypeSymbol } from './type-symbol'
import { hrefOf } from './view-href'

function SourceLine({ source, item }: { source: Source; item: Item }) {
  const external = safeUrl(source.url)
  return (
    <figure className="report">
      <blockquote className="quote">{source.quote}</blockquote>
      <figcaption className="source">
        <a href={`/article/${encodeURIComponent(source.article)}#incident-${item.id}`}>{source.title || 'Untitled article'}</a>
        <span className="source-meta">
          {[source.publisher, source.published ? dateWords(source.published) : 'undated'].filter(Boolean).join(' · ')}
          {external ? <> · <a href={external} rel="noopener noreferrer nofollow" target="_blank">source<span className="visually-hidden"> (opens in a new tab)</span></a></> : null}
        </span>
      </figcaption>
    </figure>
  )
}

function claimWords(item: Item): string | null {
  if (item.status === 'denied') return item.deniedBy ? `Denied by ${item.deniedBy}` : 'Denied'
  if (item.claimedBy) return item.status === 'claimed' ? `Claimed by ${item.claimedBy}` : `According to ${item.claimedBy}`
  return null
}

/** All that is known of one incident: what, where, when, toll, who says so, and the sentences behind it. */
export function IncidentCard({ item, onClose, titleId }: { item: Item; onClose: () => void; titleId: string }) {
  const killed = tollWords(item.killed, 'killed')
  const injured = tollWords(item.injured, 'injured')
  const claim = claimWords(item)
  const [first, ...others] = item.sources
  return (
    <article className="card">
      <header className="card-head">
        <TypeSymbol type={item.type} status={item.status} large />
        <div className="card-title">
          <p className="kicker">
            {typeWords[item.type]}
            {item.status !== 'happened' ? <span className={`tag is-${item.status}`}>{statusWords[item.status].name}</span> : null}
          </p>
          <h2 id={titleId}>{placeWords(item)}</h2>
        </div>
        <button type="button" className="icon-button" onClick={onClose} aria-label="Close">
          <Icon name="close" />
        </button>
      </header>
      <p className="card-facts">
        <span className={item.when ? 'date' : 'date unknown'}>{dateWords(item.when?.edtf)}</span>
        {item.place && item.place.level !== 'town' && item.place.level !== 'site' ? <span>Somewhere in this {levelWords[item.place.level]}</span> : null}
        {!item.place ? <span>The article does not say where</span> : null}
      </p>
      {killed || injured || claim ? (
        <p className="card-toll">
          {killed ? <strong>{killed}</strong> : null}
          {injured ? <strong>{injured}</strong> : null}
          {claim ? <span className="claim">{claim}</span> : null}
        </p>
      ) : null}
      {first ? <SourceLine source={first} item={item} /> : null}
      {others.length ? (
        <details className="others">
          <summary>{plural(others.length, 'more report')}</summary>
          {others.map((source, i) => <SourceLine key={i} source={source} item={item} />)}
        </details>
      ) : null}
      <footer className="card-foot">
        <CopyLink quiet label="Copy link to this incident" href={() => hrefOf({ incident: item.id })} />
      </footer>
    </article>
  )
}
