/** Event → its time: the nearest in its clause, then in its sentence; edges ("since Friday") tell no day. */
import { familyOf, type FoundEvent, type FoundTime, type View } from './view'
import * as words from './words'

export function timeOf(view: View, event: FoundEvent): FoundTime | undefined {
  if (isOnlyNamed(view, event)) return undefined
  const scored = view.times.map((time) => ({ time, score: scoreOf(view, event, time) })).sort((a, b) => b.score - a.score)
  const best = scored[0]
  return best && best.score > -1 ? best.time : undefined
}

/** "visited the site of the crash on Friday", "the toll of the flood passed 100 on Monday": the day of something else. */
function isOnlyNamed({ tokens }: View, { from, mention }: FoundEvent): boolean {
  if (!mention.rule.includes('/noun')) return false
  const before = tokens.slice(Math.max(0, from - 6), from).map(({ lower }) => lower)
  if (before.includes('toll')) return true
  // "on Friday after two days of unrest"
  if (/ after (?:\S+ ){1,3}of(?: \S+)?$/.test(before.join(' '))) return true
  return /(?:^| )(?:of|after|before|since|following|behind|from) (?:the|this|that)(?: \S+)?$/.test(before.join(' '))
}

/** The event a time stands before as its attribute, "Monday’s shelling", "the 2014 siege", with at most one word between. */
function namedBy({ tokens, events }: View, { from, to, mention }: FoundTime): FoundEvent | undefined {
  const possessive = /^['’]s?$/.test(tokens[to]?.text ?? '') || /['’]s?$/.test(mention.text)
  const article = /^(?:the|an?|his|her|its|their)$/.test(tokens[from - 1]?.lower ?? '') || /^(?:the|an?) /i.test(mention.text)
  if (!possessive && !article) return undefined
  const start = /^['’]s?$/.test(tokens[to]?.text ?? '') ? to + 1 : to
  return events.find((event) => event.mention.rule.includes('/noun') && event.from >= start && event.from - start <= 1 && !parting.has(tokens[start]?.text ?? ''))
}

/** Marks that part more than a comma does. */
const parting = new Set([...';:—–()“”"'])

function scoreOf(view: View, event: FoundEvent, time: FoundTime): number {
  if (time.mention.bound) return -5
  // "on Friday, two days after the raid": the raid's day and nothing else's
  const { covers } = time.mention
  if (covers && (event.mention.start < covers.start || event.mention.start >= covers.end)) return -5
  // "after the Sept. 11 attacks", "Friday’s raid": the day of what is named right behind it and nothing else's
  const named = namedBy(view, time)
  if (named && named !== event && !(named.from < event.to && event.from < named.to)) return -5
  const after = time.from >= event.to
  const [low, high] = after ? [event.to, time.from] : [time.to, event.from]
  let score = 1 - 0.03 * Math.max(0, high - low)
  // "said the fair would open on Friday": the day is part of what was said
  if (event.mention.type === 'statement' && after && high - low > 5) score -= 2.5
  for (let i = low; i < high; i++) {
    const { lower, text } = view.tokens[i]!
    if (parting.has(text)) score -= 0.7
    else if (text === ',') score -= 0.12
    else if (words.subordinators.has(lower) || (lower === 'that' && words.saying.has(view.tokens[i - 1]?.lower ?? ''))) score -= 0.5
    // "…, officials said on Friday": the day of the telling
    else if (words.saying.has(lower) && event.mention.type !== 'statement') score -= after ? 0.5 : 0.2
  }
  for (const other of view.events) if (other !== event && other.from >= low && other.from < high && other.mention.type !== 'statement' && familyOf(other) !== familyOf(event)) score -= 0.4
  // "On Friday, …" opens for all of the sentence
  if (time.from <= 2) score += 0.3
  if (time.when.precision === 'day' || time.when.precision === 'range') score += 0.2
  return score
}
