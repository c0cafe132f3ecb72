/**
 * Reports of one incident → the incident as it is shown. A pure function of the reports, so that a merge is
 * undone by grouping them otherwise and combining again. Nothing of a report is lost: all are kept.
 */
import { DatelineError } from '../errors'
import type { Status } from '../taxonomy'
import type { Actor, ArticleRef, Incident, Place, Report, Resolved, Toll, When } from '../types'

type Sourced = Report & { source: ArticleRef }

/** @throws DatelineError `internal` for no reports, since an incident without one does not exist. */
export function combineReports(reports: readonly Sourced[]): Incident {
  const ordered = [...reports].sort((a, b) => compare(a.source.published ?? '9999', b.source.published ?? '9999') || compare(a.id, b.id))
  const [first] = ordered
  if (!first) throw new DatelineError('internal', 'An incident needs at least one report; 0 were given.')
  const killed = widest(ordered.flatMap((report) => report.killed ?? []))
  const injured = widest(ordered.flatMap((report) => report.injured ?? []))
  const claimedBy = ordered.find((report) => report.claimedBy)?.claimedBy
  const deniedBy = ordered.find((report) => report.deniedBy)?.deniedBy
  const status = statusOf(ordered.map((report) => report.status))
  return {
    // named for its oldest report
    id: first.id, type: mostSure(ordered).type, status,
    where: bestPlace(ordered), when: bestTime(ordered), actors: allActors(ordered),
    ...(killed && { killed }), ...(injured && { injured }), ...(claimedBy && { claimedBy }), ...(deniedBy && { deniedBy }),
    // two independent tellings fail together less often than one
    confidence: Math.round((1 - ordered.reduce((doubt, { confidence }) => doubt * (1 - confidence), 1)) * 100) / 100,
    // "met" stands for the incident, not the older "will meet"
    reports: [...ordered.filter((report) => report.status === status), ...ordered.filter((report) => report.status !== status)],
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const mostSure = (reports: readonly Sourced[]) => reports.reduce((best, report) => (report.confidence > best.confidence ? report : best))

/** What one report tells as fact is no mere claim; what has happened is no longer planned. */
function statusOf(statuses: readonly Status[]): Status {
  const ranked: Status[] = ['happened', 'claimed', 'denied', 'planned']
  return ranked.find((status) => statuses.includes(status))!
}

/** The narrowest place that is known, the surer of equals. */
function bestPlace(reports: readonly Sourced[]): Resolved<Place> {
  const known = reports.map(({ where }) => where).filter((where) => where.known)
  return known.sort((a, b) => a.value.radiusKm - b.value.radiusKm || b.confidence - a.confidence)[0] ?? reports[0]!.where
}

/** The shortest stretch of time, the surer of equals. */
function bestTime(reports: readonly Sourced[]): Resolved<When> {
  const length = ({ from, to }: When) => Date.parse(to) - Date.parse(from)
  const known = reports.map(({ when }) => when).filter((when) => when.known)
  return known.sort((a, b) => length(a.value) - length(b.value) || b.confidence - a.confidence)[0] ?? reports[0]!.when
}

function allActors(reports: readonly Sourced[]): Actor[] {
  const byName = new Map<string, Actor>()
  for (const { actors } of reports) {
    for (const actor of actors) {
      // "Kyiv" in one article is "Ukraine" in another
      const key = actor.canonical ?? actor.name
      const known = byName.get(key)
      if (!known || known.role === 'unknown') byName.set(key, actor)
    }
  }
  return [...byName.values()]
}

/** Low and high span all reports; best is the latest report that gives one, as counts are corrected with time. */
function widest(tolls: readonly Toll[]): Toll | undefined {
  if (tolls.length === 0) return undefined
  const latest = [...tolls].reverse().find(({ best }) => best !== null) ?? tolls.at(-1)!
  const highs = tolls.map(({ high }) => high)
  const low = Math.min(...tolls.map((toll) => toll.low))
  return { low, best: latest.best, high: highs.includes(null) ? null : Math.max(...highs.map((high) => high ?? 0)), ...(latest.qualifier && { qualifier: latest.qualifier }) }
}
