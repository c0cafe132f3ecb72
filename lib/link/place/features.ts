/**
 * What speaks for and against a place being where an event happened: names of features, each of which
 * `data/event-place.json` gives a weight. All are read from the one sentence that both stand in.
 */
import type { IncidentType } from '../../taxonomy'
import type { Token } from '../../types'
import { contains } from '../geo'
import type { FoundEvent, FoundPlace, View } from '../view'
import * as words from '../words'
import { isOthers, isOpening, isOutcome, isReported, isStruck, isTopic, prepositionOf, takesPlace } from './grammar'

const group: Record<IncidentType, string> = {
  meeting: 'meeting', statement: 'statement', agreement: 'agreement', sanction: 'agreement',
  strike: 'violence', attack: 'violence', clash: 'violence', disaster: 'disaster',
  protest: 'protest', detention: 'detention', movement: 'movement', humanitarian: 'movement',
}

const bucket = (n: number) => (n <= 3 ? String(n) : n <= 5 ? '5' : n <= 8 ? '8' : n <= 12 ? '12' : n <= 20 ? '20' : 'far')
const counted = (n: number) => (n > 2 ? 'many' : String(n))

/** What the hand sets for constructions too rare in the training, in natural logarithms of odds; the trained weights start there and are pulled back to it. */
export const byReason: Readonly<Record<string, number>> = {
  'took place': 2.5, 'of another': -4, outcome: -3, reported: -4, 'of them': -3, 'visit to': 3, visited: 3, 'came for': 3, left: 1.5,
  'topic meeting': -4, 'topic agreement': -4, 'strong before': -2, 'strong after': -1.5, 'struck violence': 1.5, 'struck disaster': 1.5, 'names what holds': -2,
  'next meeting with': -2, 'next meeting for': -2, 'next meeting on': -3, 'next agreement on': -3, 'next agreement with': -3, 'next agreement for': -3, 'next meeting about': -3, 'over after that': -1,
}

/** An event and a place, with what most features ask of the two. */
type Pair = {
  view: View; event: FoundEvent; found: FoundPlace
  /** The event's group of types, or "other" for a word that is no trigger. */
  kind: string
  /** The preposition that governs the name, and its token; '' and −1 where there is none. */
  word: string; at: number
  /** The place stands before, after or in the event's words. */
  side: 'before' | 'after' | 'in'
  sort: 'verb' | 'noun'
  /** The tokens between the two: `[low, high)`, and how many. */
  low: number; high: number; gap: number
  /** "In Sarn, …": the place opens the sentence and the event follows. */
  opens: boolean
  /** What lies between is told of an opening place apart, since that holds for all of its sentence. */
  over: string
}

/** The features of one place for one event. */
export function featuresOf(view: View, event: FoundEvent, found: FoundPlace, kind: string = group[event.mention.type]): string[] {
  const pair = pairOf(view, event, found, kind)
  const out = ['bias']
  position(pair, out)
  inBetween(pair, out)
  rivals(pair, out)
  governors(pair, out)
  constructions(pair, out)
  wordsBeside(pair, out)
  return out
}

function pairOf(view: View, event: FoundEvent, found: FoundPlace, kind: string): Pair {
  const { word, at } = prepositionOf(view, found)
  const after = found.from >= event.to
  const inside = found.from >= event.from && found.to <= event.to
  const side = inside ? 'in' : after ? 'after' : 'before'
  const [low, high] = after ? [event.to, found.from] : [found.to, event.from]
  let opens = at >= 0 && !after && isOpening(view, at)
  for (let i = low; opens && i < high; i++) if (view.tokens[i]!.text === ';') opens = false
  return { view, event, found, kind, word, at, side, sort: event.mention.rule.includes('/noun') ? 'noun' : 'verb', low, high, gap: Math.max(0, high - low), opens, over: opens ? 'opening' : side }
}

function position({ view: { tokens }, event, found, kind, word, at, side, sort, low, high, gap, opens }: Pair, out: string[]): void {
  out.push(side, `${side} ${sort}`, `prep ${word}`, `prep ${side} ${word}`, `prep ${kind} ${word}`, `prep ${kind} ${side} ${sort} ${word}`, `gap ${side} ${bucket(gap)}`, `gap ${kind} ${side} ${bucket(gap)}`)
  if (word !== '' && side === 'after' && at === event.to) out.push(`next ${word}`, `next ${kind} ${word}`)
  if (word === '' && side === 'after' && gap <= 3 && !hasPunctuation(tokens, low, high)) out.push('object', `object ${kind} ${sort}`)
  if (word === '' && /^[,(]$/.test(tokens[found.from - 1]?.text ?? '')) out.push('apposed')
  if (opens) out.push('opens', `opens ${kind}`)
  if (found.place.level === 'town') out.push(`town ${side} ${bucket(gap)}`)
}

/** What stands between the two: commas, clauses, verbs, words of saying. */
function inBetween({ view: { tokens }, found, side, low, high, over }: Pair, out: string[]): void {
  let commas = 0, strong = 0, subordinate = 0, saying = 0, verbs = 0
  let and = false, since = false, another = false
  for (let i = low; i < high; i++) {
    const { text, lower, kind } = tokens[i]!
    if (lower === 'and') and = true
    if (lower === 'since' || lower === 'than') since = true
    if (text === ',') {
      commas++
      // "during the raid, and the airport of Sarn was closed": a clause of its own
      if (i + 1 < high && /^(?:and|but|while|as|or)$/.test(tokens[i + 1]!.lower)) another = true
    } else if (kind === 'punctuation') {
      if (/[;:—–()“”"]/.test(text)) strong++
    } else if (words.subordinators.has(lower)) {
      subordinate++
      out.push(`over ${side} ${lower}`)
      if (lower === 'where' && i <= low + 1) out.push('where next')
    } else if (words.saying.has(lower)) saying++
    else if (lower === 'that' && i > low) out.push(`over ${side} that`)
    else if (kind === 'word' && /(?:ed|was|were|has|had|is|are)$/.test(lower)) verbs++
  }
  out.push(`commas ${over} ${counted(commas)}`)
  if (strong > 0) out.push(`strong ${over}`)
  if (subordinate > 0) out.push(`clauses ${over} ${counted(subordinate)}`)
  if (saying > 0) out.push(`saying ${over}`)
  if (verbs > 0) out.push(`verbs ${over} ${counted(verbs)}`)
  if (and) out.push(`and ${over}`)
  if (since) out.push(`since ${side}`)
  const follows = tokens[found.to]
  const isSubject = follows?.kind === 'word' && /^(?:was|were|is|are|has|had|have|will|would|said|says)$|..ed$/.test(follows.lower)
  if (isSubject) out.push(`subject ${side}`)
  if (another) out.push(`clause ${over}`, `clause ${over} ${isSubject ? 'subject' : 'no subject'}`)
}

/** Other events that may own the place, and other places that may be the event's. */
function rivals(pair: Pair, out: string[]): void {
  const { view, event, found, kind, word, at, side, low, high, over } = pair
  const after = side === 'after'
  let between = false, verbBetween = false, owned = false
  for (const other of view.events) {
    if (other === event) continue
    if (other.to === at) owned = true
    if (other.from < low || other.to > high || other.mention.type === 'statement') continue
    between = true
    if (other.mention.rule.includes('/verb')) verbBetween = true
  }
  if (between) out.push(`event between ${over}`, `event between ${over} ${verbBetween ? 'verb' : 'noun'}`)
  if (owned) out.push(`next to another ${side}`)

  let nearer = 0, firstAfter = after, close = false
  for (const other of view.places) {
    if (other === found) continue
    if (other.from >= low && other.to <= high) nearer++
    if (other.from >= event.to && other.from < found.from) firstAfter = false
    // "hit Vela a week after an attack on a mosque in Sarn": a place of the event's own limb, on its other side
    if (!close && (after ? other.to <= event.from : other.from >= event.to) && isClose(view, event, other)) close = true
  }
  if (nearer > 0) out.push(`place between ${side} ${counted(nearer)}`)
  if (firstAfter) out.push('first after')
  const isNear = isClose(view, event, found)
  if (close) out.push(`rival ${side}`, `rival ${side} ${isNear ? 'both close' : 'farther'}`)
  if (isNear) out.push(`close ${side}`)

  const { whole, part } = nestingOf(view, found)
  if (whole) out.push('holds another', `holds another ${word === '' ? 'bare' : 'with preposition'}`)
  if (part) out.push('inside another')
  if (view.places.length === 1) out.push('only place', `only place ${kind}`)
  if (view.places[0] === found) out.push('first place')
}

/** What governs the name, and what kind of place it names. */
function governors({ view: { tokens }, event, found, kind, at, side }: Pair, out: string[]): void {
  const governor = governorOf(tokens, event, found, at)
  if (governor) {
    if (words.notHere.has(governor.lower)) out.push('not here')
    if (words.speakers.has(governor.lower)) out.push('of speakers', `of speakers ${kind}`)
    if (/^(?:attack|raid|strike)s?$/.test(governor.lower)) out.push('governed by deed')
    if (governor.kind === 'word' && governor.lower.endsWith('ed')) out.push('governed by verb')
    if (isWord(governor)) out.push(`governor ${governor.lower}`)
  }
  const { level } = found.place
  out.push(`level ${level}`, `level ${kind} ${level}`, `level ${side} ${level}`)
  const behind = tokens[found.to]?.lower ?? ''
  if (/^(?:port|town|city|village|resort|harbou?r|capital|island|region|state|province|district|suburb|neighbou?rhood)$/.test(behind)) out.push(tokens[found.to + 1]?.lower === 'of' ? 'names what holds' : 'level said')
  if (/^[’']?s$/.test(behind) || /[’']s$/.test(found.mention.text)) out.push('possessive', `possessive ${side}`)
}

/** Constructions that tell more than their parts; each is named in `grammar.ts`. */
function constructions({ view, event, found, kind, word, at, side, gap, opens }: Pair, out: string[]): void {
  const { tokens } = view
  const { text } = event.mention
  const after = side === 'after'
  if (!after && isStruck(view, event, found)) out.push('struck', `struck ${kind}`)
  if (takesPlace(view, event, at)) out.push('took place')
  if (isTopic(view, event, found)) out.push(`topic ${kind}`)
  if (after && at >= 0 && isOthers(view, event, at)) out.push('of another')
  if (!after && isOutcome(view, event)) out.push('outcome')
  if (opens && isReported(view, event, found)) out.push('reported')
  if (at >= 2 && tokens[at - 1]?.lower === 'them' && tokens[at - 2]?.lower === 'of') out.push('of them')
  // "came to Sarn for talks"
  if (kind === 'meeting' && side === 'before' && /^(?:to|in|at)$/.test(word) && tokens[event.from - 1]?.lower === 'for') out.push('came for')
  if (kind === 'meeting' && word === 'to' && /visit|trip|tour|travel|return/.test(text)) out.push('visit to')
  if (kind === 'meeting' && /^(?:visit|tour)/i.test(text) && word === '' && after && gap <= 3) out.push('visited')
  if (kind === 'movement' && /^(?:left|leav|depart)/.test(text) && after && gap <= 2) out.push('left')
  if (kind === 'movement' || kind === 'other') out.push(`word ${/^(?:arriv|enter|land|reach|return|flew|fly|went|came)/.test(text) ? 'arrive' : /^(?:left|leav|depart|flee|fled|withdr|pull)/.test(text) ? 'leave' : 'move'} ${word} ${side}`)
}

/** The words themselves; names are left out, since they would only be learned by heart. */
function wordsBeside({ view: { tokens }, event, found, word, side, low, high, gap }: Pair, out: string[]): void {
  const before = tokens[event.from - 1]
  if (before && /^(?:for|to|after|during|of|in|amid|before)$/.test(before.lower)) out.push(`event ${before.lower} ${side}`)
  const said = event.mention.text.toLowerCase()
  out.push(`event ${said}`, `event ${said} ${side}`, `event ${said} ${word}`)
  const [behind, ahead, next] = [tokens[found.to], tokens[found.from - 1], tokens[event.to]]
  if (behind && isWord(behind)) out.push(`behind ${behind.lower}`)
  if (ahead && isWord(ahead)) out.push(`ahead ${ahead.lower}`)
  if (next && isWord(next)) out.push(`next word ${next.lower} ${side}`)
  if (gap === 0 || gap > 3) return
  let path = `path ${side}`
  for (let i = low; i < high; i++) {
    if (!isWord(tokens[i]!)) return
    path += ` ${tokens[i]!.lower}`
  }
  out.push(path)
}

const isWord = ({ text, kind }: Token) => kind !== 'number' && !/^\p{Lu}/u.test(text)

/** The word before the name or its preposition, unless it is the event itself. */
function governorOf(tokens: readonly Token[], event: FoundEvent, found: FoundPlace, at: number): Token | undefined {
  const governor = (at >= 0 ? at : found.from) - 1
  return governor >= event.from && governor < event.to ? undefined : tokens[governor]
}

function hasPunctuation(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.kind === 'punctuation') return true
  return false
}

/** Not more than eight words away, with no comma or clause between. */
function isClose({ tokens }: View, event: FoundEvent, found: FoundPlace): boolean {
  const [low, high] = found.from >= event.to ? [event.to, found.from] : [found.to, event.from]
  if (high - low > 8) return false
  for (let i = low; i < high; i++) if (tokens[i]!.kind === 'punctuation' || words.subordinators.has(tokens[i]!.lower)) return false
  return true
}

/** Whether a place holds another of its sentence, or lies in one: the same for all events, and dear to find out. */
const nestings = new WeakMap<FoundPlace, { whole: boolean; part: boolean }>()
function nestingOf({ places }: View, found: FoundPlace): { whole: boolean; part: boolean } {
  let known = nestings.get(found)
  if (!known) {
    known = { whole: false, part: false }
    // of a list of hundreds the neighbours will do
    const here = places.indexOf(found)
    for (const other of places.slice(Math.max(0, here - 8), here + 9)) {
      if (other.place.id === found.place.id) continue
      if (contains(found.place, other.place)) known.whole = true
      else if (contains(other.place, found.place)) known.part = true
    }
    nestings.set(found, known)
  }
  return known
}
