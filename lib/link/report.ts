/** A finished draft → the report that is stored: evidence, ids and confidence. */
import { createHash } from 'node:crypto'
import type { Article, EventMention, Evidence, Place, Report, Resolved } from '../types'
import { actorsOf } from './actors'
import type { Draft } from './draft'
import { standingOf } from './status'
import { tollFrom } from './toll'
import type { Sureness } from './trust'

export function reportOf(article: Article, draft: Draft, sure: Sureness): Report {
  const { lead, place, time } = draft
  const evidenceOf = (span: { start: number; end: number }): Evidence => {
    const start = afterDateline(article, span)
    return { article: article.id, start, end: span.end, quote: article.text.slice(start, span.end) }
  }
  const others = [...new Set(draft.mentions.map(({ view }) => view))].filter((view) => view !== lead.view)
  const countAttackers = draft.type === 'clash'
  const type = isWar(draft) ? 'strike' : draft.type
  const killed = tollFrom(draft.tolls, 'killed', countAttackers)
  const injured = tollFrom(draft.tolls, 'injured', countAttackers)
  const standing = standingOf(draft)
  const where: Resolved<Place> = place
    ? { ...place.found.resolved, basis: place.inherited ? 'implied' : 'stated', confidence: round(sure.place), evidence: evidenceOf(place.found.mention) }
    : { known: false, reason: 'unmentioned' }
  return {
    id: idOf(article, draft), article: article.id, type, status: standing.status, where,
    when: time ? { ...time.found.resolved, confidence: round(sure.date) } : { known: false, reason: 'unmentioned' },
    actors: actorsOf(draft, standing.claimedBy),
    ...(killed && { killed }), ...(injured && { injured }),
    ...(standing.claimedBy && { claimedBy: standing.claimedBy }), ...(standing.deniedBy && { deniedBy: standing.deniedBy }),
    evidence: evidenceOf(lead.view), mentions: others.map(evidenceOf),
    trigger: triggerOf(lead.event.mention),
    confidence: round(sure.told),
  }
}

/** "SARN, May 3 (Wire) – A bridge fell": the sentence begins behind the dateline. */
function afterDateline({ text, dateline }: Article, { start, end }: { start: number; end: number }): number {
  if (!dateline || dateline.start < start || dateline.end >= end) return start
  return dateline.end + (/^[\s–—:-]*/.exec(text.slice(dateline.end, end))?.[0].length ?? 0)
}

const round = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
const triggerOf = ({ start, end, text, rule }: EventMention) => ({ start, end, text, rule })

/** "Orland attacked depots at Sarn, Morania": one state's forces on another's ground. */
function isWar({ type, lead: { view, event }, place }: Draft): boolean {
  if (type !== 'attack' || !/^attack/i.test(event.mention.text) || !event.mention.rule.includes('/verb') || !place?.found.place.country) return false
  return view.parties.some(({ at, role, end }) => role === 'metonym' && at?.level === 'country' && at.country !== place.found.place.country && end <= event.mention.start && event.mention.start - end < 12)
}

/** The same article gives the same ids, whenever and wherever it is read. */
function idOf(article: Article, { type, lead, place, planned }: Draft): string {
  const key = [article.id, type, lead.view.start, lead.event.mention.start, place?.found.place.id ?? '', planned].join('|')
  return createHash('sha256').update(key).digest('hex').slice(0, 24)
}
