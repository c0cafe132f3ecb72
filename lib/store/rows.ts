/** Incidents and reports → the columns they are stored in. */
import { countryName } from '../countries'
import { searchable } from '../search'
import { families } from '../taxonomy'
import type { ArticleRef, Incident, Report } from '../types'

export function reportRow({ source, ...report }: Report & { source: ArticleRef }, incident: string) {
  const { where, when } = report
  return {
    id: report.id,
    article: source.id,
    incident,
    type: report.type,
    status: report.status,
    json: JSON.stringify(report),
    from_day: when.known ? when.value.from : null,
    to_day: when.known ? when.value.to : null,
    lat: where.known ? where.value.at.lat : null,
    radius_km: where.known ? where.value.radiusKm : null,
  }
}

export function incidentRow(incident: Incident) {
  const place = incident.where.known ? incident.where.value : undefined
  const when = incident.when.known ? incident.when.value : undefined
  return {
    id: incident.id,
    type: incident.type,
    family: families[incident.type],
    status: incident.status,
    lat: place?.at.lat ?? null,
    lon: place?.at.lon ?? null,
    radius_km: place?.radiusKm ?? null,
    level: place?.level ?? null,
    place_id: place?.id ?? null,
    place: place?.name ?? null,
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
    area: place?.outline ?? null,
    place_implied: incident.where.known && incident.where.basis === 'implied' ? 1 : 0,
    date_implied: incident.when.known && incident.when.basis === 'implied' ? 1 : 0,
    edtf: when?.edtf ?? null,
    from_day: when?.from ?? null,
    to_day: when?.to ?? null,
    precision: when?.precision ?? null,
    killed: incident.killed ? (incident.killed.best ?? incident.killed.low) : null,
    reports: incident.reports.length,
    confidence: incident.confidence,
    json: JSON.stringify(incident),
  }
}

/** What a search looks in: what the map shows of an incident, so that one sees why it was found. */
export function searchWords({ where, reports, actors, claimedBy, deniedBy }: Incident): string {
  const places = where.known ? [where.value.name, where.value.admin1, countryName(where.value.country)] : []
  const told = reports.flatMap((report) => [report.evidence.quote, report.source.title, report.where.known ? report.where.value.name : undefined])
  return searchable(...places, ...told, ...actors.flatMap(({ name, canonical, country }) => [name, canonical, countryName(country)]), claimedBy, deniedBy)
}
