import type { Span, Token } from '../types'

/**
 * One token, in the order tried:
 * - letters with dots ("U.S.", "a.m."), or the possessive: the "’s" of "Ukraine’s" is a token of its own, so that "Ukraine" is one too
 * - numbers: "1,600", "2.5", "20:30"
 * - words, with apostrophes, hyphens and digits inside: "O’Brien", "US-led", "Sana’a", "20-point", "21st", "S-300"; a soft hyphen where a line may break is inside
 * - any other mark
 * Repetitions that something must follow are bounded, so that no input takes more than linear time.
 * The groups have no names: an object for each token's groups takes as long as all the rest.
 */
const pattern = new RegExp([
  String.raw`((?:\p{L}\.){2,6}(?!\p{L})|(?<=[\p{L}\p{M}\p{N}.])['’][sS](?![\p{L}\p{N}]))`,
  String.raw`(\p{Nd}+(?:[.,:]\p{Nd}+){0,6}(?![\p{L}\p{M}\p{Nd}]|-\p{L}))`,
  String.raw`([\p{L}\p{M}\p{N}]+(?:(?:['’ʼʻ‘](?![sS](?![\p{L}\p{N}]))|[-‐‑&\u00AD])[\p{L}\p{M}\p{N}]+)*)`,
  String.raw`\S`,
].join('|'), 'uy')

/** Tokens of the sentences, in order; none crosses a sentence's edge. */
export function tokensOf(text: string, sentences: Span[]): Token[] {
  const tokens: Token[] = []
  for (const [index, span] of sentences.entries()) {
    // Its own slice: a word of a megabyte would else be read from every sentence it was cut into to its end.
    const sentence = text.slice(span.start, span.end)
    const add = (start: number, end: number, kind: Token['kind']) => {
      const word = text.slice(start, end)
      tokens.push({ start, end, text: word, lower: kind === 'word' ? word.toLowerCase() : word, kind, sentence: index })
    }
    let at = span.start
    while (at < span.end) {
      const code = text.charCodeAt(at)
      const plain = isLetter(code) ? plainWordEnd(text, at, span.end) : 0
      if (plain > 0) {
        add(at, plain, 'word')
        at = plain
      } else if (code === 32) {
        at++
      } else {
        pattern.lastIndex = at - span.start
        const match = pattern.exec(sentence)
        if (match) add(at, at + match[0].length, match[2] !== undefined ? 'number' : match[1] === undefined && match[3] === undefined ? 'punctuation' : 'word')
        // else white space of another kind
        at += match?.[0].length ?? 1
      }
    }
  }
  return tokens
}

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/**
 * Where a word of English letters ends, for the nine words of ten that need no pattern; 0 where what
 * follows may belong to it: "U.S.", "US-led", "O’Brien", "S300", "café".
 */
function plainWordEnd(text: string, start: number, limit: number): number {
  let end = start + 1
  while (end < limit && isLetter(text.charCodeAt(end))) end++
  if (end === limit) return end
  const next = text.charCodeAt(end)
  const endsWord = next === 32 || next === 44 || (next === 46 && end > start + 1)
  return endsWord ? end : 0
}
