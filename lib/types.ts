/**
 * The types every room shares. A value keeps what it came from (`Evidence`), how sure it is
 * (`confidence`, 0–1) and whether the text states it or implies it (`basis`).
 * Offsets are UTF-16 units into `Article.text`, `end` exclusive. Coordinates are WGS 84 degrees,
 * `lat` and `lon` by name; only `lib/publish` writes `[lon, lat]` arrays.
 */
import type { IncidentType, PlaceLevel, Status } from './taxonomy'

export type Span = { start: number; end: number }
export type LonLat = { lon: number; lat: number }

/** A quoted stretch of one article: `quote === article.text.slice(start, end)`. */
export type Evidence = Span & { article: string; quote: string }

// ── read ────────────────────────────────────────────────────────────────────

/** A word, a number or one punctuation mark; `sentence` is its index in `Article.sentences`. */
export type Token = Span & { text: string; lower: string; kind: 'word' | 'number' | 'punctuation'; sentence: number }

/** "MIAMI, Dec. 21, 2025 (Wire) –": where and when an article says it was filed. */
export type Dateline = Span & { place?: Span & { text: string }; date?: CalendarDate; agency?: string }

/** A day, month or year of the proleptic Gregorian calendar, as far as the text gives it. */
export type CalendarDate = { year?: number; month?: number; day?: number }

export type Article = {
  /** Derived from title and text: the same article has the same id, whatever file it came from. */
  id: string
  text: string
  title?: string
  publisher?: string
  url?: string
  /** ISO day (YYYY-MM-DD) that relative dates are counted from; absent when nothing gives it — never the clock. */
  published?: string
  publishedBasis?: 'given' | 'front-matter' | 'dateline'
  dateline?: Dateline
  language: 'en' | 'other'
  paragraphs: Span[]
  sentences: Span[]
  tokens: Token[]
}

// ── recognise ───────────────────────────────────────────────────────────────

/** `rule` names the rule or model that made the mention, for `explain`. */
type MentionBase = Span & { text: string; sentence: number; rule: string }

/**
 * What a place name does in its sentence. Only `location` may become an incident's place;
 * `metonym` is a government, team or organisation ("Kyiv urged"), `demonym` is "Russian",
 * `part` is inside another name ("Paris Hilton", "Bank of England"), `dateline` is the filing line.
 */
export type PlaceRole = 'location' | 'metonym' | 'demonym' | 'part' | 'dateline'

export type PlaceMention = MentionBase & {
  kind: 'place'
  /** The name to look up: the text without article and possessive, abbreviations opened. */
  name: string
  role: PlaceRole
  /** `false` for a name standing for a government, people, team or organisation. */
  literal: boolean
  /** 0–1, how likely these words name a place, or a name with a place in it, at all. */
  chance: number
  /** "Texas" in "Odessa, Texas": names that contain this place, narrowest first. */
  qualifiers?: string[]
  /** What a neighbouring word says the place is: "the town of X", "X province", "X Sea". */
  levelHint?: PlaceLevel
}

/**
 * When something is, as the words give it, before a reference date is applied.
 * `bound` marks an edge and not the day itself: "since Friday", "until March", "before the end of the year".
 */
export type TimeMention = MentionBase & {
  kind: 'time'
  expression: TimeExpression
  bound?: 'since' | 'until' | 'before'
  /** "on Friday, two days after the raid": tells only when the raid was; events outside this stretch have another time. */
  covers?: Span
}

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** "early", "at the end of", "in the first week of" a month or year. */
export type DatePart = 'early' | 'mid' | 'late' | 'first half' | 'second half' | 'first week' | 'last week'

export type TimeExpression =
  /** A calendar date as far as it is given; a weekday beside it ("Monday 19 December") helps to find the year. */
  /** `yearsAway` is given by "in June last year" (−1), with `fromTold` by "in June that year"; a day alone is "on the 21st". */
  | { form: 'date'; date: CalendarDate; endDate?: CalendarDate; weekday?: Weekday; which?: 'last' | 'next' | 'this'; part?: DatePart; yearsAway?: number; fromTold?: true }
  /** `week` is given by "Friday last week" (−1) and "Tuesday of this week" (0), `weeksOn` by "Friday week" (1). */
  | { form: 'weekday'; weekday: Weekday; which?: 'last' | 'next' | 'this'; week?: number; weeksOn?: number }
  /** A day that moves from year to year: "Good Friday", "Thanksgiving". */
  | { form: 'feast'; feast: string; year?: number }
  /** Whole days or wider units before (negative) or after the reference: yesterday = −1 day, last week = −1 week. */
  | { form: 'offset'; unit: 'day' | 'week' | 'month' | 'year'; amount: number; vague?: true; sameDay?: true }
  /**
   * The same, counted from the event told just before: "a day earlier", "the next day"; vague: "days later";
   * whole: "the week before", all of it; `orToday`: "earlier in the day", the article's day where none was told;
   * `ofNext`: "came a day after a raid on Sunday", counted from the time that follows.
   */
  | { form: 'anaphoric'; unit: 'hour' | 'day' | 'night' | 'week' | 'month' | 'year'; amount: number; vague?: true; whole?: true; orToday?: true; ofNext?: true }
  /** "overnight": the night into the reference day, or the night that begins on `of`, or with `into` ends on it. */
  | { form: 'night'; of?: TimeExpression; into?: true }
  /** A span inside a unit: "earlier this month", "late last year". */
  | { form: 'part'; unit: 'week' | 'month' | 'year'; amount: number; part?: 'early' | 'mid' | 'late' | 'earlier' | 'later' | 'so far' }
  /** "over the past two weeks" (−2), "in the coming days" (vague). */
  | { form: 'span'; unit: 'day' | 'week' | 'month' | 'year'; amount: number; vague?: true }
  | { form: 'weekend'; which?: 'last' | 'next' | 'this' }
  | { form: 'season'; season: 'spring' | 'summer' | 'autumn' | 'winter'; year?: number; which?: 'last' | 'next' | 'this' }
  /** Two ends: "from Friday to Sunday", "between March 3 and 5". */
  | { form: 'interval'; from: TimeExpression; to: TimeExpression }

export type Modality = 'asserted' | 'planned' | 'hypothetical' | 'negated' | 'cancelled' | 'historic'

/** Words that tell that something happened: the trigger is the span itself. */
export type EventMention = MentionBase & {
  kind: 'event'
  type: IncidentType
  modality: Modality
  /** The clause around the trigger: where its arguments are looked for first. */
  clause: Span
  /** 0–1, how sure the reading is that this is an event of this type. */
  strength: number
  /** The other readings considered and why they lost, for `explain`. */
  rejected?: { type: IncidentType | 'none'; why: string }[]
}

/** `canonical` is the name it goes by where the text has another, `country` (ISO 3166-1 alpha-2) whose it is. */
export type ActorMention = MentionBase & { kind: 'actor'; sort: 'group' | 'organisation' | 'person' | 'office'; name: string; canonical?: string; country?: string; role: 'by' | 'against' | 'with' | 'unknown' }

export type TollKind = 'killed' | 'injured' | 'missing' | 'detained'
export type TollMention = MentionBase & { kind: 'toll'; toll: TollKind; count: Toll; group?: string }

/** "Ukraine's military claimed …", "which the army denied": a reporting clause and what it covers. */
export type ClaimMention = MentionBase & { kind: 'claim'; by: string; stance: 'claims' | 'denies' | 'reports'; covers: Span }

export type Mention = PlaceMention | TimeMention | EventMention | ActorMention | TollMention | ClaimMention

// ── resolve ─────────────────────────────────────────────────────────────────

export type Resolved<T> =
  | { known: true; value: T; basis: 'stated' | 'implied'; confidence: number; evidence: Evidence; others: T[] }
  | { known: false; reason: 'unmentioned' | 'no-candidate' | 'ambiguous' }

export type Place = {
  /** Gazetteer id: "gn:703448" (GeoNames), "ne:UKR-326" (Natural Earth), "cc:UA" (country), "dl:donbas" (hand-kept). */
  id: string
  name: string
  level: PlaceLevel
  /** ISO 3166-1 alpha-2. */
  country?: string
  admin1?: string
  at: LonLat
  /** Radius in km of a circle that about covers the place. */
  radiusKm: number
  /** Key of an outline in the gazetteer's polygons, where it has one. */
  outline?: string
  population?: number
}

export type When = {
  /** EDTF level 0/1 (ISO 8601-2): "2025-12-20", "2025-12-20/2025-12-21", "2025-07", "2018". */
  edtf: string
  /** First and last day it may have been, ISO YYYY-MM-DD. */
  from: string
  to: string
  precision: 'day' | 'range' | 'month' | 'year'
}

/** `best` is null for "dozens" and the like, which `qualifier` keeps as a word. */
export type Toll = { low: number; best: number | null; high: number | null; qualifier?: string }

// ── link, store, publish ────────────────────────────────────────────────────

/** `name` as the text has it; `canonical` what it goes by ("Kyiv" → Ukraine, "ISIS" → Islamic State), `country` whose it is, where known. */
export type Actor = { name: string; canonical?: string; country?: string; role: 'by' | 'against' | 'with' | 'unknown' }

/** One article's account of one incident, as extracted. */
export type Report = {
  id: string
  article: string
  type: IncidentType
  status: Status
  where: Resolved<Place>
  when: Resolved<When>
  actors: Actor[]
  killed?: Toll
  injured?: Toll
  claimedBy?: string
  deniedBy?: string
  /** The sentence that tells it, and further sentences of the same article on the same incident. */
  evidence: Evidence
  mentions: Evidence[]
  trigger: Span & { text: string; rule: string }
  confidence: number
}

/** What a reader must know of an article that reports an incident. */
export type ArticleRef = { id: string; title?: string; publisher?: string; published?: string; url?: string }

/** One thing that happened, as told by one or more reports. */
export type Incident = {
  id: string
  type: IncidentType
  status: Status
  where: Resolved<Place>
  when: Resolved<When>
  actors: Actor[]
  killed?: Toll
  injured?: Toll
  claimedBy?: string
  deniedBy?: string
  confidence: number
  /** Those of the incident's status, then the others, each oldest first; never empty. */
  reports: (Report & { source: ArticleRef })[]
}

/** What one article gave: the mentions with their readings, and the reports made of them. */
export type Reading = {
  article: Article
  mentions: Mention[]
  places: Map<PlaceMention, Resolved<Place>>
  times: Map<TimeMention, Resolved<When>>
  reports: Report[]
}
