import { families, incidentTypes } from '../lib/taxonomy'

/** Families in the order of the taxonomy, each with its types. */
export const typeGroups = [...new Set(incidentTypes.map((type) => families[type]))].map((family) => ({
  family,
  types: incidentTypes.filter((type) => families[type] === family),
}))
