import { families, incidentTypes, type IncidentType } from '../taxonomy'

/** The GeoJSON layers there are: one per incident type. */
export function toLayers(counts: Record<IncidentType, number>) {
  return { layers: incidentTypes.map((type) => ({ id: type, family: families[type], count: counts[type], href: `/api/incidents?layer=${type}` })) }
}
