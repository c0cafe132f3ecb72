import type { Article, Token } from './types'

/** The tokens of each sentence, by its index; they stand in the order of the text, so each sentence has a stretch of them. */
export function tokensBySentence({ tokens, sentences }: Article): Token[][] {
  let next = 0
  return sentences.map((_, sentence) => {
    const first = next
    while (tokens[next]?.sentence === sentence) next++
    return tokens.slice(first, next)
  })
}
