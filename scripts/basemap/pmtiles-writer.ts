/**
 * Writes a PMTiles version 3 archive (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md):
 * header (127 bytes) · root directory · metadata · leaf directories · tiles. Equal tiles are stored once,
 * runs of equal neighbours take one entry.
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'

export type Tile = { z: number; x: number; y: number; /** gzip'd MVT, or a PNG */ data: Uint8Array }
type Entry = { id: number; offset: number; length: number; run: number }

const headerBytes = 127
/** Header and root together must fit into the first 16 KiB a client asks for. */
const rootLimit = 16_384 - headerBytes
const leafSize = 2048

function varint(out: number[], value: number) {
  while (value > 127) {
    out.push((value % 128) | 128)
    value = Math.floor(value / 128)
  }
  out.push(value)
}

/** Columns, not rows: ids as differences, runs, lengths, offsets (0 = right after the one before). */
function directory(entries: Entry[]): Buffer {
  const out: number[] = []
  varint(out, entries.length)
  entries.forEach((e, i) => varint(out, e.id - (entries[i - 1]?.id ?? 0)))
  for (const e of entries) varint(out, e.run)
  for (const e of entries) varint(out, e.length)
  entries.forEach((e, i) => {
    const before = entries[i - 1]
    varint(out, before && e.offset === before.offset + before.length ? 0 : e.offset + 1)
  })
  return gzipSync(Buffer.from(out))
}

export function writePMTiles(tiles: Tile[], { maxZoom, metadata, type = 'mvt' }: { maxZoom: number; metadata: object; type?: 'mvt' | 'png' }): Buffer {
  const sorted = tiles.map((t) => ({ id: zxyToTileId(t.z, t.x, t.y), data: t.data })).sort((a, b) => a.id - b.id)
  const stored = new Map<string, { offset: number; length: number }>()
  const chunks: Uint8Array[] = []
  const entries: Entry[] = []
  let size = 0
  for (const { id, data } of sorted) {
    const hash = createHash('sha1').update(data).digest('base64')
    let place = stored.get(hash)
    if (!place) {
      place = { offset: size, length: data.length }
      stored.set(hash, place)
      chunks.push(data)
      size += data.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++
    else entries.push({ id, run: 1, ...place })
  }

  let root = directory(entries)
  let leaves = Buffer.alloc(0)
  if (root.length > rootLimit) {
    const parts: Buffer[] = []
    const pointers: Entry[] = []
    let offset = 0
    for (let i = 0; i < entries.length; i += leafSize) {
      const leaf = directory(entries.slice(i, i + leafSize))
      pointers.push({ id: entries[i]!.id, run: 0, offset, length: leaf.length })
      parts.push(leaf)
      offset += leaf.length
    }
    root = directory(pointers)
    leaves = Buffer.concat(parts)
  }
  const meta = gzipSync(Buffer.from(JSON.stringify(metadata)))

  const header = Buffer.alloc(headerBytes)
  header.write('PMTiles', 0, 'latin1')
  header[7] = 3
  const rootAt = headerBytes
  const metaAt = rootAt + root.length
  const leavesAt = metaAt + meta.length
  const tilesAt = leavesAt + leaves.length
  const counts = [rootAt, root.length, metaAt, meta.length, leavesAt, leaves.length, tilesAt, size, sorted.length, entries.length, stored.size]
  counts.forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + i * 8))
  header[96] = 1 // clustered: tiles lie in id order
  header[97] = 2 // directories gzip'd
  header[98] = type === 'mvt' ? 2 : 1 // tiles gzip'd, or as they are
  header[99] = type === 'mvt' ? 1 : 2
  header[100] = 0
  header[101] = maxZoom
  ;[-180, -85.0511, 180, 85.0511].forEach((value, i) => header.writeInt32LE(Math.round(value * 1e7), 102 + i * 4))
  header[118] = 2
  return Buffer.concat([header, root, meta, leaves, ...chunks])
}
