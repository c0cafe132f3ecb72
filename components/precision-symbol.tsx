import type { PlacePrecision } from '../lib/columns/columns'
import { precisionSvg } from '../lib/symbols'

/** How a place of this precision looks on the map, in a line of text. Its markup is made of constants only. */
export function PrecisionSymbol({ precision }: { precision: PlacePrecision }) {
  return <span className="type-symbol" aria-hidden="true" dangerouslySetInnerHTML={{ __html: precisionSvg(precision) }} />
}
