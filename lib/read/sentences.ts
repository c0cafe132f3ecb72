import type { Span } from '../types'
import { isSpace, trimmed } from './paragraphs'
import { mayEnd, neverEnds, sentenceStarters } from './words'

/** Marks that may end a sentence, and what may close after them. */
const terminator = /[.!?…。！？]/g
const terminators = '.!?…。！？'
const closers = '"\'”’»)]'
/** UTF-16 units. No sentence of the news is longer (of 13,600 in six corpora none had 600); a table or a spiteful text without a full stop is cut, so that work on a sentence stays bounded. */
const longest = 800

/**
 * Sentences of the paragraphs, in order, none overlapping, without white space at their ends. A line without
 * full stop (a headline) is a sentence of its own; a dateline belongs to the sentence it opens.
 */
export function sentencesOf(text: string, paragraphs: Span[]): Span[] {
  const sentences: Span[] = []
  for (const paragraph of paragraphs) {
    let start = paragraph.start
    let passed = start
    // Looking in the whole text would walk to its end for every paragraph without a full stop.
    for (const { index } of text.slice(paragraph.start, paragraph.end).matchAll(terminator)) {
      const dot = paragraph.start + index
      if (dot < passed) continue
      const marks = runOf(terminators, text, dot)
      const end = runOf(closers, text, marks)
      if (end >= paragraph.end) break
      passed = end
      if (!isSpace(text.charCodeAt(end)) || !endsHere(text, dot, text.slice(dot, Math.min(end, dot + 4)), end, start)) continue
      sentences.push(...cut(text, trimmed(text, start, end)))
      start = end
    }
    const rest = trimmed(text, start, paragraph.end)
    if (rest.end > rest.start) sentences.push(...cut(text, rest))
  }
  return sentences
}

/** A sentence that is too long, in pieces that end at white space where there is any. */
function cut(text: string, sentence: Span): Span[] {
  const pieces: Span[] = []
  let { start } = sentence
  while (sentence.end - start > longest) {
    let end = start + longest
    while (end > start + longest / 2 && !isSpace(text.charCodeAt(end))) end--
    if (!isSpace(text.charCodeAt(end))) end = start + longest
    const piece = trimmed(text, start, end)
    if (piece.end > piece.start) pieces.push(piece)
    start = end
  }
  const rest = trimmed(text, start, sentence.end)
  return rest.end > rest.start ? [...pieces, rest] : pieces
}

/** Position after the characters of a set: a loop, since a pattern with two repetitions is slow on "....". */
function runOf(set: string, text: string, from: number): number {
  while (from < text.length && set.includes(text[from]!)) from++
  return from
}

function endsHere(text: string, dot: number, mark: string, end: number, start: number): boolean {
  let next = end
  while (next < text.length && isSpace(text.charCodeAt(next))) next++
  // Opening quotes and brackets before the first letter of the next sentence.
  while (next < text.length && '"\'“‘«([—–-'.includes(text[next]!)) next++
  const following = text.slice(next, next + 24)
  // “Why?” he asked; "fell to approx. three"
  if (/^\p{Ll}/u.test(following)) return false
  if (mark[0] !== '.' || mark.startsWith('..')) return true

  const word = wordBefore(text, dot, start)
  const bare = word.toLowerCase().replace(/\.$/, '')
  const opens = () => sentenceStarters.has(/^[\p{L}’']+/u.exec(following)?.[0].toLowerCase() ?? '')
  // "George W. Bush", "J. R. R. Tolkien"; but "in group B. The"
  if (/^\p{Lu}$/u.test(word)) return opens()
  // "U.S. officials", "9 a.m. Friday"; but "in the U.S. The"
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return mark.length > 1 || opens()
  // "No. 5" is a number, "said no. Then" is not
  if (neverEnds.has(bare) && word !== bare) return false
  if (neverEnds.has(bare)) return !/^\d/.test(following) && bare === 'no'
  // "Dec. 21", "Acme Inc. said"; but "in Springfield, Ill. The"
  if (mayEnd.has(bare) && /^\p{Lu}/u.test(word)) return !/^\d/.test(following) && opens()
  return true
}

/** The word that the full stop at `dot` follows, with the dots inside it: "U.S" of "U.S.". */
function wordBefore(text: string, dot: number, start: number): string {
  let from = dot
  while (from > start && dot - from < 20 && /[\p{L}\p{M}.]/u.test(text[from - 1]!)) from--
  return text.slice(from, dot)
}
