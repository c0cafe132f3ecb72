/** A text file of any size, line by line. */
import { closeSync, openSync, readSync } from 'node:fs'

const chunkBytes = 1 << 20
/** No line of a GeoNames file is a tenth as long; a file that is no text at all has none that ends. */
const longestLine = 1 << 20

/**
 * Calls `take` with every line of a UTF-8 file and its number from 1, without "\n" or "\r\n" and
 * without a byte order mark. Holds two megabytes at most, however large the file. Each line is a
 * string of its own, so that keeping a part of one does not keep the megabyte it was read with.
 * @throws Error when a line is longer than a megabyte, or the file cannot be read.
 */
export function forEachLine(path: string, take: (line: string, number: number) => void): void {
  const file = openSync(path, 'r')
  const buffer = Buffer.allocUnsafe(chunkBytes + longestLine)
  let number = 0
  const give = (start: number, end: number) => {
    number++
    const from = number === 1 && buffer.toString('utf8', start, start + 3) === '\uFEFF' ? start + 3 : start
    take(buffer.toString('utf8', from, buffer[end - 1] === 13 && end > from ? end - 1 : end), number)
  }
  try {
    let kept = 0
    for (;;) {
      const read = readSync(file, buffer, kept, chunkBytes, null)
      const filled = kept + read
      let start = 0
      for (let end = buffer.indexOf(10); end >= 0 && end < filled; end = buffer.indexOf(10, start)) {
        give(start, end)
        start = end + 1
      }
      kept = filled - start
      if (read === 0) {
        if (kept > 0) give(start, filled)
        return
      }
      if (kept > longestLine) throw new Error(`${path} line ${number + 1} is longer than a megabyte: this is no GeoNames text file`)
      buffer.copyWithin(0, start, filled)
    }
  } finally {
    closeSync(file)
  }
}
