import { clusterAt, type Clustering } from '../../lib/columns/cluster'
import type { Columns } from '../../lib/columns/columns'

/** Zooms kept of the rows shown now; rows that are shown no more take theirs along. */
const kept = new WeakMap<Uint32Array, Map<number, Clustering>>()

/** `clusterAt`, once for each zoom of the same rows: markers and an open stack ask for it independently. */
export function clusteringOf(columns: Columns, rows: Uint32Array, zoom: number): Clustering {
  let zooms = kept.get(rows)
  if (!zooms) kept.set(rows, (zooms = new Map()))
  let clustering = zooms.get(zoom)
  if (!clustering) zooms.set(zoom, (clustering = clusterAt(columns, rows, zoom)))
  return clustering
}
