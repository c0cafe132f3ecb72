import type { Article } from '../../types'

/**
 * Whether an offset stands in direct speech. Quotation marks are counted from the start of the paragraph:
 * curved ones open and close, straight ones take turns. A paragraph that opens a quotation may leave it open.
 */
export function isQuoted({ text, paragraphs }: Article, offset: number): boolean {
  const start = paragraphs.findLast((paragraph) => paragraph.start <= offset)?.start ?? 0
  let open = false
  for (const [mark] of text.slice(start, offset).matchAll(/[“”"«»„]/g)) open = mark === '"' ? !open : mark === '“' || mark === '«' || mark === '„'
  return open
}
