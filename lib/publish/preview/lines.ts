/** Text from outside on a canvas: in its own direction, broken into lines, cut with an ellipsis. */
type Measure = Pick<CanvasRenderingContext2D, 'measureText'>

/** No picture shows more letters; longer texts are not even measured. */
const mostLetters = 700
/** Control characters, and those that turn the direction of what follows them around. */
const unseen = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export const plainText = (text: string): string => text.slice(0, mostLetters * 2).replace(unseen, ' ').replace(/\s+/g, ' ').trim()

/** The direction of a text by its first letter that has one. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0]
  return first && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first) ? 'rtl' : 'ltr'
}

/**
 * Breaks at spaces, and within a word only where it is wider than a line.
 * @param context with the font set
 * @param width of a line, in units of the context
 * @returns at most `most` lines; the last ends in "…" where the text goes on
 */
export function linesOf(context: Measure, text: string, width: number, most: number): string[] {
  const clean = plainText(text)
  const fits = (line: string) => context.measureText(line).width <= width
  const lines: string[] = []
  let line = ''
  const pieces = clean.split(' ').slice(0, mostLetters)
  const isLonger = () => lines.length >= most
  for (const word of pieces) {
    const joined = line ? `${line} ${word}` : word
    if (fits(joined)) {
      line = joined
      continue
    }
    if (line) lines.push(line)
    line = word
    while (!isLonger() && !fits(line)) {
      const head = longestFit(line, fits)
      lines.push(head)
      line = line.slice(head.length)
    }
    if (isLonger()) break
  }
  if (!isLonger() && line) {
    lines.push(line)
    line = ''
  }
  if (!line) return lines
  const kept = lines.slice(0, most)
  const end = kept[most - 1]!
  kept[most - 1] = `${longestFit(end, (part) => fits(`${part.trimEnd()}…`)).replace(/[\s.,;:…]+$/u, '')}…`
  return kept
}

/** The longest beginning for which `fits` holds, by whole graphemes; at least one. */
function longestFit(text: string, fits: (part: string) => boolean): string {
  const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length)
  let low = 1
  let high = ends.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(text.slice(0, ends[middle - 1]))) low = middle
    else high = middle - 1
  }
  return text.slice(0, ends[low - 1])
}
