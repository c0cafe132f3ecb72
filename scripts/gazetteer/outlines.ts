/** Simplified outlines of everything wider than a town that has one, packed for lib/gazetteer/outlines.ts. */
import { packOutlineTable } from '../../lib/gazetteer/outlines'
import type { Entry } from './entries'
import { areaAndCentre, ringAreaKm2, simplify, type Ring } from './geometry'

/** Square degrees of the smallest triangle kept: a thousandth part of a small region, a hair on a country. */
function toleranceFor(areaKm2: number): number {
  return Math.min(0.01, Math.max(0.00003, areaKm2 / 12_365 / 12_000))
}

/** Seas are drawn finer: a coast cut short by a sea takes the port on it into the water. */
const seaFineness = 8

function reduce({ level }: Entry, rings: Ring[]): Ring[] {
  const { areaKm2 } = areaAndCentre(rings)
  const tolerance = toleranceFor(level === 'sea' ? areaKm2 / seaFineness : areaKm2)
  const sizes = rings.map((ring) => Math.abs(ringAreaKm2(ring)))
  const largest = Math.max(...sizes)
  // Islets and ponds that would be a dot at the zoom where the whole is seen.
  return rings.filter((_, i) => sizes[i]! === largest || sizes[i]! > areaKm2 / 2000).map((ring) => simplify(ring, tolerance)).filter((ring) => ring.length > 3)
}

export function packOutlines(entries: Entry[]): { keys: Set<string>; file: Buffer } {
  const outlines = new Map<string, [number, number][][]>()
  for (const entry of entries) {
    const { rings } = entry
    if (!rings?.length) continue
    const reduced = reduce(entry, rings)
    if (reduced.length) outlines.set(entry.id, reduced.map((ring) => ring.map(([lon, lat]) => [lon, lat])))
  }
  return { keys: new Set(outlines.keys()), file: packOutlineTable(outlines) }
}
