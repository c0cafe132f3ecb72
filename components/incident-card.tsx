import { safeUrl } from './safe-url'
import { levelWords, dateWords, plural, typeWords } from './words'
import { placeWords, type Item, type Source } from './incidents'
import { CopyLink } from './copy-link'
import { Icon } from './icon'
import { tollView, type TollView } from './tolls'
import { useText } from './text'
import { TypeSymbol } from './type-symbol'
import { hrefOf } from './view-href'

function SourceLine({ source, item }: { source: Source; item: Item }) {
  const external = safeUrl(source.url)
  return (
    <figure className="report">
      <blockquote className="quote" dir="auto">{source.quote}</blockquote>
      <figcaption className="source">
        <a href={`/article/${encodeURIComponent(source.article)}#incident-${item.id}`} dir="auto">{source.title || 'Untitled article'}</a>
        <span className="source-meta">
          {[source.publisher, source.published ? dateWords(source.published) : 'undated'].filter(Boolean).join(' · ')}
          {external ? <> · <a href={external} rel="noopener noreferrer nofollow" target="_blank">source<span className="visually-hidden"> (opens in a new tab)</span></a></> : null}
        </span>
      </figcaption>
    </figure>
  )
}

/** The status in words beside the type: "claimed by Ukraine’s military", "planned". */
function statusTag({ status, claimedBy, deniedBy }: Item): string | null {
  if (status === 'claimed') return claimedBy ? `claimed by ${claimedBy}` : 'claimed by one side'
  if (status === 'denied') return deniedBy ? `denied by ${deniedBy}` : 'denied'
  return status === 'planned' ? 'planned' : null
}

/** "somewhere in this country", or that the sentence itself does not name the place. */
function placeNotes({ place }: Item): string[] {
  if (!place) return ['The article does not say where']
  const wide = place.level !== 'town' && place.level !== 'site'
  return [...(wide ? [`Somewhere in ${place.level === 'area' ? 'this wider area' : `this ${levelWords[place.level]}`}`] : []), ...(place.implied ? ['Place implied by the text around'] : [])]
}

/** "9–12 killed", and under it "Wire A: at least 9 · Wire B: 12". */
function TollLine({ toll: { text, said } }: { toll: TollView }) {
  if (!said.length) return <strong>{text}</strong>
  return (
    <div className="told-apart">
      <strong>{text}</strong>
      <ul>{said.map(({ who, count }) => <li key={count}><bdi>{who}</bdi>: <b>{count}</b></li>)}</ul>
    </div>
  )
}

/** All that is known of one incident: what, where, when, toll, who says so, and the sentences behind it. */
export function IncidentCard({ item, onClose, titleId }: { item: Item; onClose: () => void; titleId: string }) {
  const text = useText()
  const killed = tollView(text, item, 'killed')
  const injured = tollView(text, item, 'injured')
  const tag = statusTag(item)
  const teller = item.claimedBy && item.status !== 'claimed' ? `According to ${item.claimedBy}` : null
  const [first, ...others] = item.sources
  return (
    <article className="card">
      <header className="card-head">
        <TypeSymbol type={item.type} status={item.status} large />
        <div className="card-title">
          <p className="kicker">
            {typeWords[item.type]}
            {tag ? <span className={`tag is-${item.status}`}>{tag}</span> : null}
          </p>
          <h2 id={titleId}>{placeWords(item)}</h2>
        </div>
        <button type="button" className="icon-button" onClick={onClose} aria-label="Close">
          <Icon name="close" />
        </button>
      </header>
      <p className="card-facts">
        <span className={item.when ? 'date' : 'date unknown'}>{dateWords(item.when?.edtf)}</span>
        {item.when?.implied ? <span>Date implied by the text</span> : null}
        {placeNotes(item).map((note) => <span key={note}>{note}</span>)}
      </p>
      {killed || injured || teller ? (
        <div className="card-toll">
          {killed ? <TollLine toll={killed} /> : null}
          {injured ? <TollLine toll={injured} /> : null}
          {teller ? <span className="claim">{teller}</span> : null}
        </div>
      ) : null}
      {first ? <SourceLine source={first} item={item} /> : null}
      {others.length ? (
        <details className="others">
          <summary>{plural(others.length, 'more report')}</summary>
          {others.map((source) => <SourceLine key={source.id} source={source} item={item} />)}
        </details>
      ) : null}
      <footer className="card-foot">
        <CopyLink quiet label="Copy link to this incident" href={() => hrefOf({ incident: item.id })} />
      </footer>
    </article>
  )
}
