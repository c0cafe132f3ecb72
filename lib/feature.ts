/**
 * The wire form of an incident: one RFC 7946 feature. `lib/publish` writes it, the map and other programs read it.
 * Names are flat and plain, so that a table of the layer in QGIS or a spreadsheet explains itself; what is not known is null, never left out.
 */
import * as z from 'zod/mini'
import { incidentTypes, placeLevels, statuses } from './taxonomy'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const maybe = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema)
const share = z.number().check(z.minimum(0), z.maximum(1))
const basis = maybe(z.enum(['stated', 'implied']))
const longitude = z.number().check(z.minimum(-180), z.maximum(180))
const latitude = z.number().check(z.minimum(-90), z.maximum(90))
const count = maybe(z.int().check(z.minimum(0)))

/** A count of one report. `best` is null where there is only a word for it ("dozens"), `high` where it is open ("at least 9"). */
const toll = z.object({ low: z.int().check(z.minimum(0)), best: count, high: count, qualifier: maybe(z.string()) })

const article = z.object({
  id: z.string(),
  title: maybe(z.string()),
  publisher: maybe(z.string()),
  published: maybe(day),
  url: maybe(z.string()),
})

const report = z.object({
  id: z.string(),
  type: z.enum(incidentTypes),
  status: z.enum(statuses),
  /** The sentence that tells it; `start` and `end` are UTF-16 offsets into the article's text. */
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  place: maybe(z.string()),
  date: maybe(z.string()),
  /** What this report counts; the incident's own numbers span all of its reports. */
  killed: maybe(toll),
  injured: maybe(toll),
  confidence: share,
  article,
})

const incidentProperties = z.object({
  type: z.enum(incidentTypes),
  status: z.enum(statuses),
  /** "Strike, Odesa": what a label or a list may show. */
  title: z.string(),

  place: maybe(z.string()),
  place_id: maybe(z.string()),
  level: maybe(z.enum(placeLevels)),
  /** Radius in km of a circle that about covers the place: the point alone says too much for anything wider than a town. */
  radius_km: maybe(z.number()),
  /** Key of the place's outline: `/api/areas/{area}`. */
  area: maybe(z.string()),
  /** ISO 3166-1 alpha-2. */
  country: maybe(z.string()),
  admin1: maybe(z.string()),
  place_basis: basis,
  place_confidence: maybe(share),
  /** The other places the name could have meant, where the text left a choice. */
  other_places: z.array(z.object({ name: z.string(), level: z.enum(placeLevels), lat: latitude, lon: longitude, country: maybe(z.string()), admin1: maybe(z.string()) })),
  /** Why there is no place. */
  place_unknown: maybe(z.enum(['unmentioned', 'no-candidate', 'ambiguous'])),

  /** EDTF (ISO 8601-2): "2025-12-20", "2025-12-20/2025-12-21", "2025-07". */
  date: maybe(z.string()),
  /** First and last day it may have been. */
  from: maybe(day),
  to: maybe(day),
  precision: maybe(z.enum(['day', 'range', 'month', 'year'])),
  date_basis: basis,

  /** From the lowest to the highest count of the reports; best is the latest. */
  killed_low: count,
  killed_best: count,
  killed_high: count,
  killed_qualifier: maybe(z.string()),
  injured_low: count,
  injured_best: count,
  injured_high: count,
  injured_qualifier: maybe(z.string()),

  claimed_by: maybe(z.string()),
  denied_by: maybe(z.string()),
  /** `canonical` and `country` (ISO 3166-1 alpha-2) where they are known: "Kyiv" is Ukraine, UA. */
  actors: z.array(z.object({ name: z.string(), canonical: z.optional(z.string()), country: z.optional(z.string()), role: z.enum(['by', 'against', 'with', 'unknown']) })),
  confidence: share,

  /** Sentence and article of the first of `reports`: the oldest of the incident's status ("met", where an older one has "will meet"). */
  quote: z.string(),
  article,
  report_count: z.int().check(z.minimum(1)),
  reports: z.array(report),
})

export const incidentFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  /** Null for an incident whose place is not known. */
  geometry: maybe(z.object({ type: z.literal('Point'), coordinates: z.tuple([longitude, latitude]) })),
  properties: incidentProperties,
})

/** The answer of `/api/incidents`: features, and beside them what a filter panel shows. */
export const incidentCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(incidentFeature),
  /** Incidents there are, whatever the filters. */
  stored: z.int(),
  /** How many each type has under the other filters (status, dates, box, text). */
  counts: z.record(z.enum(incidentTypes), z.int()),
  /** First and last day of what the filters other than the dates leave. */
  extent: maybe(z.object({ from: day, to: day })),
})

export type IncidentProperties = z.infer<typeof incidentProperties>
export type IncidentFeature = z.infer<typeof incidentFeature>
export type IncidentCollection = z.infer<typeof incidentCollection>
export type ReportProperties = z.infer<typeof report>
