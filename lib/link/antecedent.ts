/** "an attack on the city", "houses in the town": the town an event is at when its sentence names none. */
import type { PlaceLevel } from '../taxonomy'
import type { Article, Mention, Place, PlaceMention, Resolved } from '../types'
import type { PlaceHit } from './place'
import type { FoundEvent, FoundPlace, View } from './view'

export type Antecedents = (view: View, event: FoundEvent) => PlaceHit | undefined

/** No story comes back to "the town" after more sentences. */
const longest = 4

/** For an event, the town its "the city" stands for: the last one told, else the one the article was filed from. */
export function antecedents(article: Article, views: readonly View[], mentions: readonly Mention[], places: Map<PlaceMention, Resolved<Place>>): Antecedents {
  const filed = datelineTown(views, mentions, places)
  return (view, event) => {
    const host = hostOf(view, event)
    if (host) return { found: host, score: 0.8 }
    const sought = saidAgain(view, event)
    if (!sought) return undefined
    for (let i = view.index; i >= Math.max(0, view.index - longest); i--) {
      const { places: told, names } = views[i]!
      // a country is told of by its name alone: "Morland is dealing with a quake that hit the country on Monday"
      const all = sought.has('country') ? [...told, ...names].sort((a, b) => a.from - b.from) : told
      const last = all.filter(({ place, to }) => sought.has(place.level) && (i < view.index || to <= event.from)).at(-1)
      if (last) return { found: last, score: 0.5 }
    }
    if (!sought.has('town')) return undefined
    // "SARN, May 3 – Sarn mourned after a raid on the city"
    return filed && article.dateline && view.index <= longest + 1 ? { found: filed, score: 0.4 } : undefined
  }
}

/** "Sarn hosted a new round of talks": a town that is host to a meeting is where it is. */
function hostOf({ parties }: View, { mention, from }: FoundEvent): FoundPlace | undefined {
  if (mention.type !== 'meeting' || !/^(?:host|will host|to host)/i.test(mention.text)) return undefined
  return parties.find(({ found, role }) => role === 'metonym' && found?.place.level === 'town' && found.to <= from && from - found.to <= 2)?.found
}

const levels: [noun: RegExp, of: ReadonlySet<PlaceLevel>][] = [
  [/^(?:city|town|village|capital)$/, new Set<PlaceLevel>(['town'])],
  [/^(?:country|nation|kingdom|republic)$/, new Set<PlaceLevel>(['country'])],
  [/^(?:province|region|state|district|county|governorate)$/, new Set<PlaceLevel>(['region', 'district'])],
]
const anywhere = new Set<PlaceLevel>(['town', 'site', 'district'])

/** "an attack on the city", "in the north of the town", "hit the country", "there", "at the scene": near behind the event, in its clause; the levels of what may be meant. */
function saidAgain({ tokens }: View, { to }: FoundEvent): ReadonlySet<PlaceLevel> | undefined {
  const near = tokens.slice(to, to + 10)
  const edge = near.findIndex(({ text }) => /^[,;:.–—]$/.test(text))
  const behind = near.slice(0, edge < 0 ? near.length : edge).map(({ lower }) => lower)
  for (let i = 0; i + 1 < behind.length; i++) {
    if (behind[i] !== 'the' || /^(?:of|council|hall|hospital|cent(?:re|er)|police|government|court)$/.test(behind[i + 2] ?? '')) continue
    if (i > 0 && !/^(?:on|in|at|of|near|across|outside|throughout|around)$/.test(behind[i - 1]!)) continue
    const found = levels.find(([noun]) => noun.test(behind[i + 1]!))
    if (found) return found[1]
  }
  return / (?:there|at the scene|on the spot|at the (?:same|site) \S*) $/.test(` ${behind.join(' ')} `) ? anywhere : undefined
}

/** The filing town, only where the text itself speaks of it. */
function datelineTown(views: readonly View[], mentions: readonly Mention[], places: Map<PlaceMention, Resolved<Place>>): FoundPlace | undefined {
  const mention = mentions.find((one): one is PlaceMention => one.kind === 'place' && one.role === 'dateline')
  const resolved = mention && places.get(mention)
  if (!mention || !resolved?.known || resolved.value.level !== 'town') return undefined
  const isTopic = views.slice(0, 2).some(({ parties }) => parties.some(({ name, role }) => role === 'metonym' && name.toLowerCase() === mention.name.toLowerCase()))
  return isTopic ? { mention, place: resolved.value, resolved, from: 0, to: 0 } : undefined
}
