/** What hierarchy.txt adds: the division of a place whose row has no code, and how wide an area is by what lies in it. */
import type { Entry } from '../entries'
import type { Division } from '../geonames'
import { spread } from '../regions'
import type { Named } from './features'

/** Section, town, municipality, county, state: no chain up to a first-order division is longer; a ring of parents ends here too. */
const longestChain = 8

const numberOf = ({ id }: Entry) => Number(id.slice(id.indexOf(':') + 1))

export function addRegions(entries: Iterable<Entry>, parents: ReadonlyMap<number, number>, admin1: Division[]): void {
  const codes = new Map(admin1.map(({ id, code }) => [Number(id), code]))
  for (const entry of entries) {
    if (entry.region || !entry.country) continue
    let id: number | undefined = numberOf(entry)
    for (let step = 0; step < longestChain && id !== undefined && !entry.region; step++) {
      id = parents.get(id)
      const code = id === undefined ? undefined : codes.get(id)
      if (code?.startsWith(`${entry.country}.`)) entry.region = code
    }
  }
}

/** An area of three known parts or more is as wide as they lie apart, if that is wider than usual of its kind. */
export function widenAreas(areas: Entry[], parents: ReadonlyMap<number, number>, byId: ReadonlyMap<number, Named>): void {
  const parts = new Map(areas.filter(({ level }) => level === 'area').map((area) => [numberOf(area), [] as { at: Entry['at'] }[]]))
  for (const [child, parent] of parents) {
    const at = parts.has(parent) ? byId.get(child)?.at : undefined
    if (at) parts.get(parent)!.push({ at })
  }
  for (const area of areas) {
    const inside = parts.get(numberOf(area))
    if (inside && inside.length > 2) area.radiusKm = Math.max(area.radiusKm, spread(inside).radiusKm)
  }
}
