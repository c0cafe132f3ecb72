import type { Span } from '../types'

/** Lines longer than this were not broken by a program that wraps text. */
const longestWrappedLine = 120

/**
 * Paragraphs of a text, trimmed: one per line, unless the text is hard-wrapped (as in an e-mail), when only an
 * empty line or a clearly short line ends one. A line that goes on in lower case is joined in either case.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text)
  const width = wrapWidth(text, lines)
  const paragraphs: Span[] = []
  let open: Span | undefined
  for (const [i, line] of lines.entries()) {
    if (line.start === line.end) {
      open = undefined
      continue
    }
    if (open) open.end = line.end
    else paragraphs.push((open = { ...line }))
    const next = lines[i + 1]
    if (!next || !runsOn(text, line, next, width)) open = undefined
  }
  return paragraphs
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  const newline = /\r\n?|[\n\u2028\u2029]/g
  let start = 0
  for (;;) {
    const match = newline.exec(text)
    lines.push(trimmed(text, start, match ? match.index : text.length))
    if (!match) return lines
    start = newline.lastIndex
  }
}

/** The span without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x85 || code === 0x1680
    || (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff
}

/** The width a text is hard-wrapped at, or 0: most of its lines end in the middle of a sentence, none is long. */
function wrapWidth(text: string, lines: Span[]): number {
  let longest = 0
  let inner = 0
  let broken = 0
  for (const [i, { start, end }] of lines.entries()) {
    if (end - start > longestWrappedLine) return 0
    longest = Math.max(longest, end - start)
    const next = lines[i + 1]
    if (start === end || !next || next.start === next.end) continue
    inner++
    if (!endsSentence(text, end)) broken++
  }
  return inner >= 3 && longest >= 50 && broken * 2 >= inner ? longest : 0
}

function runsOn(text: string, line: Span, next: Span, width: number): boolean {
  if (next.start === next.end) return false
  // A headline over the text is short; a wrapped line is nearly full.
  if (width > 0) return line.end - line.start >= width * 0.7
  return !endsSentence(text, line.end) && /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))
}

function endsSentence(text: string, end: number): boolean {
  return /[.!?…:;]["'”’»)\]]{0,2}$/.test(text.slice(Math.max(0, end - 3), end))
}
