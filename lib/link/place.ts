/**
 * Event → its place in the same sentence. Every located name gets a score from its preposition, its distance
 * and the clause edges between; the best wins if it is good enough. "In Sarn and Vela" gives two.
 */
import type { IncidentType } from '../taxonomy'
import { compatible, contains, isCountryOrWider } from './geo'
import { familyOf, type FoundEvent, type FoundPlace, type View } from './view'
import * as words from './words'

export type PlaceHit = { found: FoundPlace; score: number }

const moving = new Set<IncidentType>(['movement', 'humanitarian'])

/** No clause of the news has more places to choose from; a list of thousands would be scored for each of its events. */
const mostPlaces = 8

/** The places nearest to an event, and the one that opens the sentence ("In Sarn, …"). */
function withinReach(view: View, event: FoundEvent): FoundPlace[] {
  if (view.places.length <= mostPlaces) return view.places
  const gap = (found: FoundPlace) => Math.max(found.from - event.to, event.from - found.to)
  const near = new Set([view.places[0], ...[...view.places].sort((a, b) => gap(a) - gap(b)).slice(0, mostPlaces)])
  return view.places.filter((found) => near.has(found))
}

/** Places of an event in its own sentence, best first; several only when the text joins them ("in Sarn and in Vela"). */
export function placesOf(view: View, event: FoundEvent): PlaceHit[] {
  const scored = withinReach(view, event).map((found) => ({ found, score: scoreOf(view, event, found) })).sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best || best.score < acceptFrom(event)) return []
  const narrowed = narrow(best, scored)
  return withList(view, [narrowed, ...scored.filter((other) => other !== narrowed && isJoined(view, event, narrowed, other))], scored).sort((a, b) => a.found.from - b.found.from)
}

/** "in the Sarn, Vela, Orlo and Dun regions": what follows with nothing but a comma or "and" belongs to the list, however long. */
function withList(view: View, joined: PlaceHit[], all: readonly PlaceHit[]): PlaceHit[] {
  const inOrder = [...all].sort((a, b) => a.found.from - b.found.from)
  const taken = new Set(joined)
  // a list of two may be "in Sarn, Morania"
  for (let i = 1; joined.length > 1 && i < inOrder.length; i++) {
    const [previous, hit] = [inOrder[i - 1]!, inOrder[i]!]
    const between = view.tokens.slice(previous.found.to, hit.found.from)
    if (taken.has(previous) && between.length <= 2 && between.every(({ lower }) => lower === ',' || lower === 'and') && !compatible(previous.found.place, hit.found.place)) taken.add(hit)
  }
  return [...taken]
}

const acceptFrom = (event: FoundEvent) => (event.mention.type === 'statement' ? 0.6 : 0.15)

/** "the largest march in Morania" beside "in Sarn": the town, if it lies in the country. */
function narrow(best: PlaceHit, all: PlaceHit[]): PlaceHit {
  if (!isCountryOrWider(best.found.place)) return best
  return all.find(({ found, score }) => score > -0.35 && found.place.id !== best.found.place.id && !isCountryOrWider(found.place) && found.place.level !== 'sea' && contains(best.found.place, found.place)) ?? best
}

/** "a depot in Sarn and a mill in Vela": the same preposition or none, an "and" or comma, no other event between. */
function isJoined(view: View, event: FoundEvent, best: PlaceHit, other: PlaceHit): boolean {
  if (compatible(best.found.place, other.found.place) || other.score < (eachDated(view, best.found, other.found) ? -1 : -0.2) || best.found.mention.name === other.found.mention.name) return false
  const [first, second] = best.found.from < other.found.from ? [best.found, other.found] : [other.found, best.found]
  if (second.from - first.to > 12) return false
  if ((first.from < event.from) !== (second.from < event.from)) return false
  if (view.events.some(({ from, mention }) => from >= first.to && from < second.from && mention.type !== 'statement')) return false
  const between = view.tokens.slice(first.to, second.from)
  if (!between.some(({ lower }) => lower === 'and' || lower === 'or' || lower === ',')) return false
  if (!between.some(({ lower }) => lower === 'and') && !view.tokens.slice(second.to, second.to + 6).some(({ lower }) => lower === 'and')) return false
  if (event.mention.type === 'meeting' || event.mention.type === 'statement') return false
  if (isCountryOrWider(first.place) !== isCountryOrWider(second.place)) return false
  const [a, b] = [prepositionOf(view, first), prepositionOf(view, second)]
  return b.word === '' || b.word === 'and' || a.word === b.word || (words.locative.get(b.word) ?? 0) >= 0.5
}

/** "took Sarn, the largest port, in May and Vela in June": each place has its day. */
function eachDated(view: View, a: FoundPlace, b: FoundPlace): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  return view.times.some(({ from }) => from >= first.to && from < second.from) && view.times.some(({ from }) => from >= second.to && from <= second.to + 2)
}

/** The preposition that governs a name, looking back over "the besieged city of" and the like; its token index or −1. */
function prepositionOf(view: View, found: FoundPlace): { word: string; at: number } {
  const { tokens } = view
  for (let i = found.from - 1; i >= Math.max(0, found.from - 7); i--) {
    const { lower, kind } = tokens[i]!
    if (kind === 'punctuation') return { word: '', at: -1 }
    // "the city of X", "the outskirts of X", "west of X": the word before the noun phrase governs
    if (lower === 'of') {
      const outer = tokens.slice(Math.max(0, i - 5), i).findLastIndex((token) => words.locative.has(token.lower) && token.lower !== 'of' && token.lower !== 'and')
      if (outer >= 0) {
        const at = Math.max(0, i - 5) + outer
        if (!tokens.slice(at, i).some((token) => token.kind === 'punctuation')) return { word: tokens[at]!.lower, at }
      }
      return { word: 'of', at: i }
    }
    if (words.locative.has(lower)) return { word: lower, at: i }
    if (view.events.some(({ from, to }) => i >= from && i < to)) return { word: '', at: -1 }
  }
  return { word: '', at: -1 }
}

function scoreOf(view: View, event: FoundEvent, found: FoundPlace): number {
  const { tokens } = view
  const { type } = event.mention
  const { word, at } = prepositionOf(view, found)
  const after = found.from >= event.to
  const gap = after ? found.from - event.to : event.from - found.to
  const inside = found.from >= event.from && found.to <= event.to
  let score = 0

  // the preposition
  if (!after && gap === 0) score += 0.6
  else if (word === '') {
    const directObject = after && gap <= 3 && !tokens.slice(event.to, found.from).some(({ kind }) => kind === 'punctuation')
        const apposed = tokens[found.from - 1]?.text === ',' || tokens[found.from - 1]?.text === '('
    score += directObject ? (type === 'meeting' || type === 'statement' || type === 'agreement' ? 0.2 : 0.9) : apposed ? 0.1 : -0.5
    if (type === 'meeting' && /^visit|^tour/.test(event.mention.text.toLowerCase()) && directObject) score += 0.8
  } else {
    score += words.locative.get(word) ?? 0
    if (word === 'of' && after && gap <= 4) score += 0.8
    if ((word === 'on' || word === 'against' || word === 'over' || word === 'for') && after && gap <= 4 && /^(?:strike|attack|clash|detention)$/.test(type)) score += 0.7
    if ((word === 'on' || word === 'over' || word === 'about' || word === 'for' || word === 'with') && /^(?:meeting|agreement|statement)$/.test(type)) score -= 1.2
    if (after && moving.has(type) && words.goal.has(word)) score += 0.9
    if (word === 'at' && (type === 'attack' || type === 'strike')) score += 0.1
    if (words.origin.has(word)) {
      if (moving.has(type)) score += 0.6
      if (type === 'statement' || type === 'meeting') score -= 0.4
      // "a march from Sarn to the border"
      if (type === 'protest' && at === event.to) score += 0.8
    }
    if (type === 'meeting' && word === 'to' && /visit|trip|tour|travel|return/.test(event.mention.text)) score += 1.2
    if (type === 'movement' && word === 'to' && after) score += 0.2
  }
  if (type === 'movement' && /^(?:left|leav|depart)/.test(event.mention.text) && after && gap <= 2) score += 0.6

  // "based in", "born in", "analysts in": the place of something else
  const governor = (at >= 0 ? at : found.from) - 1
  const governed = governor >= event.from && governor < event.to ? undefined : tokens[governor]
  if (governed && words.notHere.has(governed.lower)) score -= 1.2
  if (governed && words.speakers.has(governed.lower) && type !== 'statement') score -= 0.8

  // how far, over how many edges
  const [low, high] = after ? [event.to, found.from] : [found.to, event.from]
  const opensSentence = at >= 0 && isOpening(view, at) && found.from < event.from && !tokens.slice(found.to, event.from).some(({ text }) => text === ';')
  if (!inside) {
    for (let i = low; i < high; i++) {
      const { lower, kind, text } = tokens[i]!
      if (kind === 'punctuation') score -= text === ',' ? (opensSentence ? 0 : 0.2) : /[;:—–()“”"]/.test(text) ? 0.6 : 0
      else if (words.subordinators.has(lower)) score -= lower === 'where' && i <= low + 1 && type !== 'statement' ? -0.8 : 0.45
      else if (words.saying.has(lower) && type !== 'statement') score -= 0.25
    }
    score -= Math.min(gap, 25) * (opensSentence ? 0.02 : 0.035)
  }
  if (opensSentence) score += 0.5
  // "destroyed two jets in Sarn and hit a rig in Vela": Sarn is the place of the deed before it
  if (!opensSentence && !after && gap > 0 && word !== '' && view.events.some((other) => other !== event && other.to <= found.from && other.mention.rule.includes('/verb') && other.mention.type !== 'statement')) score -= 0.4
  if (takesPlace(view, event, at)) score += 0.6
  if (isTopic(view, event, found)) score -= 1.2
  if (after && at >= 0 && isOthers(view, event, at)) score -= 0.9
  if (after) score += 0.2

  // another event stands between and has the better right to it
  const rival = view.events.some((other) => other !== event && other.mention.type !== 'statement' && other.from >= low && other.to <= high && Math.abs(other.from - event.from) > 1
    && (familyOf(other) !== familyOf(event) || other.mention.rule.includes('/verb')))
  // "approved sanctions at a meeting in Sarn"
  const venue = after && /\bat (?:a|an|the|their|its)\b/.test(tokens.slice(low, high).map(({ lower }) => lower).join(' '))
  if (rival && !opensSentence && !venue) score -= 0.5
  if (after && tokens.slice(low, high).some(({ lower }) => lower === 'since' || lower === 'than')) score -= 0.4
  if (!after && isOutcome(view, event)) score -= 1
  if (opensSentence && type !== 'statement' && isReported(view, event, found)) score -= 1.5

  if (isCountryOrWider(found.place)) score -= 0.3
  // "19 were killed, two of them in Sarn": the place of a part
  if (at >= 2 && tokens[at - 1]?.lower === 'them' && tokens[at - 2]?.lower === 'of') score -= 1
  // "came to Sarn for talks"
  if (type === 'meeting' && !after && /^(?:to|in|at)$/.test(word) && tokens[event.from - 1]?.lower === 'for') score += 1
  // "the Vela Sea port of Sarn"
  if (/^(?:port|town|city|village|resort|harbour|harbor|capital|island|region|state|province|district|suburb|neighbourhood|neighborhood)$/.test(tokens[found.to]?.lower ?? '') && tokens[found.to + 1]?.lower === 'of') score -= 0.8
  if (!after && hurtful.has(type) && isStruck(view, event, found)) score += 1
  if (type === 'statement') score += utterance(view, event, found, at, opensSentence)
  return score
}

/** "In Sarn, the premier welcomed the talks": the place is that of the saying, not of what was said. */
function isReported(view: View, event: FoundEvent, found: FoundPlace): boolean {
  return view.events.some(({ mention, from }) => mention.type === 'statement' && from >= found.to && from < event.from)
}

/** "…, leading mainly to prisoner swaps": where those happened is not told. */
export function isOutcome({ tokens }: View, { from }: FoundEvent): boolean {
  const before = tokens.slice(Math.max(0, from - 4), from).map(({ lower }) => lower)
  return before.some((word) => /^(?:leading|led|leads|lead|paving|resulting)$/.test(word)) && before.some((word) => word === 'to' || word === 'in' || word === 'for')
}

/** "the attack, which took place in Sarn": the relative clause is about the place of the event itself. */
function takesPlace({ tokens }: View, event: FoundEvent, at: number): boolean {
  if (at - event.to > 12 || at < event.to) return false
  return /\b(?:took place|takes place|taking place|occurred|happened|held)$/.test(tokens.slice(Math.max(event.to, at - 3), at).map(({ lower }) => lower).join(' '))
}

const hurtful = new Set<IncidentType>(['strike', 'attack', 'clash', 'disaster', 'humanitarian'])

/** "Sarn was shelled", "The town of Sarn, which lies on the border, has been hard hit": the subject of a passive. */
function isStruck({ tokens }: View, event: FoundEvent, found: FoundPlace): boolean {
  const lead = tokens.slice(0, found.from).filter(({ kind }) => kind === 'word')
  if (lead.length > 5 || lead.some(({ lower }) => words.locative.has(lower) && lower !== 'of')) return false
  return tokens.slice(Math.max(found.to, event.from - 3), event.to).some(({ lower }) => /^(?:was|were|been|being|is|are)$/.test(lower))
}

/** "hit several cities within hours of the talks in Sarn": the talks were in Sarn. */
function isOthers(view: View, event: FoundEvent, at: number): boolean {
  const owner = view.events.find((other) => other !== event && other.to === at && other.from > event.to && other.mention.rule.includes('/noun'))
  if (!owner || familyOf(owner) === familyOf(event)) return false
  return /(?:within|hours|days|weeks|before|after|ahead|during|amid)\b/.test(view.tokens.slice(event.to, owner.from).map(({ lower }) => lower).join(' '))
}

const diplomatic = new Set<IncidentType>(['meeting', 'statement', 'agreement'])

/** "talks on the situation in Sarn", "met to discuss the war in Vela": what they talked about. */
function isTopic({ tokens, timeSpans }: View, event: FoundEvent, found: FoundPlace): boolean {
  if (!diplomatic.has(event.mention.type) || found.from < event.to) return false
  // "a paper on the truce in Sarn at a summit in Vela": what stands behind the venue is no topic
  if (venueBetween(tokens, event.to, found.from)) return false
  // "signed a paper on the truce in Sarn"
  if (/ (?:on|about|over) (?:the |a )?\S/.test(event.mention.text)) return true
  return tokens.slice(event.to, found.from).some((token, i, between) => {
    if (/^(?:discuss|discussing|discussed)$/.test(token.lower)) return true
    if (!/^(?:on|about|over|regarding|concerning|against)$/.test(token.lower)) return false
    const next = between[i + 1]
    if (!next || timeSpans.some(({ start, end }) => next.start >= start - 6 && next.start < end)) return false
    return next.lower !== 'the' || !/^(?:sidelines|margins|fringes|eve|edge)$/.test(between[i + 2]?.lower ?? '')
  })
}

/** "at a summit in", "during talks in". */
function venueBetween(tokens: View['tokens'], from: number, to: number): boolean {
  return tokens.slice(Math.max(from, to - 6), to).some(({ lower }, i, near) => (lower === 'at' || lower === 'during') && near.slice(i + 1).some((token) => /^(?:summit|conference|ceremony|meeting|talks|forum)$/.test(token.lower)))
}

/** "In Sarn, the minister said", "told reporters in Sarn": only these places are where it was said. */
function utterance(view: View, event: FoundEvent, found: FoundPlace, at: number, opens: boolean): number {
  // "In Sarn, gunmen killed two, police said": the place is that of the deed
  const deed = view.events.some((other) => other.mention.type !== 'statement' && other.from >= found.to && other.to <= event.from)
  if (opens) return deed || event.from - found.to > 12 ? -3 : 0.2
  const gap = found.from - event.to
  const { word } = prepositionOf(view, found)
  if (gap < 0 || gap > 12 || at < 0 || !/^(?:in|at|outside|from)$/.test(word)) return -2
  const between = view.tokens.slice(event.to, at)
  if (between.some(({ lower }) => lower === 'that' || lower === '“' || words.subordinators.has(lower))) return -2
  // "said Monday in Sarn" is short, "said work in Sarn" is what was said
  const weak = event.mention.strength < 0.4
  const timeOnly = between.every((token) => token.kind !== 'word' || token.lower === 'on' || view.timeSpans.some(({ start, end }) => token.start >= start && token.end <= end))
  return weak && !timeOnly ? -2 : 0.2
}

/** The sentence, or its clause after a semicolon, begins with this preposition (a dateline or "Meanwhile," before it). */
function isOpening(view: View, at: number): boolean {
  const before = view.tokens.slice(0, at)
  if (before.length === 0) return true
  const last = before.at(-1)!
  if (/^[–—;:“-]$/.test(last.text)) return true
  return before.length <= 3 && !before.some((token) => view.events.some(({ mention }) => token.start >= mention.start && token.end <= mention.end)) && before.every(({ lower }) => /^(?:also|meanwhile|later|earlier|,|elsewhere|speaking|and|but|then|far|only)$/.test(lower))
}
