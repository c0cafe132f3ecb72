/** Named organisations of `data/organisations.tsv`: "Hamas", "the Rapid Support Forces", "MSF". */
import { readTable } from '../../data'
import type { Token } from '../../types'

export type Organisation = { name: string; country?: string; kind: string }
type Spelling = { words: string[]; exact: boolean; organisation: Organisation }

/** First word in lower case → the spellings that begin with it, longest first. */
const byFirst = new Map<string, Spelling[]>()
for (const { name, others, country, kind } of readTable('organisations.tsv', 'name', 'others', 'country', 'kind')) {
  const organisation = { name, kind, ...(country && { country }) }
  for (const spelling of [name, ...others.split('|')].filter((text) => text !== '')) {
    const words = partsOf(spelling)
    const first = words[0]!.toLowerCase()
    byFirst.set(first, [...byFirst.get(first) ?? [], { words, exact: /^[^\p{Ll}]+$/u.test(spelling), organisation }])
  }
}
for (const spellings of byFirst.values()) spellings.sort((a, b) => b.words.length - a.words.length)

/** As the tokens of an article are cut: a possessive stands by itself. */
function partsOf(spelling: string): string[] {
  return spelling.replace(/(?<=\p{L})(?=['’]s\b)/gu, ' ').split(' ')
}

/** The organisation whose name begins at token `i`, and the index behind its last token. */
export function organisationAt(tokens: readonly Token[], i: number): { organisation: Organisation; to: number } | undefined {
  const first = tokens[i]!
  for (const { words, exact, organisation } of byFirst.get(first.lower) ?? []) {
    const fits = words.every((word, n) => {
      const token = tokens[i + n]
      if (!token || token.sentence !== first.sentence) return false
      return exact ? token.text === word : token.lower.replace('’', "'") === word.toLowerCase().replace('’', "'")
    })
    // "solidarity", "amnesty": a name has a capital somewhere, as written in the table
    const written = tokens.slice(i, i + words.length).map(({ text }) => text).join(' ')
    if (fits && (/\p{Lu}/u.test(written) || !/\p{Lu}/u.test(words.join(' ')))) return { organisation, to: i + words.length }
  }
  return undefined
}
