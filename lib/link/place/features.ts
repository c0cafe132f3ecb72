/**
 * What speaks for and against a place being where an event happened: names of features, each of which
 * `data/event-place.json` gives a weight. All are read from the one sentence that both stand in.
 */
import type { IncidentType } from '../../taxonomy'
import type { Token } from '../../types'
import { contains, isCountryOrWider } from '../geo'
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
  'took place': 2.5, 'of another': -4, outcome: -3, reported: -4, 'of them': -3, 'visit to': 3, visited: 3, left: 1.5,
  'topic meeting': -4, 'topic agreement': -4, 'strong before': -2, 'strong after': -1.5, 'struck violence': 1.5, 'struck disaster': 1.5, 'names what holds': -2,
  'next meeting with': -2, 'next meeting for': -2, 'next meeting on': -3, 'next agreement on': -3, 'next agreement with': -3, 'next agreement for': -3, 'next meeting about': -3, 'over after that': -1,
}

const isWord = ({ text, kind }: Token) => kind !== 'number' && !/^\p{Lu}/u.test(text)

/** Not more than eight words away, with no comma or clause between. */
function isClose({ tokens }: View, event: FoundEvent, found: FoundPlace): boolean {
  const [low, high] = found.from >= event.to ? [event.to, found.from] : [found.to, event.from]
  if (high - low > 8) return false
  for (let i = low; i < high; i++) if (tokens[i]!.kind === 'punctuation' || words.subordinators.has(tokens[i]!.lower)) return false
  return true
}

/** The features of one place for one event, `kind` being the event's group of types, or "other" for a word that is no trigger. */
export function featuresOf(view: View, event: FoundEvent, found: FoundPlace, kind: string = group[event.mention.type]): string[] {
  const { tokens } = view
  const { word, at } = prepositionOf(view, found)
  const after = found.from >= event.to
  const inside = found.from >= event.from && found.to <= event.to
  const side = inside ? 'in' : after ? 'after' : 'before'
  const verb = event.mention.rule.includes('/noun') ? 'noun' : 'verb'
  const [low, high] = after ? [event.to, found.from] : [found.to, event.from]
  const gap = Math.max(0, high - low)
  const between = tokens.slice(low, Math.max(low, high))
  const opens = at >= 0 && isOpening(view, at) && !after && !between.some(({ text }) => text === ';')

  const out = ['bias', side, `${side} ${verb}`, `prep ${word}`, `prep ${side} ${word}`, `prep ${kind} ${word}`, `prep ${kind} ${side} ${verb} ${word}`, `gap ${side} ${bucket(gap)}`, `gap ${kind} ${side} ${bucket(gap)}`]
  if (word !== '' && after && at === event.to) out.push(`next ${word}`, `next ${kind} ${word}`)
  if (word === '' && after && gap <= 3 && !between.some((token) => token.kind === 'punctuation')) out.push('object', `object ${kind} ${verb}`)
  if (word === '' && /^[,(]$/.test(tokens[found.from - 1]?.text ?? '')) out.push('apposed')
  if (opens) out.push('opens', `opens ${kind}`)

  // what stands between
  let commas = 0, strong = 0, subordinate = 0, saying = 0, verbs = 0
  for (let i = 0; i < between.length; i++) {
    const { text, lower, kind: sort } = between[i]!
    if (text === ',') commas++
    else if (sort === 'punctuation' && /[;:—–()“”"]/.test(text)) strong++
    else if (words.subordinators.has(lower)) { subordinate++; out.push(`over ${side} ${lower}`); if (lower === 'where' && i <= 1) out.push('where next') }
    else if (words.saying.has(lower)) saying++
    else if (lower === 'that' && i > 0) out.push(`over ${side} that`)
    else if (/(?:ed|was|were|has|had|is|are)$/.test(lower) && sort === 'word') verbs++
  }
  const over = opens ? 'opening' : side
  out.push(`commas ${over} ${counted(commas)}`)
  if (strong > 0) out.push(`strong ${over}`)
  if (subordinate > 0) out.push(`clauses ${over} ${counted(subordinate)}`)
  if (saying > 0) out.push(`saying ${over}`)
  if (verbs > 0) out.push(`verbs ${over} ${counted(verbs)}`)
  if (between.some(({ lower }) => lower === 'and')) out.push(`and ${over}`)
  // "during the raid, and the airport of Sarn was closed": a clause of its own
  const follows = tokens[found.to]
  const isSubject = follows !== undefined && follows.kind === 'word' && /^(?:was|were|is|are|has|had|have|will|would|said|says)$|..ed$/.test(follows.lower)
  if (isSubject) out.push(`subject ${side}`)
  const another = between.some(({ text }, i) => text === ',' && /^(?:and|but|while|as|or)$/.test(between[i + 1]?.lower ?? ''))
  if (another) out.push(`clause ${over}`, `clause ${over} ${isSubject ? 'subject' : 'no subject'}`)
  if (between.some(({ lower }) => lower === 'since' || lower === 'than')) out.push(`since ${side}`)

  // other events and places that have a say
  const others = view.events.filter((other) => other !== event && other.mention.type !== 'statement' && other.from >= low && other.to <= high)
  if (others.length > 0) out.push(`event between ${over}`, `event between ${over} ${others.some(({ mention }) => mention.rule.includes('/verb')) ? 'verb' : 'noun'}`)
  if (at >= 0 && view.events.some((other) => other !== event && other.to === at)) out.push(`next to another ${side}`)
  const nearer = view.places.filter((other) => other !== found && other.from >= low && other.to <= high)
  if (nearer.length > 0) out.push(`place between ${side} ${counted(nearer.length)}`)
  let whole = false, part = false
  for (const other of view.places) {
    if (other === found) continue
    if (contains(found.place, other.place) && other.place.id !== found.place.id) whole = true
    else if (contains(other.place, found.place) && other.place.id !== found.place.id) part = true
  }
  if (whole) out.push('holds another', `holds another ${word === '' ? 'bare' : 'with preposition'}`)
  if (part) out.push('inside another')
  if (view.places.length === 1) out.push('only place', `only place ${kind}`)
  if (view.places[0] === found) out.push('first place')
  if (after && !view.places.some((other) => other.from >= event.to && other.from < found.from)) out.push('first after')

  // "hit Vela a week after an attack on a mosque in Sarn": a place of the event's own limb, on its other side
  const close = view.places.filter((other) => other !== found && (after ? other.to <= event.from : other.from >= event.to) && isClose(view, event, other))
  if (close.length > 0) out.push(`rival ${side}`, `rival ${side} ${isClose(view, event, found) ? 'both close' : 'farther'}`)
  if (isClose(view, event, found)) out.push(`close ${side}`)

  // what governs the name
  const governor = (at >= 0 ? at : found.from) - 1
  const governed = governor >= event.from && governor < event.to ? undefined : tokens[governor]
  if (governed) {
    if (words.notHere.has(governed.lower)) out.push('not here')
    if (words.speakers.has(governed.lower)) out.push('of speakers', `of speakers ${kind}`)
    if (/^(?:attack|raid|strike)s?$/.test(governed.lower)) out.push('governed by deed')
    if (governed.kind === 'word' && /ed$/.test(governed.lower)) out.push('governed by verb')
  }
  if (tokens[event.from - 1] && /^(?:for|to|after|during|of|in|amid|before)$/.test(tokens[event.from - 1]!.lower)) out.push(`event ${tokens[event.from - 1]!.lower} ${side}`)
  out.push(`level ${found.place.level}`, `level ${kind} ${found.place.level}`, `level ${side} ${found.place.level}`)
  if (/^(?:port|town|city|village|resort|harbou?r|capital|island|region|state|province|district|suburb|neighbou?rhood)$/.test(tokens[found.to]?.lower ?? '')) out.push(tokens[found.to + 1]?.lower === 'of' ? 'names what holds' : 'level said')
  if (/^[’']?s$/.test(tokens[found.to]?.lower ?? '') || /[’']s$/.test(found.mention.text)) out.push('possessive', `possessive ${side}`)
  if (!isCountryOrWider(found.place) && found.place.level === 'town') out.push(`town ${side} ${bucket(gap)}`)

  // constructions
  if (!after && isStruck(view, event, found)) out.push('struck', `struck ${kind}`)
  if (takesPlace(view, event, at)) out.push('took place')
  if (isTopic(view, event, found)) out.push(`topic ${kind}`)
  if (after && at >= 0 && isOthers(view, event, at)) out.push('of another')
  if (!after && isOutcome(view, event)) out.push('outcome')
  if (opens && isReported(view, event, found)) out.push('reported')
  if (at >= 2 && tokens[at - 1]?.lower === 'them' && tokens[at - 2]?.lower === 'of') out.push('of them')
  if (kind === 'meeting' && word === 'to' && /visit|trip|tour|travel|return/.test(event.mention.text)) out.push('visit to')
  if (kind === 'meeting' && /^visit|^tour/.test(event.mention.text.toLowerCase()) && word === '' && after && gap <= 3) out.push('visited')
  if (kind === 'movement' && /^(?:left|leav|depart)/.test(event.mention.text) && after && gap <= 2) out.push('left')
  if (kind === 'movement' || kind === 'other') out.push(`word ${/^(?:arriv|enter|land|reach|return|flew|fly|went|came)/.test(event.mention.text) ? 'arrive' : /^(?:left|leav|depart|flee|fled|withdr|pull)/.test(event.mention.text) ? 'leave' : 'move'} ${word} ${side}`)
  // the words themselves; names are left out, since they would only be learned by heart
  const said = event.mention.text.toLowerCase()
  out.push(`event ${said}`, `event ${said} ${side}`, `event ${said} ${word}`)
  if (governed && isWord(governed)) out.push(`governor ${governed.lower}`)
  const [behind, ahead, next] = [tokens[found.to], tokens[found.from - 1], tokens[event.to]]
  if (behind && isWord(behind)) out.push(`behind ${behind.lower}`)
  if (ahead && isWord(ahead)) out.push(`ahead ${ahead.lower}`)
  if (next && isWord(next)) out.push(`next word ${next.lower} ${side}`)
  if (between.length <= 3 && between.length > 0 && between.every(isWord)) out.push(`path ${side} ${between.map(({ lower }) => lower).join(' ')}`)
  return out
}
