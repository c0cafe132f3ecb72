/**
 * Mentions that must mean the same place, gathered: one sense per article, unless the text itself
 * tells two apart ("Odessa, Texas" and "Odesa, Ukraine"; "Idlib" and "Idlib province").
 */
import type { Candidate, Gazetteer } from '../../gazetteer'
import { abbreviationKey, normaliseName } from '../../gazetteer/normalise'
import type { PlaceLevel } from '../../taxonomy'
import type { PlaceMention } from '../../types'
import { prior } from './prior'

export type Reading = { place: Candidate; prior: number }
export type Sense = {
  name: string
  mentions: PlaceMention[]
  readings: Reading[]
  qualifiers: string[]
  hint?: PlaceLevel
  /** A people, not a place: says where the article plays, less surely than a place does. */
  isDemonym: boolean
  /** The mention just before, which this one qualifies: "Texas" behind "Odessa, ". */
  qualifies?: PlaceMention
}

/** More readings than this never change the answer: they are hamlets. */
const mostReadings = 40

const known = new WeakMap<Gazetteer, Map<string, Reading[]>>()
/** Names kept per gazetteer; a paper's articles repeat theirs. */
const capacity = 20_000

/** Every reading of a name, the likeliest by itself first. */
function readingsOf(name: string, gazetteer: Gazetteer): Reading[] {
  let names = known.get(gazetteer)
  if (!names || names.size > capacity) known.set(gazetteer, (names = new Map()))
  let readings = names.get(name)
  if (!readings) {
    readings = gazetteer.lookup(name).map((place) => ({ place, prior: prior(place) })).sort((a, b) => b.prior - a.prior || (a.place.id < b.place.id ? -1 : 1))
    names.set(name, readings)
  }
  return readings
}

function readingsFor(mention: PlaceMention, gazetteer: Gazetteer): Reading[] {
  const byName = readingsOf(mention.name, gazetteer)
  const found = byName.length || mention.text === mention.name ? byName : readingsOf(mention.text, gazetteer)
  if (mention.role !== 'demonym') return found
  const peoples = found.filter(({ place }) => place.match === 'demonym' || place.level === 'country')
  return peoples.length ? peoples : found
}

/** Names that differ only in case or accents are one; "US" and "us" are not, "MIAMI" and "Miami" are. */
const nameKey = (name: string) => (/^\p{Lu}{4,}$/u.test(name) ? undefined : abbreviationKey(name)) ?? normaliseName(name)

/** "Texas" in "Odessa, Texas" is the Texas that has an Odessa, whatever it is elsewhere. */
function qualifiedBy(mention: PlaceMention, before: PlaceMention | undefined): PlaceMention | undefined {
  const qualifier = before?.qualifiers?.[0]
  if (!before || !qualifier || before.end > mention.start || mention.start - before.end > 40 || before.sentence !== mention.sentence) return undefined
  return nameKey(qualifier) === nameKey(mention.name) ? before : undefined
}

export function gatherSenses(mentions: readonly PlaceMention[], gazetteer: Gazetteer): Sense[] {
  const senses = new Map<string, Sense>()
  const inOrder = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end)
  inOrder.forEach((mention, i) => {
    const isDemonym = mention.role === 'demonym'
    const qualifiers = mention.qualifiers ?? []
    const qualifies = qualifiedBy(mention, inOrder[i - 1])
    const key = [nameKey(mention.name), isDemonym, mention.levelHint ?? '', qualifies ? `<${nameKey(qualifies.name)}` : '', ...qualifiers.map(nameKey)].join('|')
    const sense = senses.get(key)
    if (sense) {
      sense.mentions.push(mention)
      return
    }
    const readings = readingsFor(mention, gazetteer)
    senses.set(key, {
      name: nameKey(mention.name), mentions: [mention], qualifiers, isDemonym,
      // A qualifier or a hint may call for the smallest of them.
      readings: qualifiers.length || mention.levelHint ? readings : readings.slice(0, mostReadings),
      ...(mention.levelHint && { hint: mention.levelHint }),
      ...(qualifies && { qualifies }),
    })
  })
  return [...senses.values()]
}
