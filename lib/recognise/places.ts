/**
 * Place names of an article: which stretches of capitals name places, weighed by a trained tagger, and the role each plays,
 * told by rules.
 *
 *   scene        units, the spans that may be names, people and organisations, and what the article says of each word elsewhere
 *   tagger       which spans are names: of a place, or with a place in them; where a rule is certain it has the last word
 *   qualifiers   "Odessa, Texas", "the town of X": what the neighbours say of the place
 *   role         location or government, by construction
 */
import type { Gazetteer } from '../gazetteer'
import type { Article, PlaceMention } from '../types'
import { featuresOf } from './places/features'
import { nameOf, type Name } from './places/names'
import { qualifiersOf, levelHintOf } from './places/qualifiers'
import { isInLongerName, roleOf } from './places/role'
import { ruleFor } from './places/rules'
import { sceneOf, type Scene } from './places/scene'
import { chooseSpans, type Tagger } from './places/tagger'

/** Every place name of an English article, in order, none overlapping; none at all for other languages. */
export function recognisePlaces(article: Article, gazetteer: Gazetteer, tagger: Tagger): PlaceMention[] {
  if (article.language !== 'en') return []
  const { text, tokens, dateline } = article
  const scene = sceneOf(article, gazetteer)
  const names = scene.stretches.flatMap((stretch, n) =>
    chooseSpans(stretch, scene.spans[n]!, scoresOf(scene, n, tagger)).map(({ span, chance }) => ({ ...nameOf(span, scene.units), chance })))
  // "Texas" of "Odessa, Texas": where its town is, not who acts.
  const enclosing = new Set<Name>()
  const isPerson = (token: number) => scene.entities.at(token) === 'person'
  return names.map((name, i): PlaceMention => {
    const { start, end, chance } = name
    const filed = dateline !== undefined && start < dateline.end && start >= dateline.start
    const part = scene.entities.at(name.from) === 'organisation' && !name.suffix
    const { role, rule } = filed ? { role: 'dateline' as const, rule: 'dateline' }
      : part ? { role: 'part' as const, rule: 'in-organisation' }
        : isInLongerName(names, i, tokens, isPerson, scene.titleCase) ? { role: 'part' as const, rule: 'in-name' }
        : enclosing.has(name) ? { role: 'location' as const, rule: 'qualifier' }
          : roleOf(names, i, tokens)
    const { qualifiers, after } = qualifiersOf(names, i, tokens)
    for (const outer of after) enclosing.add(outer)
    const levelHint = levelHintOf(name, tokens)
    return {
      kind: 'place', start, end, text: text.slice(start, end), sentence: tokens[name.from]!.sentence,
      rule, name: name.name, role, literal: role === 'location' || role === 'dateline', chance: Math.round(chance * 1000) / 1000,
      ...(qualifiers.length > 0 && { qualifiers }),
      ...(levelHint && { levelHint }),
    }
  })
}

/** Each span's points: its features' weights, and those of the first rule that holds. */
export function scoresOf(scene: Scene, n: number, tagger: Tagger): Float64Array {
  return Float64Array.from(scene.spans[n]!, (span, s) => {
    let score = ruleFor(scene, n, span)?.points ?? 0
    featuresOf(scene, n, s, (feature) => { score += tagger.weight(feature) })
    return score
  })
}
