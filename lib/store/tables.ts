/** The tables as kysely sees them. Days are ISO `YYYY-MM-DD` text, which sorts as time; `json` columns hold the whole value. */
import type { Generated } from 'kysely'
import type { When } from '../types'

type Articles = {
  id: string
  title: string | null
  text: string
  publisher: string | null
  url: string | null
  published: string | null
  published_basis: string | null
  language: string
  /** When it came in, ISO UTC. Bookkeeping only: no date is ever counted from it. */
  added: string
}

/** One article's account of one incident; `json` is the `Report`. */
type Reports = {
  id: string
  article: string
  incident: string
  type: string
  status: string
  json: string
  /** What other reports are found by that may tell of the same incident; null where it is not known. */
  from_day: string | null
  to_day: string | null
  lat: number | null
  radius_km: number | null
}

/** Two reports that a person took apart, `a` before `b`; kept when an article is read again and its reports are replaced. */
type Apart = { a: string; b: string; decided: string }

/** The merged view of the reports that belong together; `json` is the `Incident`. */
type Incidents = {
  /** Row number, for the text and box indexes. */
  n: Generated<number>
  id: string
  type: string
  family: string
  status: string
  /** Null for an incident whose place is not known. */
  lat: number | null
  lon: number | null
  radius_km: number | null
  level: string | null
  place_id: string | null
  place: string | null
  country: string | null
  admin1: string | null
  /** Key of the place's outline, where it has one. */
  area: string | null
  /** 1 where the place, or the date, is implied and not stated. */
  place_implied: Generated<number>
  date_implied: Generated<number>
  edtf: string | null
  from_day: string | null
  to_day: string | null
  precision: When['precision'] | null
  /** The best count of the killed, else the lowest; null where none is told. */
  killed: number | null
  /** How many reports tell it. */
  reports: Generated<number>
  confidence: number
  json: string
}

/** `revision` counts the writes, so that a reader knows at once whether anything changed; `store` tells two databases apart. */
type Meta = { name: 'revision' | 'store'; value: string }
type Migrations = { number: number; name: string }

export type Tables = {
  articles: Articles
  reports: Reports
  incidents: Incidents
  apart: Apart
  meta: Meta
  migrations: Migrations
}
