import type { Article, Span } from '../../types'

/**
 * The stretches of direct speech, in order. Curved quotation marks open and close, straight ones take
 * turns; a paragraph that leaves a quotation open ends it, since the next one opens it anew.
 */
export function quotations({ text, paragraphs }: Article): Span[] {
  const spans: Span[] = []
  for (const { start, end } of paragraphs) {
    let opened: number | null = null
    for (const { 0: mark, index } of text.slice(start, end).matchAll(/[“”"«»„]/g)) {
      const opens = mark === '"' ? opened === null : mark !== '”' && mark !== '»'
      if (opens) opened ??= start + index
      else if (opened !== null) {
        spans.push({ start: opened, end: start + index + 1 })
        opened = null
      }
    }
    if (opened !== null) spans.push({ start: opened, end })
  }
  return spans
}
