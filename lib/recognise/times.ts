/**
 * Times in an article: calendar dates by chrono-node, the rest of news English by the rules of `relative.ts`,
 * then neighbours joined. A time is kept as the words give it; `lib/resolve/when` counts from a reference day.
 */
import type { Article, Span, TimeMention } from '../types'
import { calendarDates, type Found } from './times/calendar'
import { joinNeighbours } from './times/joins'
import { relativeTimes } from './times/relative'

/** Every time an article's text names, in order, none overlapping. The dateline is not one of them. */
export function recogniseTimes(article: Article): TimeMention[] {
  const { text, dateline } = article
  const found = longestFirst([...calendarDates(text), ...relativeTimes(article)].map((time) => withoutLead(time, text)))
    .filter(({ start, end }) => !dateline || end <= dateline.start || start >= dateline.end)
  const times = joinNeighbours(found, text)
  const sentenceAt = sentenceFinder(article)
  return times.flatMap((time, i) => {
    const sentence = sentenceAt(time.start)
    const bound = boundOf(text, time)
    const related = relationOf(time, times[i - 1], times[i + 1], text, article.sentences[sentence] ?? time)
    if (isFromUntold(related, text)) return []
    return [{ ...related, kind: 'time' as const, text: text.slice(time.start, time.end), sentence, ...(bound && { bound }) }]
  })
}

/** A reading inside a longer one is dropped: "21 December" in "20–21 December 2025". Of equals the first stays. */
function longestFirst(found: Found[]): Found[] {
  const byStart = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Found[] = []
  let cluster: Found[] = []
  let reach = 0
  // Only readings that overlap, or overlap through others, compete; so a long text costs no more than its parts.
  for (const time of byStart) {
    if (time.start >= reach) {
      kept.push(...apart(cluster))
      cluster = []
    }
    cluster.push(time)
    reach = Math.max(reach, time.end)
  }
  return [...kept, ...apart(cluster)]
}

function apart(cluster: Found[]): Found[] {
  const kept: Found[] = []
  for (const time of [...cluster].sort((a, b) => (b.end - b.start) - (a.end - a.start)))
    if (!kept.some((other) => time.start < other.end && other.start < time.end)) kept.push(time)
  return kept.sort((a, b) => a.start - b.start)
}

/** Rules match the words that make "in a failed May vote" and "the 2014 annexation" times; the mention itself is "May", "2014". */
function withoutLead(time: Found, text: string): Found {
  const words = text.slice(time.start, time.end)
  const preposition = LEAD.exec(words)?.[0].length ?? 0
  const determiner = /^(?:[Tt]he\s+|[Aa]n?\s+(?:[a-z-]+\s+)?)(?=[A-Z\d])/.exec(words.slice(preposition))?.[0].length ?? 0
  return { ...time, start: time.start + preposition + determiner }
}

const LEAD = /^(?:in|on|at|of|since|until|till|by|from|to|through|during|before|after|between|and|around|throughout|over)\s+/i

/** "since Friday", "until the end of March", "by next week", "before the end of the year". */
function boundOf(text: string, time: Found): TimeMention['bound'] {
  const word = /\b(since|until|till|by|before)\s+(?:(?:late|early|about|around|at\s+least|the|on)\s+){0,2}$/i.exec(text.slice(Math.max(0, time.start - 28), time.start))?.[1]?.toLowerCase()
  if (!word) return undefined
  if (word === 'since') return 'since'
  return word === 'until' || word === 'till' ? 'until' : 'before'
}

/**
 * "on Friday, two days after the raid", "the talks came a day after drones had struck": the day told before is
 * that of the main clause, and what follows "after" lies so much earlier, what follows "before" later.
 */
function relationOf(time: Found, previous: Found | undefined, next: Found | undefined, text: string, sentence: Span): Found & { covers?: Span } {
  const { expression } = time
  if (expression.form !== 'anaphoric' || !/\b(?:after|before)$/i.test(text.slice(time.start, time.end))) return time
  const besideDay = previous && /^,?\s*(?:just\s+|only\s+)?$/i.test(text.slice(previous.end, time.start))
  // "on Thursday gave two diplomats 72 hours to leave, a day after Peru shut the border"
  const behindComma = previous !== undefined && previous.start >= sentence.start && previous.expression.form !== 'anaphoric' && /,\s*(?:just\s+|only\s+)?$/.test(text.slice(previous.end, time.start)) && !/[;:—–]/.test(text.slice(previous.end, time.start))
  if (!besideDay && !behindComma && !/\bc(?:ame|omes?|oming)\s+(?:just\s+|only\s+)?$/i.test(text.slice(Math.max(0, time.start - 16), time.start))) return time
  const clause = /^[^,;:.!?—–]*/.exec(text.slice(time.end, sentence.end))?.[0].length ?? 0
  // "came a day after gunmen shot a judge on Sunday": from that Sunday to what came after it
  if (!besideDay && !behindComma && next && next.expression.form !== 'anaphoric' && next.end <= time.end + clause && !boundOf(text, next))
    return { ...time, rule: 'relation-next', expression: { ...expression, ofNext: true }, covers: { start: sentence.start, end: time.start } }
  return { ...time, rule: 'relation', expression: { ...expression, amount: -expression.amount }, covers: { start: time.end, end: time.end + clause } }
}

/** "waited a year before trying again", "20 years after the ban was imposed": counted from something whose day is not told. */
function isFromUntold({ end, rule, expression }: Found, text: string): boolean {
  if (expression.form !== 'anaphoric' || rule.startsWith('relation') || (expression.unit !== 'year' && expression.unit !== 'month')) return false
  return /\b(?:before|after)$/i.test(text.slice(Math.max(0, end - 8), end)) && /^\s+(?!and\b|but\b|in\b|at\b|when\b|with\b)[\p{L}\d]/u.test(text.slice(end, end + 12))
}

/** Sentence index of an offset; offsets come in rising order of mentions, so this is a binary search over few sentences. */
function sentenceFinder({ sentences }: Article): (offset: number) => number {
  return (offset) => {
    let low = 0
    let high = sentences.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((sentences[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
