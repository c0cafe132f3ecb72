import type { Notice } from '../lib/view'
import { Icon } from './icon'

const names: Record<string, string> = { type: 'type', status: 'status', from: 'start date', to: 'end date', q: 'search text', map: 'map position', incident: 'incident' }

/** Says which parts of a link were left out, and that the rest works. */
export function Notices({ notices, gone, onDismiss }: { notices: Notice[]; gone: boolean; onDismiss: () => void }) {
  if (!notices.length && !gone) return null
  return (
    <div className="notice" role="status">
      <div>
        {gone ? <p>This link’s incident is not on the map any more. Everything else is shown as the link says.</p> : null}
        {notices.length ? (
          <p>Part of this link was left out: {notices.map(({ name, value, reason }, i) => <span key={name}>{i ? '; ' : ''}{names[name] ?? name} “{value.length > 40 ? `${value.slice(0, 40)}…` : value}” {reason}</span>)}.</p>
        ) : null}
      </div>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}><Icon name="close" /></button>
    </div>
  )
}
