/** What was made of each mention, in words: the decision, how sure, and the runner-up. */
import type { Mention, Place, Reading, Resolved, Toll, When } from '../../lib/types'

const RUNNERS_UP = 3

export function decision(mention: Mention, { places, times }: Reading): string {
  switch (mention.kind) {
    case 'place': {
      const resolved = places.get(mention)
      const role = mention.role === 'location' ? '' : ` (${mention.role})`
      return resolved ? resolvedText(resolved, placeText) + role : `not looked up${role}`
    }
    case 'time': {
      const resolved = times.get(mention)
      return `${mention.bound ? `${mention.bound} ` : ''}${resolved ? resolvedText(resolved, ({ edtf }: When) => edtf) : mention.expression.form}`
    }
    case 'event': {
      const lost = [...new Set(mention.rejected?.map(({ type, why }) => `${type}: ${why}`))].slice(0, RUNNERS_UP).join('; ')
      return `${mention.type} ${mention.modality} ${percent(mention.strength)}${lost ? `   before ${lost}` : ''}`
    }
    case 'actor': return `${mention.name} (${mention.role})`
    case 'toll': return `${mention.toll} ${tollText(mention.count)}`
    case 'claim': return `${mention.by} ${mention.stance}`
  }
}

function resolvedText<T>(resolved: Resolved<T>, name: (value: T) => string): string {
  if (!resolved.known) return `unknown: ${resolved.reason}`
  const others = resolved.others.slice(0, RUNNERS_UP).map(name)
  return `${name(resolved.value)} ${percent(resolved.confidence)} ${resolved.basis}${others.length > 0 ? `   before ${others.join(', ')}` : ''}`
}

export const placeText = ({ name, admin1, country, level, at, id }: Place) =>
  `${[name, admin1, country].filter(Boolean).join(', ')} [${level} ${at.lat.toFixed(2)},${at.lon.toFixed(2)} ${id}]`

export const tollText = ({ best, low, high, qualifier }: Toll) =>
  best === null ? `${qualifier ?? `${low}–${high ?? '?'}`} (no number)` : `${qualifier ? `${qualifier} ` : ''}${best}`

export const percent = (value: number) => `${Math.round(value * 100)}%`
