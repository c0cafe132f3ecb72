/** Incidents as RFC 7946 GeoJSON: the one place that writes `[lon, lat]`. */
import type { IncidentCollection, IncidentFeature, ReportProperties } from '../feature'
import type { IncidentType } from '../taxonomy'
import type { ArticleRef, Incident, LonLat, Place, Toll } from '../types'

export function toFeature(incident: Incident): IncidentFeature {
  const { where, when, reports } = incident
  const place = where.known ? where.value : undefined
  const date = when.known ? when.value : undefined
  const first = reports[0]!
  return {
    type: 'Feature',
    id: incident.id,
    geometry: place ? { type: 'Point', coordinates: position(place.at) } : null,
    properties: {
      type: incident.type,
      status: incident.status,
      title: place ? `${capitalised(incident.type)}, ${place.name}` : capitalised(incident.type),
      place: place?.name ?? null,
      place_id: place?.id ?? null,
      level: place?.level ?? null,
      radius_km: place ? Number(place.radiusKm.toPrecision(3)) : null,
      area: place?.outline ?? null,
      country: place?.country ?? null,
      admin1: place?.admin1 ?? null,
      place_basis: where.known ? where.basis : null,
      place_confidence: where.known ? percent(where.confidence) : null,
      other_places: where.known ? where.others.map(toCandidate) : [],
      place_unknown: where.known ? null : where.reason,
      date: date?.edtf ?? null,
      from: date?.from ?? null,
      to: date?.to ?? null,
      precision: date?.precision ?? null,
      date_basis: when.known ? when.basis : null,
      ...toll('killed', incident.killed),
      ...toll('injured', incident.injured),
      claimed_by: incident.claimedBy ?? null,
      denied_by: incident.deniedBy ?? null,
      actors: incident.actors.map(({ name, canonical, country, role }) => ({ name, ...(canonical && { canonical }), ...(country && { country }), role })),
      confidence: percent(incident.confidence),
      quote: first.evidence.quote,
      article: toSource(first.source),
      report_count: reports.length,
      reports: reports.map(toReport),
    },
  }
}

/**
 * A FeatureCollection as text, feature by feature, with what a filter panel needs as foreign members (RFC 7946 § 6.1).
 * Text and not an object: tens of thousands of features need not stand in memory twice.
 */
export function toFeatureCollection(incidents: Iterable<Incident>, about: Omit<IncidentCollection, 'type' | 'features'>): string {
  const features: string[] = []
  for (const incident of incidents) features.push(JSON.stringify(toFeature(incident)))
  const members = JSON.stringify({ type: 'FeatureCollection', ...about }).slice(0, -1)
  return `${members},"features":[${features.join(',')}]}`
}

/** Five decimals are about a metre: more would claim what no article says. */
function position({ lon, lat }: LonLat): [number, number] {
  return [round(lon, 5), round(lat, 5)]
}

function toCandidate({ name, level, at, country, admin1 }: Place): IncidentFeature['properties']['other_places'][number] {
  const [lon, lat] = position(at)
  return { name, level, lat, lon, country: country ?? null, admin1: admin1 ?? null }
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0
const percent = (value: number) => round(Math.min(1, Math.max(0, value)), 2)
const capitalised = (type: IncidentType) => type[0]!.toUpperCase() + type.slice(1)

function toll<K extends 'killed' | 'injured'>(kind: K, value: Toll | undefined) {
  return {
    [`${kind}_low`]: value?.low ?? null,
    [`${kind}_best`]: value?.best ?? null,
    [`${kind}_high`]: value?.high ?? null,
    [`${kind}_qualifier`]: value?.qualifier ?? null,
  } as Record<`${K}_low` | `${K}_best` | `${K}_high`, number | null> & Record<`${K}_qualifier`, string | null>
}

function toReport({ id, type, status, evidence, where, when, killed, injured, confidence, source }: Incident['reports'][number]): ReportProperties {
  return {
    id,
    type,
    status,
    quote: evidence.quote,
    start: evidence.start,
    end: evidence.end,
    place: where.known ? where.value.name : null,
    date: when.known ? when.value.edtf : null,
    killed: killed ? count(killed) : null,
    injured: injured ? count(injured) : null,
    confidence: percent(confidence),
    article: toSource(source),
  }
}

const count = ({ low, best, high, qualifier }: Toll): NonNullable<ReportProperties['killed']> => ({ low, best, high, qualifier: qualifier ?? null })

function toSource({ id, title, publisher, published, url }: ArticleRef): ReportProperties['article'] {
  return { id, title: title ?? null, publisher: publisher ?? null, published: published ?? null, url: url ?? null }
}
