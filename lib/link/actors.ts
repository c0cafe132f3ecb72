/**
 * Event → who did it, to whom, with whom. Each name of the sentence has a place in its grammar ("by X", "X's", before or
 * behind the verb), and that place tells the part; a name whose place tells none is no party.
 */
import { countryName } from '../countries'
import { families } from '../taxonomy'
import type { Actor, ActorMention, Place, Token } from '../types'
import { accusing, against, carries, crowd, determiner, dropped, harms, peopleOf, saying, self, suffers, suspected, transitive, undergone } from './actor-words'
import type { Draft } from './draft'
import type { View } from './view'

type Role = Actor['role']
/** Somebody named in the sentence: tokens `[from, to)`, and the part told by the words around, if they tell one. */
type Named = { from: number; to: number; actor: Omit<Actor, 'role'>; sort: ActorMention['sort'] | 'country' | 'people' }

const most = 6
const window = 120
const isCrowd = (name: string) => crowd.has(name.toLowerCase().split(' ').at(-1)!)
const facesProtest = /\b(?:police|policemen|officers|troops|soldiers|army|guards?|gendarmes|security forces)$/i

/** @param claimedBy whose responsibility is told, as `standingOf` found it */
export function actorsOf({ lead, mentions, type }: Draft, claimedBy?: string): Actor[] {
  const found = new Map<string, Actor>()
  // what the leading sentence leaves open, another one of the same event may tell
  for (const { view, event } of [lead, ...mentions.filter(({ event }) => event && event !== lead.event)].slice(0, 6)) {
    if (!event || view.isTitle && found.size > 0) continue
    if (found.size > 0 && [...found.values()].some(({ role }) => role === 'by')) break
    for (const actor of actorsIn(view, event, type)) {
      const key = (actor.canonical ?? actor.name).toLowerCase()
      if (!found.has(key)) found.set(key, actor)
    }
  }
  const answers = claimedBy !== undefined && families[type] === 'violence' && mentions.some(({ view }) => view.claims.some(({ rule, by }) => by === claimedBy && (rule === 'responsibility' || rule === 'claimed-by')))
  if (answers && ![...found.values()].some(({ name, canonical }) => claimedBy.includes(canonical ?? name) || name.includes(claimedBy))) found.set(claimedBy, { name: claimedBy, role: 'by' })
  return [...found.values()].slice(0, most)
}

function actorsIn(sentence: View, found: { from: number; to: number; mention: { rule: string; text: string; clause: { start: number; end: number } } }, type: Draft['type']): Actor[] {
  const [view, event] = near(sentence, found)
  const scene: Scene = { tokens: view.tokens, from: event.from, to: event.to, type, verb: event.mention.rule.includes('/verb'), passive: false }
  scene.passive = isPassive(scene)
  const named = namedIn(view)
  const roles: (Role | undefined)[] = []
  const first = clauseStart(view, event.from, event.mention.clause.start)
  const last = clauseEnd(view, event.to, event.mention.clause.end)
  named.forEach((one, i) => {
    if (one.to <= first || one.from >= last || isSpeaker(one, scene)) { roles.push(undefined); return }
    const joined = i > 0 ? joinedTo(named[i - 1]!, one, scene.tokens) : false
    // "between X and Y", "killed X and Y"
    if (joined && roles[i - 1]) { roles.push(roles[i - 1]); return }
    roles.push(one.from >= event.to ? roleAfter(one, scene) : one.to <= event.from ? roleBefore(one, named, i, scene) : 'by')
  })
  // "Rebels and the army clashed": the first of a pair is told by the second
  for (let i = named.length - 2; i >= 0; i--) if (!roles[i] && roles[i + 1] && joinedTo(named[i]!, named[i + 1]!, scene.tokens) && !isSpeaker(named[i]!, scene) && named[i]!.from >= first) roles[i] = roles[i + 1]
  return named.flatMap(({ actor, sort }, i) => {
    const role = roles[i]
    if (!role) return []
    // nobody does a flood; who was hurt is counted, and named only by name
    if (families[type] === 'disaster') return sort === 'person' ? [{ ...actor, role: 'unknown' as const }] : []
    // "Police opened fire on the marchers": they face a protest, unless it is their own
    if (type === 'protest' && role === 'by' && sort === 'group' && facesProtest.test(actor.name) && !/strike|walk/i.test(event.mention.text)) return [{ ...actor, role: 'against' as const }]
    if (type === 'protest' && role === 'against' && isCrowd(actor.name)) return [{ ...actor, role: 'by' as const }]
    return [{ ...actor, role }]
  })
}

/** The tokens that may tell of a trigger's parties: a sentence without end must not cost its square. */
function near<Found extends { from: number; to: number }>(view: View, event: Found): [View, Found] {
  if (view.tokens.length <= window) return [view, event]
  const first = Math.max(0, event.from - window)
  const tokens = view.tokens.slice(first, event.to + window)
  const [start, end] = [tokens[0]!.start, tokens.at(-1)!.end]
  const inside = <T extends { start: number; end: number }>(list: T[]) => list.filter((one) => one.start >= start && one.end <= end)
  return [{ ...view, tokens, actors: inside(view.actors), parties: inside(view.parties), places: view.places.filter(({ mention }) => mention.start >= start && mention.end <= end) }, { ...event, from: event.from - first, to: event.to - first }]
}

type Scene = { tokens: readonly Token[]; from: number; to: number; type: Draft['type']; verb: boolean; passive: boolean }

/** Actors and governments of a sentence in order, none inside another, none that is only where something is. */
function namedIn(view: View): Named[] {
  let known = namings.get(view)
  if (!known) namings.set(view, (known = findNamed(view)))
  return known
}

/** The same for each event of a sentence. */
const namings = new WeakMap<View, Named[]>()

function findNamed(view: View): Named[] {
  const at = (start: number) => view.tokens.findIndex((token) => token.end > start)
  const behind = (end: number) => { const i = view.tokens.findIndex((token) => token.start >= end); return i < 0 ? view.tokens.length : i }
  // "Turkish-backed", "Greek-owned"
  const insideWord = (end: number) => view.tokens.some((token) => token.start < end && token.end > end)
  const actors = view.actors
    .filter(({ start, end }) => !view.places.some(({ mention }) => mention.start <= start && end <= mention.end))
    .map(({ start, end, name, canonical, country, sort }): Named => {
      const owner = ownerBefore(view, start)
      const whose = country ?? view.parties.find((party) => party.start >= start && party.end <= end && !insideWord(party.end))?.at?.country ?? owner?.at?.country
      // "Ukraine's military" is a name; "military" is none
      return { from: at(owner?.start ?? start), to: behind(end), sort, actor: { name: owner ? `${owner.text}’s ${name}` : name, ...(canonical && canonical !== name && { canonical }), ...(whose && { country: whose }) } }
    })
  const parties = view.parties
    .filter(({ start, end }) => !view.actors.some((actor) => start < actor.end && actor.start < end))
    // a small town or a county that "acts" is a place misread
    .filter(({ at: place }) => !place || place.level === 'country' || place.level === 'site' || (place.level === 'town' && (place.population ?? 0) >= 300_000))
    // "a Greek-owned tanker" does nothing for Greece
    .filter(({ end }) => !insideWord(end))
    .map(({ start, end, name, at: place, role }): Named => {
      const canonical = countryName(place?.country)
      // "Ukrainian" is no name to be called by; "Kyiv" is
      const shown = role === 'demonym' ? canonical ?? name : name
      return { from: at(start), to: behind(end), sort: role === 'demonym' ? 'people' : 'country', actor: { name: shown, ...(canonical && canonical !== shown && { canonical }), ...(place?.country && { country: place.country }) } }
    })
    // "Ukraine's military" and "Yemen's Houthi movement" are named once
    .filter(({ from }) => !actors.some((actor) => from >= actor.from && from < actor.to))
  return [...actors, ...parties].filter(({ from, to }) => from >= 0 && to > from).sort((a, b) => a.from - b.from)
}

const isPossessive = (token: Token | undefined): boolean => token !== undefined && (/^['’]s?$/i.test(token.text))

/** "Ukraine's military": whose it is. */
function ownerBefore(view: View, start: number): { start: number; text: string; at?: Place } | undefined {
  const i = view.tokens.findIndex((token) => token.start === start)
  if (i < 1 || !isPossessive(view.tokens[i - 1])) return undefined
  return [...view.parties, ...view.places.map(({ mention, place }) => ({ ...mention, at: place }))].find(({ end }) => end === view.tokens[i - 1]!.start)
}

/** "was hit", "has been detained"; and "a soldier killed in Sarn", where no "was" stands. */
function isPassive({ tokens, from, to, verb }: Scene): boolean {
  if (!verb) return false
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    const { lower } = tokens[i]!
    if (/^(?:was|were|been|being|is|are|be|get|got)$/.test(lower)) return !tokens[from]!.lower.endsWith('ing')
    if (!/ly$|^(?:also|not|then|later|shot|first|since|both|all)$/.test(lower)) break
  }
  const next = tokens[to]
  if (next?.lower === 'by' && /(?:ed|en|ot|uck|hit|ung|ung)$/.test(tokens[from]!.lower)) return true
  return transitive.has(tokens[from]!.lower) && !/^(?:least|most|them|him|her)$/.test(tokens[to + 1]?.lower ?? '') && (next === undefined || /^(?:in|at|on|near|when|during|outside|while|after|[.,;])$/.test(next.lower) && tokens[from - 1]?.lower !== 'have' && tokens[from - 1]?.lower !== 'had' && tokens[from - 1]?.lower !== 'has')
}

/** What stands before a name, over its determiners and numbers: "attack on [two] police", "jets of [the] army". */
function before(tokens: readonly Token[], from: number): { word: string; at: number } {
  let i = from - 1
  for (let steps = 0; i >= 0 && steps < 12; steps++) {
    const { lower, kind } = tokens[i]!
    if (determiner.has(lower) || kind === 'number') { i--; continue }
    // "members of the army", "envoys of both governments"
    if (lower === 'of' && i > 0 && peopleOf.has(tokens[i - 1]!.lower)) { i -= 2; continue }
    if (/(?:ed|ing|ern|al|ian|ese|ic)$/.test(lower) && i > 0 && determiner.has(tokens[i - 1]!.lower)) { i--; continue }
    break
  }
  return { word: tokens[i]?.lower ?? '', at: i }
}

/** "X and Y", "X, Y and Z". */
function joinedTo(first: Named, second: Named, tokens: readonly Token[]): boolean {
  const between = tokens.slice(first.to, second.from).map(({ lower }) => lower).filter((word) => !determiner.has(word) && !/^\d+$|-(?:led|backed|based|allied)$/.test(word))
  if (between.length === 0) return false
  return between.length <= 6 && /^(?:,?\s?(?:and|or|as well as)|,)(?: (?:\S+) of)?$/.test(between.join(' '))
}

/** "police said", "according to the army", ", the ministry added": one who only tells of it. */
function isSpeaker({ to, from, sort }: Named, { tokens, type, from: event, to: behind }: Scene): boolean {
  const lead = before(tokens, from)
  if (lead.word === 'to' && tokens[lead.at - 1]?.lower === 'according') return true
  let i = to
  // "X, the US envoy, said"; "X on Monday said"
  for (let steps = 0; steps < 5 && tokens[i] && /^(?:also|later|has|have|had|then|on|again|repeatedly|earlier|now|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|.+ly)$/.test(tokens[i]!.lower); steps++) i++
  i = behindAside(tokens, i)
  const verb = tokens[i]
  if (!verb) return saidBehind(tokens, lead.at)
  if (i === event || i > event && i < behind) return false
  if (!saying.has(verb.lower) || /^(?:saw|found|released?|suspected|called)$/.test(verb.lower) && type !== 'statement' || tokens[i + 1]?.lower === 'by') return saidBehind(tokens, lead.at) && from > event
  // "The army said it had attacked", "said its forces had taken": it speaks of itself
  if (type === 'statement') return false
  let next = i + 1
  while (/^(?:that|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(tokens[next]?.lower ?? '')) next++
  if (/^(?:it|they|its|their|we|he|she|his|her)$/.test(tokens[next]?.lower ?? '') && event > i) return false
  if (/^claim|^boast/.test(verb.lower) && event > i && /^(?:to|having|responsibility|of)$/.test(tokens[i + 1]?.lower ?? '')) return false
  // "X said on Monday they would strike": a union tells what itself will do
  return sort !== 'country' || !accusing.has(verb.lower) || event < i
}

/** "Nwodo, the group's chief, [said]": over what stands between commas, if it is short and a verb of saying follows. */
function behindAside(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.text !== ',') return i
  if (saying.has(tokens[i + 1]?.lower ?? '')) return i + 1
  for (let k = i + 1; k < Math.min(tokens.length, i + 14); k++) if (tokens[k]!.text === ',') return saying.has(tokens[k + 1]?.lower ?? '') ? k + 1 : i
  return i
}

/** "…, said the minister". */
const saidBehind = (tokens: readonly Token[], at: number): boolean => /^(?:said|says|added|reported)$/.test(tokens[at]?.lower ?? '') && /^[,”"’']$/.test(tokens[at - 1]?.text ?? '')

function roleAfter(one: Named, scene: Scene): Role | undefined {
  const { tokens, to, type, verb, passive } = scene
  const family = families[type]
  const { word, at } = before(tokens, one.from)
  const beside = at < to
  switch (word) {
    // "shot down drones launched by X"
    case 'by': return verb && !passive && at > to && /(?:ed|own|ent)$/.test(tokens[at - 1]?.lower ?? '') ? (family === 'violence' ? 'against' : undefined) : 'by'
    case 'between': case 'among': return 'with'
    case 'with': return family === 'violence' || family === 'protest' ? 'against' : 'with'
    case 'from': return family === 'diplomacy' && at <= to + 1 ? 'by' : type === 'humanitarian' && !verb ? 'by' : undefined
    case 'to': case 'for': return word === 'to' && (family === 'diplomacy' || type === 'humanitarian' && at <= to + 6) ? 'with' : undefined
    case 'of':
      if (verb || at > to) return accusing.has(tokens[at - 1]?.lower ?? '') ? 'against' : undefined
      return self.has(tokens[at - 1]?.lower ?? '') || family === 'diplomacy' || type === 'movement' || type === 'protest' ? 'by' : 'against'
  }
  if (against.has(word)) return family === 'violence' || family === 'coercion' || family === 'protest' ? (word === 'against' || at <= to + 3 ? (word === 'at' || word === 'on') && one.sort === 'office' && family === 'protest' ? undefined : 'against' : undefined) : word === 'against' ? 'against' : undefined
  // "marched past the parliament": the preposition belongs to the trigger
  if (dropped.has(word) || (verb && to > scene.from + 1 && dropped.has(tokens[to - 1]!.lower))) return undefined
  // "sentenced journalist Ivan Orlo"
  if (one.sort === 'person' && verb && !passive && at === to && /^\p{Ll}/u.test(tokens[at]?.text ?? '')) return objectRole(scene)
  // "clashed with" is above; "met the king", "arrested six men": right behind the verb
  if (beside || at - to < 2 && !/[,;.]/.test(tokens[at]?.text ?? '')) return verb && !passive && beside ? (type === 'statement' && one.sort === 'people' ? undefined : objectRole(scene)) : !verb && harms.has(word) ? 'against' : accusing.has(word) ? 'against' : undefined
  // "an attack that killed two officers", "the raid left four soldiers dead"
  if (harms.has(word) && at < to + 12) return family === 'violence' || family === 'coercion' && /arrest|detain/.test(word) ? 'against' : undefined
  return undefined
}

const objectRole = ({ type, tokens, from }: Scene): Role => accusing.has(tokens[from]!.lower) ? 'against' : families[type] === 'diplomacy' || families[type] === 'mobility' ? 'with' : 'against'

function roleBefore(one: Named, named: readonly Named[], i: number, scene: Scene): Role | undefined {
  const { tokens, from, type, verb, passive } = scene
  const family = families[type]
  const trigger = tokens[scene.to - 1]!.lower
  const word = governing(one, scene)
  const nextWord = tokens[one.to]
  // "X's attack", "the Russian drone strike", "police raids"
  if (!verb || one.sort === 'people') {
    const gap = from - one.to
    const owns = isPossessive(nextWord) ? gap <= 5 : gap <= 2
    if (owns && !tokens.slice(one.to, from).some(({ text, lower }) => /^[,;:]$/.test(text) || dropped.has(lower) || lower === 'and' || lower === 'by')) {
      if (one.sort === 'people' && verb) return passive ? objectRole(scene) : 'by'
      return undergone.has(trigger) && family !== 'mobility' && one.sort !== 'people' ? 'against' : 'by'
    }
  }
  if (isPossessive(nextWord)) return undefined
  // "it had also struck": the one who speaks
  const pronoun = subjectPronoun(scene)
  if (verb && !passive && /^(?:it|they|we)$/.test(pronoun)) return named.findIndex((other) => isSubjectPlace(other, scene)) === i ? 'by' : undefined
  // "jailed a man who drew a knife": the man drew it
  if (verb && tokens.slice(one.to + (tokens[one.to]?.text === ',' ? 2 : 1), from).some(({ lower }) => lower === 'who')) return undefined
  if (word === 'by') return family === 'violence' && !passive ? 'by' : undefined
  if (word === 'between') return 'with'
  if (word === 'with' && family === 'diplomacy') return 'with'
  if (word === 'against' || dropped.has(word) || word === 'of' || word === 'to' || word === 'for' || word === 'with' || word === 'from' && family !== 'diplomacy') return undefined
  if (word === 'on' || word === 'at' || word === 'upon') return undefined
  // only the subject nearest to the verb acts
  if (named.slice(i + 1).some((other) => other.to <= from && !joinedChain(named, i, other, tokens) && isSubject(other, scene))) return undefined
  if (verb) return passive ? (family === 'mobility' ? 'with' : objectRole(scene)) : 'by'
  return roleOfSubject(one, scene)
}

const joinedChain = (named: readonly Named[], i: number, other: Named, tokens: readonly Token[]): boolean => {
  for (let k = i; named[k] && named[k] !== other; k++) if (!named[k + 1] || !joinedTo(named[k]!, named[k + 1]!, tokens)) return false
  return true
}

/** The preposition before a name; "after Russian missiles struck" has none, but a clause of its own. */
function governing(one: Named, { tokens, from, verb }: Scene): string {
  const { word } = before(tokens, one.from)
  const joins = verb && /^(?:after|before|as|since|until|than|like)$/.test(word) && from >= one.to && from - one.to <= 4 && !tokens.slice(one.to, from).some(({ lower, kind }) => kind !== 'word' || dropped.has(lower))
  return joins ? '' : word
}

/** "it" of "it had also struck": what stands before the verb and its helpers. */
function subjectPronoun({ tokens, from }: Scene): string {
  let i = from - 1
  while (i > 0 && i > from - 5 && /^(?:has|have|had|also|then|later|already|.+ly)$/.test(tokens[i]!.lower)) i--
  return tokens[i]?.lower ?? ''
}

/** Not behind a preposition, not owning something else, not only speaking. */
const isSubject = (one: Named, scene: Scene): boolean => isSubjectPlace(one, scene) && !isSpeaker(one, scene)

function isSubjectPlace(one: Named, scene: Scene): boolean {
  const word = governing(one, scene)
  return !/^(?:of|to|for|with|from|on|at|upon|by|against|between)$/.test(word) && !dropped.has(word) && !isPossessive(scene.tokens[one.to])
}

/** "X launched an attack", "X died in an attack", "X held talks": what the verb between says of the subject. */
function roleOfSubject(one: Named, { tokens, from, type }: Scene): Role | undefined {
  const family = families[type]
  const words = tokens.slice(one.to, from).map(({ lower }) => lower)
  if (words.length > 25) return undefined
  if (words.some((word) => suffers.has(word)) && family === 'violence') return 'against'
  // "was charged with the murder": the law says that he did it
  if (family === 'violence' && words.some((word) => suspected.has(word))) return 'by'
  const be = words.findIndex((word) => /^(?:was|were|been|being|is|are)$/.test(word))
  if (be >= 0 && words.slice(be + 1, be + 4).some((word) => transitive.has(word) || harms.has(word))) return family === 'violence' || family === 'coercion' ? 'against' : undefined
  if (words.some((word) => carries.has(word))) return 'by'
  // "the sides in talks", "envoys at a summit", but not "X on the attack"
  return family === 'diplomacy' && !words.some((word) => saying.has(word)) ? 'by' : undefined
}

/** The clause begins behind the last semicolon or "while", and reaches back to the sentence's subject. */
function clauseStart({ tokens }: View, from: number, start: number): number {
  const pronoun = tokens[from - 1]
  // "… the council before he flew to Sarn": the council did not fly
  if (pronoun && /^(?:he|she)$/.test(pronoun.lower)) return from
  for (let i = from - 1; i >= 0; i--) if (tokens[i]!.text === ';' || /^(?:while|but|whereas)$/.test(tokens[i]!.lower) && tokens[i]!.start < start) return i + 1
  return 0
}

function clauseEnd({ tokens }: View, to: number, end: number): number {
  for (let i = to; i < tokens.length; i++) if (tokens[i]!.text === ';' || tokens[i]!.start > end + 1 && /^(?:while|but|as|when|after|before|whereas|where)$/.test(tokens[i]!.lower)) return i
  return tokens.length
}
