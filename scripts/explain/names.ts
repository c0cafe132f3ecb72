/** Why words were taken for a place's name or not: the tagger's weighing done once more, its weights summed by template. */
import type { Gazetteer } from '../../lib/gazetteer'
import { scoresOf } from '../../lib/recognise/places'
import { featuresOf, templates } from '../../lib/recognise/places/features'
import { ruleFor } from '../../lib/recognise/places/rules'
import { sceneOf } from '../../lib/recognise/places/scene'
import { chancesOf, type Tagger } from '../../lib/recognise/places/tagger'
import type { Article, Mention, PlaceMention } from '../../lib/types'

/** What something is worth, in natural logarithms of odds. */
export type Points = { what: string; points: number }
/** Words that may have been a name; `weighed` is the heaviest first. */
export type WeighedName = { start: number; end: number; sentence: number; chance: number; wellKnown: boolean; weighed: Points[] }
/** A name that was no mention, and what spoke for another reading of its words. */
export type RejectedName = WeighedName & { why: string }

/** Spans less likely than this are not worth a line … */
const worthTelling = 0.1
/** … but for those that a reader knows as places, such as a town of 50 000: `Prior.weight`. */
const wellKnown = 1.4

/** Every span of an article that may be asked about, in order: likely enough, or well known. None for other languages than English. */
export function weighNames(article: Article, gazetteer: Gazetteer, tagger: Tagger): WeighedName[] {
  if (article.language !== 'en') return []
  const scene = sceneOf(article, gazetteer)
  return scene.stretches.flatMap((stretch, n) => {
    const spans = scene.spans[n]!
    const scores = scoresOf(scene, n, tagger)
    const chances = chancesOf(stretch, spans, scores)
    return spans.flatMap(({ start, end, from, prior }, s): WeighedName[] => {
      const chance = chances[s]!
      const isKnown = (prior?.weight ?? 0) >= wellKnown
      if (chance < worthTelling && !isKnown) return []
      const sums = new Float64Array(templates.length)
      featuresOf(scene, n, s, (feature, template) => { sums[template]! += tagger.weight(feature) })
      const rule = ruleFor(scene, n, spans[s]!)
      const weighed = [...templates.map((what, t): Points => ({ what, points: sums[t]! })), ...(rule ? [{ what: rule.what, points: rule.points }] : [])]
      return [{ start, end, sentence: scene.units[from]!.sentence, chance, wellKnown: isKnown, weighed: byWeight(weighed) }]
    })
  })
}

/** The span that a mention was made of. */
export const nameOfMention = ({ start, end }: PlaceMention, names: readonly WeighedName[]) => names.find((name) => name.start === start && name.end === end)

/** The spans of a sentence that could have been places and are not. */
export function rejectedNames(sentence: number, names: readonly WeighedName[], mentions: readonly Mention[], text: string): RejectedName[] {
  const places = mentions.filter(({ kind }) => kind === 'place')
  return names.flatMap((name): RejectedName[] => {
    if (name.sentence !== sentence || places.some(({ start, end }) => start === name.start && end === name.end)) return []
    const overlaps = ({ start, end }: Mention) => start < name.end && end > name.start
    const instead = places.find(overlaps)
    // "York" of "New York" is well known and says nothing.
    if (instead && name.chance < worthTelling) return []
    const isTime = mentions.some((mention) => mention.kind === 'time' && overlaps(mention))
    return [{ ...name, why: instead ? `but “${text.slice(instead.start, instead.end)}”` : isTime ? 'but a time' : 'too unlikely' }]
  })
}

const byWeight = (points: Points[]) => points.sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
