/** GeoJSON of GET /api/incidents → the items of this page. One that lacks what a marker needs becomes unplaced; it is never dropped. */
import type { IncidentCollection, IncidentFeature, ReportProperties } from '../lib/feature'
import type { Toll } from '../lib/types'
import type { Item } from './incidents'

type Properties = IncidentFeature['properties']

function toll(p: Properties, kind: 'killed' | 'injured'): Toll | null {
  const low = p[`${kind}_low`]
  const best = p[`${kind}_best`]
  const qualifier = p[`${kind}_qualifier`]
  if (low === null && best === null && !qualifier) return null
  return { low: low ?? 0, best, high: p[`${kind}_high`], ...(qualifier ? { qualifier } : {}) }
}

function counted(count: ReportProperties['killed']): Toll | null {
  return count && { low: count.low, best: count.best, high: count.high, ...(count.qualifier ? { qualifier: count.qualifier } : {}) }
}

function readItem({ id, geometry, properties: p }: IncidentFeature): Item {
  const [lon, lat] = geometry?.coordinates ?? []
  const placed = typeof lon === 'number' && typeof lat === 'number' && Number.isFinite(lon) && Number.isFinite(lat)
  const sources = p.reports.map(({ id: report, quote, place, killed, injured, article }) => ({
    id: report, article: article.id, quote, place: place ?? undefined, title: article.title ?? undefined, publisher: article.publisher ?? undefined, published: article.published ?? undefined, url: article.url ?? undefined,
    killed: counted(killed), injured: counted(injured),
  }))
  return {
    id: String(id),
    type: p.type,
    status: p.status,
    place: placed ? { name: p.place ?? 'Unnamed place', level: p.level ?? 'area', lat, lon, radiusKm: p.radius_km ?? 5, country: p.country ?? undefined, admin1: p.admin1 ?? undefined, area: p.area ?? undefined, implied: p.place_basis === 'implied' } : null,
    when: p.date && p.from && p.to ? { edtf: p.date, from: p.from, to: p.to, implied: p.date_basis === 'implied' } : null,
    killed: toll(p, 'killed'),
    injured: toll(p, 'injured'),
    claimedBy: p.claimed_by ?? undefined,
    deniedBy: p.denied_by ?? undefined,
    actors: p.actors,
    others: p.other_places,
    sources,
  }
}

export function readItems(collection: IncidentCollection): Item[] {
  return collection.features.map(readItem)
}
