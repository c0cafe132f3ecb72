/**
 * Normalised name → gazetteer rows, as sorted 48-bit fingerprints instead of the names themselves.
 *
 * A name's hash picks one of 65,536 buckets by 16 bits and is told from the bucket's dozen others
 * by 32 more. With a million names, a name that is in no gazetteer is taken for another once in
 * 280 million lookups; in return opening the index reads nothing but one file.
 *
 * Two names of the table itself may have one fingerprint too (among ten million names, one build in
 * six). The first keeps it; the others stand in the file's header by their letters, which a lookup
 * asks first, so that every name of the table finds exactly its own places.
 */
import type { Column, Tables } from './table-file'

export const matches = ['name', 'alternate', 'abbreviation', 'demonym', 'variant'] as const
export type Match = (typeof matches)[number]
/** A row number and how the name found it. */
export type Posting = { row: number; match: Match }

const rowBits = 24
/** As many places as a posting can number. */
export const maxRows = 1 << rowBits
const rowMask = (1 << rowBits) - 1
const matchMask = 7
const last = 0x8000_0000
const buckets = 65_536

/** Writes a key's bucket and its 32-bit print into `out`. */
type Hash = (key: string, out: Uint32Array) => void

/** Two independent 32-bit hashes of the UTF-16 units (FNV-1a and its multiply–rotate kin, each finished as murmur3 does). */
const fingerprint: Hash = (key, out) => {
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

/** The names whose fingerprint another name has already, with their packed postings; in the file's header, absent where there are none. */
type Exceptions = [key: string, postings: number[]][]

const pack = ({ row, match }: Posting) => (row | (matches.indexOf(match) << rowBits)) >>> 0
const unpack = (value: number): Posting => ({ row: value & rowMask, match: matches[(value >>> rowBits) & matchMask]! })

/** The names' numbers, sorted by fingerprint; of equal ones the first given comes first. By counting and in typed arrays: a full GeoNames dump has ten million names. */
function inPrintOrder(bucketOf: Uint16Array, printOf: Uint32Array): { order: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(buckets + 1)
  for (const bucket of bucketOf) ends[bucket + 1]!++
  for (let bucket = 0; bucket < buckets; bucket++) ends[bucket + 1]! += ends[bucket]!
  const next = ends.slice()
  const order = new Uint32Array(bucketOf.length)
  bucketOf.forEach((bucket, i) => { order[next[bucket]!++] = i })
  for (let bucket = 0; bucket < buckets; bucket++) order.subarray(ends[bucket], ends[bucket + 1]).sort((x, y) => printOf[x]! - printOf[y]! || x - y)
  return { order, ends }
}

/** Builds the index; postings of one name keep the order they are given in. `hash` is another only in tests. */
export function buildNameIndex(names: Map<string, Posting[]>, hash: Hash = fingerprint): { meta: Record<string, unknown>; columns: Record<string, Column> } {
  const bucketOf = new Uint16Array(names.size)
  const printOf = new Uint32Array(names.size)
  const keys = [...names.keys()]
  keys.forEach((key, i) => {
    hash(key, scratch)
    bucketOf[i] = scratch[0]!
    printOf[i] = scratch[1]!
  })
  const { order, ends } = inPrintOrder(bucketOf, printOf)
  const starts = new Uint32Array(buckets + 1)
  const prints = new Uint32Array(names.size)
  const values = new Uint32Array(names.size)
  const shared: number[] = []
  const exceptions: Exceptions = []
  let n = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    starts[bucket] = n
    for (let k = ends[bucket]!; k < ends[bucket + 1]!; k++) {
      const key = keys[order[k]!]!
      const postings = names.get(key)!
      const print = printOf[order[k]!]!
      if (n > starts[bucket]! && prints[n - 1] === print) {
        exceptions.push([key, postings.map(pack)])
        continue
      }
      prints[n] = print
      if (postings.length === 1) {
        values[n] = pack(postings[0]!)
      } else {
        values[n] = (last | shared.length) >>> 0
        postings.forEach((posting, i) => shared.push(i === postings.length - 1 ? (last | pack(posting)) >>> 0 : pack(posting)))
      }
      n++
    }
  }
  starts[buckets] = n
  return {
    meta: exceptions.length ? { exceptions } : {},
    columns: { starts, prints: prints.subarray(0, n), values: values.subarray(0, n), shared: Uint32Array.from(shared) },
  }
}

export type NameIndex = { has(key: string): boolean; find(key: string): Posting[] }

export function openNameIndex(tables: Tables, hash: Hash = fingerprint): NameIndex {
  const exceptions = new Map(tables.meta.exceptions as Exceptions | undefined)
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
  return {
    has: (key) => at(key) >= 0,
    find(key) {
      const exception = exceptions.get(key)
      if (exception) return exception.map(unpack)
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
