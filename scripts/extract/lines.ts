/** One line of a stream, numbered from 1; `text` is absent for a line longer than the limit, which is passed over and not kept. */
export type Line = { number: number; text?: string }

const NEWLINE = 10

/**
 * Lines of a byte stream, read as they are asked for. A line is decoded whole, so a character is never
 * cut at a chunk's edge; of a line over `limit` bytes only its number is kept, so memory stays bounded.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let number = 1
  let parts: Buffer[] = []
  let size = 0
  const finish = (): Line => {
    const line = size > limit ? { number } : { number, text: Buffer.concat(parts).toString('utf8').replace(/\r$/, '') }
    number += 1
    parts = []
    size = 0
    return line
  }
  for await (const chunk of stream) {
    let from = 0
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, to))
      yield finish()
      from = to + 1
    }
    keep(chunk.subarray(from))
  }
  if (size > 0) yield finish()

  function keep(part: Buffer): void {
    size += part.length
    if (size <= limit) parts.push(part)
    else parts = []
  }
}
