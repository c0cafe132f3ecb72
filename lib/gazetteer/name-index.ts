/**
 * Normalised name → gazetteer rows, as sorted 48-bit fingerprints instead of the names themselves.
 *
 * A name's hash picks one of 65,536 buckets by 16 bits and is told from the bucket's dozen others
 * by 32 more. With a million names, a name that is in no gazetteer is taken for another once in
 * 280 million lookups; in return opening the index reads nothing but one file.
 */
import type { Column, Tables } from './table-file'

export const matches = ['name', 'alternate', 'abbreviation', 'demonym', 'variant'] as const
export type Match = (typeof matches)[number]
/** A row number and how the name found it. */
export type Posting = { row: number; match: Match }

const rowBits = 24
const rowMask = (1 << rowBits) - 1
const matchMask = 7
const last = 0x8000_0000
const buckets = 65_536

/** Two independent 32-bit hashes of the UTF-16 units (FNV-1a and its multiply–rotate kin, each finished as murmur3 does). */
function hash(key: string, out: Uint32Array): void {
  let a = 0x811c_9dc5
  let b = 0x9747_b28c
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x0100_0193)
    b = Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(unit + 1, 0xcc9e_2d51)
  }
  a ^= a >>> 16; a = Math.imul(a, 0x85eb_ca6b); a ^= a >>> 13
  b ^= b >>> 16; b = Math.imul(b, 0xc2b2_ae35); b ^= b >>> 16
  out[0] = (a ^ b) & (buckets - 1)
  out[1] = b
}

const scratch = new Uint32Array(2)

/** Builds the index; postings of one name keep the order they are given in. */
export function buildNameIndex(names: Map<string, Posting[]>): Record<string, Column> {
  const pack = ({ row, match }: Posting) => (row | (matches.indexOf(match) << rowBits)) >>> 0
  const entries: { bucket: number; print: number; postings: Posting[] }[] = []
  for (const [key, postings] of names) {
    hash(key, scratch)
    entries.push({ bucket: scratch[0]!, print: scratch[1]!, postings })
  }
  entries.sort((x, y) => x.bucket - y.bucket || x.print - y.print)
  const starts = new Uint32Array(buckets + 1)
  const prints = new Uint32Array(entries.length)
  const values = new Uint32Array(entries.length)
  const shared: number[] = []
  let bucket = 0
  entries.forEach((entry, i) => {
    const before = entries[i - 1]
    if (before && before.bucket === entry.bucket && before.print === entry.print) throw new Error('two names have one fingerprint; change a hash constant')
    while (bucket < entry.bucket) starts[++bucket] = i
    prints[i] = entry.print
    if (entry.postings.length === 1) {
      values[i] = pack(entry.postings[0]!)
    } else {
      values[i] = (last | shared.length) >>> 0
      entry.postings.forEach((posting, k) => shared.push(k === entry.postings.length - 1 ? (last | pack(posting)) >>> 0 : pack(posting)))
    }
  })
  while (bucket < buckets) starts[++bucket] = entries.length
  return { starts, prints, values, shared: Uint32Array.from(shared) }
}

export type NameIndex = { has(key: string): boolean; find(key: string): Posting[] }

export function openNameIndex(tables: Tables): NameIndex {
  const starts = tables.column<Uint32Array>('starts')
  const prints = tables.column<Uint32Array>('prints')
  const values = tables.column<Uint32Array>('values')
  const shared = tables.column<Uint32Array>('shared')
  const at = (key: string): number => {
    hash(key, scratch)
    const print = scratch[1]!
    const end = starts[scratch[0]! + 1]!
    for (let i = starts[scratch[0]!]!; i < end; i++) if (prints[i] === print) return i
    return -1
  }
  const unpack = (value: number): Posting => ({ row: value & rowMask, match: matches[(value >>> rowBits) & matchMask]! })
  return {
    has: (key) => at(key) >= 0,
    find(key) {
      const i = at(key)
      if (i < 0) return []
      const value = values[i]!
      if (value < last) return [unpack(value)]
      const found: Posting[] = []
      for (let k = value - last; ; k++) {
        found.push(unpack(shared[k]!))
        if (shared[k]! >= last) return found
      }
    },
  }
}
