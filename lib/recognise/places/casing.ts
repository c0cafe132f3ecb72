/**
 * Texts whose capitals tell nothing. In "KYIV URGES WASHINGTON" every word may begin a name, as in a headline; in
 * "fighting near khan younis" none may, so the words of well known places are taken for capitals.
 */
import type { Gazetteer } from '../../gazetteer'
import type { Article, Token } from '../../types'
import { priorOf } from './prior'
import { demonyms, givenNames, isOrdinary, words } from './words'

/** The token's text as an ordinary sentence would write it. */
export type Casing = (token: Token, i: number) => string

const fewest = 12
const longestName = 3
const known = { one: 1.8, more: 1.4 } as const

/** How to read the capitals of an article: as they are, unless a sentence is in capitals or the whole text has none. */
export function casingOf({ tokens, sentences }: Article, gazetteer: Gazetteer): Casing {
  const letters = new Uint32Array(sentences.length)
  const upper = new Uint32Array(sentences.length)
  let count = 0
  let capitals = 0
  for (const { kind, text, lower, sentence } of tokens) {
    if (kind !== 'word') continue
    count++
    if (text !== lower) capitals++
    if (text.length < 2) continue
    letters[sentence]! += text.length
    if (text !== lower && text === text.toUpperCase()) upper[sentence]! += text.length
  }
  if (count >= fewest && capitals <= count * 0.01) {
    const named = lowerCaseNames(tokens, gazetteer)
    return ({ text }, i) => (named[i] ? capitalised(text) : text)
  }
  const shouted = Array.from(letters, (all, i) => all >= 12 && upper[i]! > all * 0.9)
  if (!shouted.includes(true)) return ({ text }) => text
  return (token) => (shouted[token.sentence] ? quiet(token) : token.text)
}

/** "IN THE UK" → "in the UK", "KYIV" → "Kyiv": short words are words, unless news writes them so. */
function quiet({ text, lower, kind }: Token): string {
  if (kind !== 'word' || text === lower || text.includes('.')) return text
  if (words.newsAbbreviations.has(lower)) return text
  if (text.length <= 3 && (words.prepositions.has(lower) || words.conjunctions.has(lower) || words.auxiliaries.has(lower) || text.length <= 2)) return lower
  return words.prepositions.has(lower) || words.conjunctions.has(lower) || lower === 'the' ? lower : capitalised(text)
}

/** Which tokens of a text without capitals belong to a name that is unmistakable: a large place that is no word. */
function lowerCaseNames(tokens: Token[], gazetteer: Gazetteer): Uint8Array {
  const named = new Uint8Array(tokens.length)
  tokens.forEach((token, i) => {
    if (token.kind !== 'word' || token.text.length < 3) return
    for (let size = longestName; size >= 1; size--) {
      const parts = tokens.slice(i, i + size)
      if (parts.length < size || parts.some(({ kind, sentence }) => kind !== 'word' || sentence !== token.sentence)) continue
      const isWord = ({ lower }: Token) => isOrdinary(lower) || words.notPlaces.has(lower) || givenNames.has(lower)
      if (size === 1 ? isWord(token) : parts.every(isWord)) continue
      const name = parts.map(({ text }) => capitalised(text)).join(' ')
      const weight = size === 1 && demonyms.has(token.lower) ? 2 : priorOf(name, gazetteer)?.weight ?? 0
      if (weight < (size === 1 ? known.one : known.more)) continue
      named.fill(1, i, i + size)
      return
    }
  })
  return named
}

const capitalised = (text: string): string => text.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()).join('-')
