/** The twelve incident types and their families; definitions and mappings to PLOVER, CAMEO and ACLED stand in docs/taxonomy.md. */
export const incidentTypes = [
  'meeting', 'statement', 'agreement',
  'strike', 'attack', 'clash',
  'protest',
  'detention', 'sanction',
  'movement', 'humanitarian',
  'disaster',
] as const
export type IncidentType = (typeof incidentTypes)[number]

export const statuses = ['happened', 'claimed', 'planned', 'denied'] as const
export type Status = (typeof statuses)[number]

/** How narrow a place is, from a building to a continent or an informal region ("area"). */
export const placeLevels = ['site', 'town', 'district', 'region', 'country', 'sea', 'area'] as const
export type PlaceLevel = (typeof placeLevels)[number]

export const families: Record<IncidentType, 'diplomacy' | 'violence' | 'protest' | 'coercion' | 'mobility' | 'disaster'> = {
  meeting: 'diplomacy', statement: 'diplomacy', agreement: 'diplomacy',
  strike: 'violence', attack: 'violence', clash: 'violence',
  protest: 'protest',
  detention: 'coercion', sanction: 'coercion',
  movement: 'mobility', humanitarian: 'mobility',
  disaster: 'disaster',
}
