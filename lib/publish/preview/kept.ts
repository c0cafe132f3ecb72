/** Pictures kept in memory, and a queue before the drawing of new ones, so that a crawler cannot starve the map. */
import { DatelineError } from '../../errors'

const mostBytes = 48e6
const atOnce = 2
const mostWaiting = 40

const kept = new Map<string, Buffer>()
const underWay = new Map<string, Promise<Buffer>>()
const waiting: (() => void)[] = []
let bytes = 0
let drawing = 0

/**
 * The picture of a key, drawn by `draw` when it is not there; several who ask for one wait for the same drawing.
 * @throws DatelineError `too-busy` when too many wait already
 */
export async function keptPicture(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const held = kept.get(key)
  if (held) {
    // The least lately used stands first.
    kept.delete(key)
    kept.set(key, held)
    return held
  }
  let picture = underWay.get(key)
  if (!picture) {
    if (waiting.length >= mostWaiting) throw new DatelineError('too-busy', 'Too many pictures are being drawn; try again in a few seconds.')
    picture = inTurn(draw).finally(() => underWay.delete(key))
    underWay.set(key, picture)
    picture.then((png) => keep(key, png), () => undefined)
  }
  return picture
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (drawing >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else drawing++
  try {
    return await work()
  } finally {
    // Whoever waits takes over this place.
    const next = waiting.shift()
    if (next) next()
    else drawing--
  }
}

function keep(key: string, png: Buffer) {
  kept.set(key, png)
  bytes += png.length
  for (const [oldest, { length }] of kept) {
    if (bytes <= mostBytes) break
    kept.delete(oldest)
    bytes -= length
  }
}
