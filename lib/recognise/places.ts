/**
 * Place names of an article: the longest names the gazetteer knows, less those of people and organisations, weighed by
 * how well known the place is and by the words around it, and the role each plays.
 *
 *   entities   people and organisations first, since they take words away from places
 *   names      gazetteer matches and demonyms in what is left
 *   evidence   accept or not; what one sentence makes sure ("in Nice") helps the others of the article
 *   role       location or government, by construction
 *   unlisted   last, names no gazetteer has but a construction makes sure of: "the village of X"
 */
import type { Gazetteer } from '../gazetteer'
import type { Article, PlaceMention } from '../types'
import { entitiesOf, titleCaseSentences } from './places/entities'
import { judge } from './places/evidence'
import { namesIn, type Name } from './places/names'
import { qualifiersOf, levelHintOf } from './places/qualifiers'
import { roleOf } from './places/role'
import { unlistedNames } from './places/unlisted'

/** Every place name of an English article, in order, none overlapping; none at all for other languages. */
export function recognisePlaces(article: Article, gazetteer: Gazetteer): PlaceMention[] {
  if (article.language !== 'en') return []
  const { text, tokens, dateline } = article
  const entities = entitiesOf(article, gazetteer)
  const found = namesIn(article, gazetteer, (token) => entities.at(token) === 'person')
  const titleCase = titleCaseSentences(article)
  const accepted = judge(found, article, entities, titleCase)
  const unlisted = unlistedNames(article, accepted, entities, titleCase)
  const names: (Name & { rule?: string })[] = [...accepted, ...unlisted].sort((a, b) => a.start - b.start)
  // "Texas" of "Odessa, Texas": where its town is, not who acts.
  const enclosing = new Set<Name>()
  return names.map((name, i): PlaceMention => {
    const { start, end } = name
    const filed = dateline !== undefined && start < dateline.end && start >= dateline.start
    const part = entities.at(name.from) === 'organisation' && !name.suffix
    const { role, rule } = filed ? { role: 'dateline' as const, rule: 'dateline' }
      : part ? { role: 'part' as const, rule: 'in-organisation' }
        : enclosing.has(name) ? { role: 'location' as const, rule: 'qualifier' }
          : roleOf(names, i, tokens)
    const { qualifiers, after } = qualifiersOf(names, i, tokens)
    for (const outer of after) enclosing.add(outer)
    const levelHint = levelHintOf(name, tokens)
    return {
      kind: 'place', start, end, text: text.slice(start, end), sentence: tokens[name.from]!.sentence,
      rule: name.rule ?? rule, name: name.name, role, literal: role === 'location' || role === 'dateline',
      ...(qualifiers.length > 0 && { qualifiers }),
      ...(levelHint && { levelHint }),
    }
  })
}
