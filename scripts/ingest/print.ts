/** What one article gave, as lines for the terminal. */
import type { EventMention, Incident, Reading, Report } from '../../lib/types'
import type { Saved } from '../../lib/store/save'

export function* linesFor(name: string, { article, mentions }: Reading, saved: Saved): Generator<string> {
  const title = article.title ? ` “${safe(shortened(article.title, 70))}”` : ''
  const published = article.published ? `published ${article.published}` : 'no date of publication: relative dates stay unknown'
  const known = { new: '', changed: ', read again', known: ', known already' }[saved.outcome]
  yield `${safe(name)}${title} (${published}${known})`
  for (const placed of saved.placed) yield* linesForReport(placed)
  if (!saved.placed.length) yield '  no incident found'
  yield* linesForLeftOut(leftOut(mentions.filter((mention) => mention.kind === 'event'), saved.placed.map(({ report }) => report)))
}

function* linesForReport({ report, joined }: Saved['placed'][number]): Generator<string> {
  const status = report.status === 'happened' ? '' : ` ${report.status}`
  yield `  ${report.type.padEnd(12)}${(whenText(report) + status).padEnd(24)} ${whereText(report)}: “${safe(shortened(report.evidence.quote, 90))}”`
  if (joined.length) yield `${' '.repeat(14)}the same incident as in ${joined.map(({ title, publisher, id }) => safe(title ?? publisher ?? id)).join('; ')} (if not: --apart ${report.id})`
}

/** An incident with the reports it is made of, each by its id. */
export function* linesForIncident(incident: Incident): Generator<string> {
  yield `  ${incident.type.padEnd(12)}${whenText(incident).padEnd(24)} ${whereText(incident)}, incident ${incident.id}`
  for (const { id, source, evidence } of incident.reports) yield `    ${id}  ${safe(source.publisher ?? source.title ?? source.id)}: “${safe(shortened(evidence.quote, 70))}”`
}

function whenText({ when }: Pick<Incident, 'when'>): string {
  return when.known ? when.value.edtf : 'no date'
}

function whereText({ where }: Pick<Incident, 'where'>): string {
  if (where.known) return `${safe(where.value.name)} (${where.value.level})`
  return `unplaced (${{ unmentioned: 'no place named', 'no-candidate': 'the gazetteer has no such place', ambiguous: 'several places fit' }[where.reason]})`
}

/** Event words that became part of no report. */
function leftOut(events: EventMention[], reports: Report[]): EventMention[] {
  const told = reports.flatMap(({ evidence, mentions, trigger }) => [evidence, ...mentions, trigger])
  return events.filter(({ start, end }) => !told.some((span) => span.start <= start && end <= span.end))
}

/** One line a reason, with the words it holds for. */
function* linesForLeftOut(events: EventMention[]): Generator<string> {
  const byReason = new Map<string, string[]>()
  for (const event of events) {
    const reason = reasonFor(event)
    byReason.set(reason, [...(byReason.get(reason) ?? []), `“${safe(event.text)}”`])
  }
  for (const [reason, words] of byReason) yield `  left out    ${reason}: ${[...new Set(words)].join(', ')}`
}

function reasonFor({ modality, rejected }: EventMention): string {
  const why = rejected?.find(({ type }) => type === 'none')?.why
  if (why) return safe(why)
  const reasons = { asserted: 'no place, date or toll of its own', planned: 'only planned', hypothetical: 'only possible', negated: 'said not to have happened', cancelled: 'called off', historic: 'history' }
  return reasons[modality]
}

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Articles are hostile: no control or direction characters reach the terminal. */
export function safe(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
}
