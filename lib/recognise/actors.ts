/** Groups that act: "Government troops", "the Syrian army", "gunmen", "the coast guard" — heads of `actorhead` with the words before them. */
import type { ActorMention, Article, Token } from '../types'
import { determiners, isOf, prepositions } from './events/words'

export function recogniseActors(article: Article): ActorMention[] {
  const found: ActorMention[] = []
  const { tokens } = article
  for (let i = 0; i < tokens.length; i++) {
    const head = tokens[i]!
    if (head.kind !== 'word' || !isOf(head.lower, 'actorhead')) continue
    if (tokens[i + 1]?.sentence === head.sentence && isOf(tokens[i + 1]!.lower, 'actorhead')) continue
    const first = firstOf(tokens, i)
    const start = tokens[first]!.start
    const name = article.text.slice(start, head.end).replace(/\s+/g, ' ')
    found.push({ kind: 'actor', start, end: head.end, text: article.text.slice(start, head.end), sentence: head.sentence, rule: 'group', name, role: 'unknown' })
  }
  return found
}

/** "On Tuesday protesters …" */
const timeWord = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Today|Yesterday|Overnight|Meanwhile)$/

/** Adjectives and names right before the head: at most three words, none of them a determiner or verb. */
function firstOf(tokens: Token[], head: number): number {
  let first = head
  for (let i = head - 1; i >= Math.max(0, head - 3); i--) {
    const token = tokens[i]!
    if (token.sentence !== tokens[head]!.sentence || token.kind !== 'word' || determiners.has(token.lower) || prepositions.has(token.lower) || timeWord.test(token.text)) break
    const capital = /^\p{Lu}/u.test(token.text)
    if (!capital && !isOf(token.lower, 'actormodifier') && !isOf(token.lower, 'actorhead')) break
    first = i
  }
  return first
}
