/**
 * Mentions that must mean the same place, gathered: one sense per article, unless the text itself
 * tells two apart ("Odessa, Texas" and "Odesa, Ukraine"; "Idlib" and "Idlib province").
 */
import type { Candidate, Gazetteer } from '../../gazetteer'
import { normaliseName } from '../../gazetteer/normalise'
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
}

/** More readings than this never change the answer: they are hamlets. */
const mostReadings = 40

function candidatesFor(mention: PlaceMention, gazetteer: Gazetteer): Candidate[] {
  const byName = gazetteer.lookup(mention.name)
  const found = byName.length || mention.text === mention.name ? byName : gazetteer.lookup(mention.text)
  if (mention.role !== 'demonym') return found
  const peoples = found.filter(({ match, level }) => match === 'demonym' || level === 'country')
  return peoples.length ? peoples : found
}

export function gatherSenses(mentions: readonly PlaceMention[], gazetteer: Gazetteer): Sense[] {
  const senses = new Map<string, Sense>()
  for (const mention of mentions) {
    const isDemonym = mention.role === 'demonym'
    const qualifiers = mention.qualifiers ?? []
    const key = [normaliseName(mention.name), isDemonym, mention.levelHint ?? '', ...qualifiers.map(normaliseName)].join('|')
    const sense = senses.get(key)
    if (sense) {
      sense.mentions.push(mention)
      continue
    }
    const readings = candidatesFor(mention, gazetteer)
      .map((place) => ({ place, prior: prior(place) }))
      .sort((a, b) => b.prior - a.prior || (a.place.id < b.place.id ? -1 : 1))
    senses.set(key, {
      name: normaliseName(mention.name), mentions: [mention], qualifiers, isDemonym,
      // A qualifier or a hint may call for the smallest of them.
      readings: qualifiers.length || mention.levelHint ? readings : readings.slice(0, mostReadings),
      ...(mention.levelHint && { hint: mention.levelHint }),
    })
  }
  return [...senses.values()]
}
