import type { Token } from '../types'
import { englishWords, otherWords } from './words'

const latinLetters = /^[\p{Script=Latin}\p{N}.'’&-]+$/u
/** What most words are made of; asking Unicode for the script of every letter takes ten times as long. */
const plainLetters = /^[a-z0-9.'&-]+$/

/** Words looked at: the beginning of an article is enough. */
const sample = 400

/**
 * Whether a text is English, by its function words: about two of five words in English news. Headlines have
 * few, so a short text is English unless it has other languages' words or another script.
 */
export function languageOf(tokens: Token[]): 'en' | 'other' {
  let words = 0
  let latin = 0
  let english = 0
  let other = 0
  for (const { kind, lower } of tokens) {
    if (kind !== 'word') continue
    if (++words > sample) break
    if (plainLetters.test(lower) || latinLetters.test(lower)) latin++
    if (englishWords.has(lower)) english++
    if (otherWords.has(lower)) other++
  }
  words = Math.min(words, sample)
  if (words === 0 || latin < words * 0.7) return 'other'
  if (words < 25) return other === 0 || english > other ? 'en' : 'other'
  return english >= words * 0.12 && english > other ? 'en' : 'other'
}
