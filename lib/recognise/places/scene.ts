/** An article laid out for the tagger: its units, the stretches of capitals in them, the spans that may be names, and the clues to them. */
import type { Gazetteer } from '../../gazetteer'
import type { Article } from '../../types'
import { cluesOf, type Clues } from './clues'
import { entitiesOf, titleCaseSentences, type Entities } from './entities'
import { spansIn, type Span } from './spans'
import { stretchesOf, unitsOf, type Stretch, type Unit } from './units'

export type Scene = {
  article: Article
  units: Unit[]
  stretches: Stretch[]
  /** Of each stretch, by first unit and then by length. */
  spans: Span[][]
  clues: Clues
  entities: Entities
  titleCase: boolean[]
}

export function sceneOf(article: Article, gazetteer: Gazetteer): Scene {
  const units = unitsOf(article, gazetteer)
  const stretches = stretchesOf(units)
  const spans = stretches.map((stretch) => spansIn(article.text, units, stretch, gazetteer))
  const titleCase = titleCaseSentences(article)
  return { article, units, stretches, spans, clues: cluesOf(units, spans), entities: entitiesOf(article, gazetteer, titleCase), titleCase }
}
