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
