import type { Span, Token } from '../types'

/**
 * One token, in the order tried:
 * - letters with dots: "U.S.", "a.m."
 * - the possessive: the "’s" of "Ukraine’s" is a token of its own, so that "Ukraine" is one too
 * - numbers: "1,600", "2.5", "20:30"
 * - words, with apostrophes, hyphens and digits inside: "O’Brien", "US-led", "Sana’a", "20-point", "21st", "S-300"
 * - any other mark
 * Repetitions that something must follow are bounded, so that no input takes more than linear time.
 */
const pattern = new RegExp([
  String.raw`(?<dotted>(?:\p{L}\.){2,6}(?!\p{L}))`,
  String.raw`(?<possessive>(?<=[\p{L}\p{M}\p{N}.])['’][sS](?![\p{L}\p{N}]))`,
  String.raw`(?<number>\p{Nd}+(?:[.,:]\p{Nd}+){0,6}(?![\p{L}\p{M}\p{Nd}]|-\p{L}))`,
  String.raw`(?<word>[\p{L}\p{M}\p{N}]+(?:(?:['’ʼʻ‘](?![sS](?![\p{L}\p{N}]))|[-‐‑&])[\p{L}\p{M}\p{N}]+)*)`,
  String.raw`(?<mark>[^\s])`,
].join('|'), 'gu')

/** Tokens of the sentences, in order; none crosses a sentence's edge. */
export function tokensOf(text: string, sentences: Span[]): Token[] {
  const tokens: Token[] = []
  for (const [sentence, span] of sentences.entries()) {
    // Its own slice: a word of a megabyte would else be read from every sentence it was cut into to its end.
    for (const match of text.slice(span.start, span.end).matchAll(pattern)) {
      const word = match[0]
      const start = span.start + match.index
      const kind = match.groups!.number !== undefined ? 'number' : match.groups!.mark !== undefined ? 'punctuation' : 'word'
      tokens.push({ start, end: start + word.length, text: word, lower: kind === 'word' ? word.toLowerCase() : word, kind, sentence })
    }
  }
  return tokens
}
