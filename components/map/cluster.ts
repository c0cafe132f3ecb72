/** Which markers to draw: incidents near each other at a zoom stand as one, with a count per type. */
import Supercluster from 'supercluster'
import { incidentTypes, type IncidentType } from '../../lib/taxonomy'
import type { PlacedItem } from '../incidents'

type Counts = Partial<Record<IncidentType, number>>
type LeafProperties = { index: number }
type ClusterProperties = { counts: Counts }

export type Spot =
  | { kind: 'one'; key: string; lat: number; lon: number; item: PlacedItem }
  | { kind: 'many'; key: string; lat: number; lon: number; total: number; counts: [IncidentType, number][]; ids: string[]; spread: boolean; expandsAt: number }

/** Marker pixels closer than this stand as one. */
const radius = 58
const leavesListed = 200

export class Clusters {
  private readonly index: Supercluster<LeafProperties, ClusterProperties>
  private readonly items: PlacedItem[]
  private readonly maxZoom: number

  constructor(items: PlacedItem[], maxZoom: number) {
    this.items = items
    this.maxZoom = maxZoom
    this.index = new Supercluster<LeafProperties, ClusterProperties>({
      // Leaflet's tiles are 256 pixels wide; the last zoom still clusters, for what shares its coordinates.
      extent: 256, radius, maxZoom, minPoints: 2,
      map: ({ index }) => ({ counts: { [items[index]!.type]: 1 } }),
      reduce(sum, { counts }) {
        const merged = { ...sum.counts }
        for (const [type, n] of Object.entries(counts) as [IncidentType, number][]) merged[type] = (merged[type] ?? 0) + n
        sum.counts = merged
      },
    })
    this.index.load(items.map(({ place }, index) => ({ type: 'Feature', properties: { index }, geometry: { type: 'Point', coordinates: [place.lon, place.lat] } })))
  }

  at(bounds: [west: number, south: number, east: number, north: number], zoom: number): Spot[] {
    const z = Math.min(Math.max(0, Math.round(zoom)), this.maxZoom)
    return this.index.getClusters(bounds, z).map((feature) => {
      const [lon = 0, lat = 0] = feature.geometry.coordinates
      if (!('cluster' in feature.properties)) {
        const item = this.items[(feature.properties as LeafProperties).index]!
        return { kind: 'one', key: item.id, lat: item.place.lat, lon: item.place.lon, item }
      }
      const { cluster_id: id, point_count: total, counts } = feature.properties
      const leaves = this.index.getLeaves(id, leavesListed).map((leaf) => this.items[leaf.properties.index]!)
      const first = leaves[0]!
      return {
        kind: 'many',
        // The same members at another zoom are the same marker: the keyboard stays where it is.
        key: `${first.id}+${total}`,
        lat, lon, total,
        counts: incidentTypes.flatMap((type) => (counts[type] ? [[type, counts[type]] as [IncidentType, number]] : [])),
        ids: leaves.map((item) => item.id),
        spread: leaves.some(({ place }) => place.lat !== first.place.lat || place.lon !== first.place.lon),
        expandsAt: this.index.getClusterExpansionZoom(id),
      }
    })
  }
}
