/**
 * Reads tiles out of a PMTiles version 3 archive by byte ranges
 * (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): only what scripts/basemap/pmtiles-writer.ts
 * writes, so directories and tiles are gzip'd and the root directory lies within the first 16 KiB.
 */

/** Bytes of the archive: from the browser's fetch, or a file on the server. Fewer than asked for where the file ends. */
export type ByteSource = (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>
type Entry = { id: number; offset: number; length: number; run: number }
type Header = { root: Entry[]; leaves: number; tiles: number }

const firstBytes = 16_384
const headerBytes = 127

/** Whole numbers of a directory, seven bits to a byte, lowest first. */
function readVarints(bytes: Uint8Array): () => number {
  let at = 0
  return () => {
    let value = 0
    let scale = 1
    let byte
    do {
      byte = bytes[at++]
      if (byte === undefined) throw new Error('a directory of the basemap ends too early')
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    return value
  }
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const next = readVarints(bytes)
  const entries: Entry[] = Array.from({ length: next() }, () => ({ id: 0, offset: 0, length: 0, run: 0 }))
  let id = 0
  for (const entry of entries) entry.id = id += next()
  for (const entry of entries) entry.run = next()
  for (const entry of entries) entry.length = next()
  entries.forEach((entry, i) => {
    const value = next()
    const before = entries[i - 1]
    entry.offset = value === 0 && before ? before.offset + before.length : value - 1
  })
  return entries
}

/** The entry that holds a tile, or (run 0) the leaf directory to look in. */
function findEntry(entries: Entry[], id: number): Entry | undefined {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.id <= id) low = middle + 1
    else high = middle
  }
  const entry = entries[low - 1]
  return entry && (entry.run === 0 || id < entry.id + entry.run) ? entry : undefined
}

/** Tiles are numbered zoom by zoom along a Hilbert curve. */
export function tileId(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = x & side ? 1 : 0
    const below = y & side ? 1 : 0
    id += side * side * ((3 * right) ^ below)
    if (!below) {
      if (right) {
        x = side - 1 - (x & (side - 1))
        y = side - 1 - (y & (side - 1))
      }
      ;[x, y] = [y, x]
    }
  }
  return id
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
}

export class Archive {
  private header: Promise<Header> | undefined
  private readonly leaves = new Map<number, Promise<Entry[]>>()

  constructor(private readonly range: ByteSource) {}

  /** The tile's bytes, unpacked; undefined where the archive has none. */
  async tile(z: number, x: number, y: number): Promise<Uint8Array | undefined> {
    this.header ??= this.open()
    this.header.catch(() => (this.header = undefined))
    const { root, leaves, tiles } = await this.header
    const id = tileId(z, x, y)
    let entry = findEntry(root, id)
    while (entry?.run === 0) entry = findEntry(await this.leaf(leaves + entry.offset, entry.length), id)
    return entry && gunzip(await this.range(tiles + entry.offset, entry.length))
  }

  private async open(): Promise<Header> {
    const bytes = await this.range(0, firstBytes)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const number = (at: number) => Number(view.getBigUint64(at, true))
    if (new TextDecoder().decode(bytes.subarray(0, 7)) !== 'PMTiles' || bytes[7] !== 3 || bytes.length < headerBytes) throw new Error('the basemap is not a PMTiles archive of version 3')
    const root = readDirectory(await gunzip(bytes.slice(number(8), number(8) + number(16))))
    return { root, leaves: number(40), tiles: number(56) }
  }

  private leaf(offset: number, length: number): Promise<Entry[]> {
    let leaf = this.leaves.get(offset)
    if (!leaf) {
      leaf = this.range(offset, length).then(gunzip).then(readDirectory)
      leaf.catch(() => this.leaves.delete(offset))
      this.leaves.set(offset, leaf)
    }
    return leaf
  }
}
