/** One sentence with everything that was found in it, and where those things stand in its tokens. */
import { tokensBySentence } from '../by-sentence'
import { families } from '../taxonomy'
import type { ActorMention, Article, ClaimMention, EventMention, Mention, Place, PlaceMention, Resolved, TimeMention, Token, TollMention, When } from '../types'
import * as words from './words'

export type FoundPlace = { mention: PlaceMention; place: Place; resolved: Resolved<Place> & { known: true }; from: number; to: number }
export type FoundTime = { mention: TimeMention; when: When; resolved: Resolved<When> & { known: true }; from: number; to: number }
export type FoundEvent = { mention: EventMention; from: number; to: number }

export type View = {
  index: number
  start: number
  end: number
  paragraph: number
  isTitle: boolean
  tokens: Token[]
  events: FoundEvent[]
  /** Only names that mean a location and were resolved. */
  places: FoundPlace[]
  /** Names of locations that no gazetteer has: something happened there, but where that is is not known. */
  unknown: PlaceMention[]
  /** Names that stand for no location by themselves: governments, teams, parts of other names. */
  names: FoundPlace[]
  /** Towns whose police, firemen or people the sentence speaks of: "Sarn police", "a Sarn man". */
  homes: FoundPlace[]
  /** Names of governments, peoples and teams, which act but are nowhere. */
  parties: (PlaceMention & { at?: Place; found?: FoundPlace })[]
  times: FoundTime[]
  /** All words of time, resolved or not. */
  timeSpans: { start: number; end: number }[]
  tolls: TollMention[]
  actors: ActorMention[]
  claims: ClaimMention[]
}

export const familyOf = (event: FoundEvent | EventMention) => families['mention' in event ? event.mention.type : event.type]

export function viewsOf(article: Article, mentions: readonly Mention[], places: Map<PlaceMention, Resolved<Place>>, times: Map<TimeMention, Resolved<When>>): View[] {
  let paragraph = 0
  const tokens = tokensBySentence(article)
  const views = article.sentences.map(({ start, end }, index): View => {
    while (paragraph + 1 < article.paragraphs.length && start >= article.paragraphs[paragraph + 1]!.start) paragraph++
    return { start, end, index, paragraph, isTitle: false, tokens: tokens[index]!, events: [], places: [], unknown: [], names: [], homes: [], parties: [], times: [], timeSpans: [], tolls: [], actors: [], claims: [] }
  })
  const first = views[0]
  if (first && article.title !== undefined && article.text.slice(first.start, first.end) === article.title) first.isTitle = true
  for (const mention of mentions) {
    const view = views[mention.sentence]
    if (!view) continue
    switch (mention.kind) {
      case 'event': view.events.push({ mention, ...tokenRange(view, mention) }); break
      case 'toll': view.tolls.push(mention); break
      case 'actor': view.actors.push(mention); break
      // "The group denied the report": of what the sentences before have told
      case 'claim': for (let i = mention.sentence; i >= 0 && i >= mention.sentence - 3 && (i === mention.sentence || views[i]!.end > mention.covers.start); i--) views[i]!.claims.push(mention); break
      case 'time': {
        view.timeSpans.push(mention)
        const resolved = times.get(mention)
        if (resolved?.known) view.times.push({ mention, when: resolved.value, resolved, ...tokenRange(view, mention) })
        break
      }
      case 'place': {
        const resolved = places.get(mention)
        if (!resolved?.known) {
          if (mention.role === 'location') view.unknown.push(mention)
          if (mention.role === 'metonym' || mention.role === 'demonym') view.parties.push(mention)
          break
        }
        const found = { mention, place: resolved.value, resolved, ...tokenRange(view, mention) }
        if (mention.role === 'location' || (mention.role === 'part' && isSite(view, found)) || (mention.role === 'demonym' && isGround(view, found))) view.places.push(found)
        else if (mention.role === 'metonym' || mention.role === 'part') {
          view.names.push(found)
          if (isHome(view, found)) view.homes.push(found)
        }
        if (mention.role === 'metonym' || mention.role === 'demonym') view.parties.push({ ...mention, at: resolved.value, found })
      }
    }
  }
  // "Nov. 14" is a day, not the town of Nov
  for (const view of views) {
    if (view.places.length > 0 && view.timeSpans.length > 0) view.places = view.places.filter(({ mention }) => !view.timeSpans.some(({ start, end }) => mention.start < end && start < mention.end))
    for (const list of [view.events, view.places, view.times]) if (list.length > 1) list.sort((a, b) => a.from - b.from)
  }
  return views
}

/** "at Sarn Crown Court", "outside the Sarn City Hall": a building named after its town is where the town is. */
function isSite({ tokens }: View, { from, to }: FoundPlace): boolean {
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1]
  if (!before || !words.atSite.has(before.lower)) return false
  for (let i = to; i < Math.min(tokens.length, to + 5); i++) {
    const { text, lower } = tokens[i]!
    if (words.sites.has(lower) && /^\p{Lu}/u.test(text)) return true
    if (!/^(?:\p{Lu}|['’]|s$|of$|and$)/u.test(text)) return false
  }
  return false
}

/** "inside Morlandish territory", "near the Morlandish border". */
function isGround({ tokens }: View, { to }: FoundPlace): boolean {
  return words.ground.has(tokens[to]?.lower ?? '') && (tokens[to + 1]?.kind !== 'word' || /^(?:of|on|in|and|near|where|after|by|from|with|as|this|last|early|late|for)$/.test(tokens[to + 1]?.lower ?? ''))
}

/** "Sarn police", "Sarn County Sheriff", "a Sarn, Morania, man": who keeps order there, or lives there, in a story of that town. */
function isHome({ tokens }: View, { place, to }: FoundPlace): boolean {
  if (place.level !== 'town' && place.level !== 'district') return false
  for (let i = to; i < Math.min(tokens.length, to + 5); i++) {
    if (words.locals.has(tokens[i]!.lower)) return true
    // "Sarn County", "Sarn, Morania,"
    if (!/^(?:\p{Lu}|,|city$|fire$)/u.test(tokens[i]!.text)) return false
  }
  return false
}

/** Indexes of the first token of a mention and of the one after its last. */
function tokenRange({ tokens }: View, { start, end }: { start: number; end: number }): { from: number; to: number } {
  let from = 0
  let high = tokens.length
  while (from < high) {
    const middle = (from + high) >> 1
    if (tokens[middle]!.end > start) high = middle
    else from = middle + 1
  }
  let to = from
  while (to < tokens.length && tokens[to]!.start < end) to++
  return { from, to }
}
