/** Event → its time: the nearest in its clause, then in its sentence; edges ("since Friday") tell no day. */
import type { When } from '../types'
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

const wordsOf = ({ tokens }: View, from: number, to: number) => tokens.slice(from, to).map(({ lower }) => lower).join(' ')

/** "the first talks since shots were fired at the border in the autumn": the days of what came before. */
function isInSinceClause({ tokens }: View, event: FoundEvent, time: FoundTime): boolean {
  for (let i = time.from - 1; i >= Math.max(0, time.from - 12); i--) {
    if (tokens[i]!.kind === 'punctuation') return false
    if (tokens[i]!.lower === 'since') return event.from < i || event.from >= time.to
  }
  return false
}

/** "police said on Wednesday", "On Wednesday, police in Sarn said": the day belongs to the verb of saying. */
function isOfSpeech({ tokens }: View, { from, to }: FoundTime): boolean {
  const before = tokens.slice(Math.max(0, from - 3), from).map(({ lower }) => lower)
  const last = before.at(-1) === 'on' ? before.at(-2) : before.at(-1)
  if (last !== undefined && (words.saying.has(last) || /^(?:reporters|journalists)$/.test(last))) return !/^(?:called|launched|issued)$/.test(last)
  if (from > 1) return false
  const next = tokens.slice(to, to + 6)
  const verb = next.findIndex(({ lower }) => /^(?:said|says|told|announced|reported|confirmed|added)$/.test(lower))
  return verb >= 0 && !next.slice(1, verb).some(({ text }) => text === ',')
}

/** "met in Sarn last month and will meet in Vela on Nov. 3", "was jailed in June and deported on Friday": to each verb its own. */
function otherLimb(view: View, event: FoundEvent, time: FoundTime): number {
  const after = time.from >= event.to
  const [low, high] = after ? [event.to, time.from] : [time.to, event.from]
  let joint = -1
  for (let i = low; i < high; i++) if (/^(?:and|but|then)$/.test(view.tokens[i]!.lower)) joint = i
  if (joint < 0) return 0
  const own = view.times.some((other) => other !== time && !other.mention.bound && (after ? other.from >= event.to && other.to <= joint : other.from >= event.to && !view.tokens.slice(event.to, other.from).some(({ lower, kind }) => kind === 'punctuation' || lower === 'and')))
  return own ? 0.4 : 0
}

/** "over Christmas … on Christmas Day and Boxing Day": a day or a stretch inside the other; "arrested in June, deported on Friday" is none. */
export function isNarrower(a: When, b: When): boolean {
  return b.precision !== 'day' && a.from >= b.from && a.to <= b.to && a.edtf !== b.edtf
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
  if (isInSinceClause(view, event, time)) return -5
  const spoken = event.mention.type !== 'statement' && isOfSpeech(view, time)
  // "said on Thursday that talks will be held": not on that day
  if (spoken && event.mention.modality === 'planned') return -5
  const after = time.from >= event.to
  const [low, high] = after ? [event.to, time.from] : [time.to, event.from]
  let score = 1 - 0.03 * Math.max(0, high - low)
  // "The raid came a day after gunmen had shot a judge on Sunday": one day, and not the same
  if (after && /(?:^| )(?:came|comes|coming|took place|happened) (?:\S+ ){1,3}(?:after|before) /.test(wordsOf(view, low, high))) return -5
  // "On Wednesday police said a bomb had gone off a day earlier": the day of the telling, unless there is no other
  if (spoken) score -= 0.8
  score -= otherLimb(view, event, time)
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
  if (time.when.precision === 'day' || time.when.precision === 'range') score += 0.1
  return score
}
