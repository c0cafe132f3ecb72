import type { IncidentType, Status } from '../lib/taxonomy'
import { symbolSvg } from '../lib/symbols'

/** The map's own symbol in a line of text. Its markup is made of constants only (see lib/symbols.ts). */
export function TypeSymbol({ type, status = 'happened', large = false }: { type: IncidentType; status?: Status; large?: boolean }) {
  return <span className={large ? 'type-symbol large' : 'type-symbol'} aria-hidden="true" dangerouslySetInnerHTML={{ __html: symbolSvg(type, status) }} />
}
