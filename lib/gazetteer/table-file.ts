/**
 * The container of the gazetteer's binary tables: a JSON header, then typed-array sections.
 * Sections of hashes do not compress and lie in the file as they are, so opening them costs
 * nothing; the rest is brotli.
 *
 * Layout: "DLGZ", header length (u32 LE), header, then each section at a multiple of 8 bytes.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { DatelineError } from '../errors'

const arrays = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f32: Float32Array }
type ArrayType = keyof typeof arrays
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array

type Section = { name: string; type: ArrayType; offset: number; bytes: number; brotli: boolean }
type Header = { meta: Record<string, unknown>; sections: Section[] }

const magic = 'DLGZ'
const align = (offset: number) => (offset + 7) & ~7

/** Little-endian machines only: every one Node 20 is built for that this runs on is. */
function typeOf(column: Column): ArrayType {
  for (const type of Object.keys(arrays) as ArrayType[]) if (column instanceof arrays[type]) return type
  throw new TypeError('not a column')
}

/** Brotli's best takes two seconds a megabyte; columns beyond this, which only a full dump fills, get its ninth level: a tenth larger, twenty times as fast. */
const slowBytes = 4 << 20

export function packTables(meta: Record<string, unknown>, columns: Record<string, Column>): Buffer {
  const sections: Section[] = []
  const bodies: Buffer[] = []
  for (const [name, column] of Object.entries(columns)) {
    const raw = Buffer.from(column.buffer, column.byteOffset, column.byteLength)
    const small = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: raw.length > slowBytes ? 9 : 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } })
    const brotli = small.length < raw.length * 0.85
    const body = brotli ? small : raw
    sections.push({ name, type: typeOf(column), offset: 0, bytes: body.length, brotli })
    bodies.push(body)
  }
  // Offsets are counted from the end of the header, whose length depends on them in turn.
  let offset = 0
  for (const section of sections) {
    section.offset = offset
    offset = align(offset + section.bytes)
  }
  const header = Buffer.from(JSON.stringify({ meta, sections } satisfies Header))
  const start = align(8 + header.length)
  const file = Buffer.alloc(start + offset)
  file.write(magic, 0, 'latin1')
  file.writeUInt32LE(header.length, 4)
  header.copy(file, 8)
  sections.forEach((section, i) => bodies[i]!.copy(file, start + section.offset))
  return file
}

export type Tables = { meta: Record<string, unknown>; column<T extends Column>(name: string): T }

/** @throws DatelineError `gazetteer-missing` when the bytes are not such a file. */
export function unpackTables(file: Buffer, path: string): Tables {
  if (file.length < 8 || file.toString('latin1', 0, 4) !== magic) {
    throw new DatelineError('gazetteer-missing', `${path} is not a gazetteer table; run "npm run gazetteer" to build it again`)
  }
  const length = file.readUInt32LE(4)
  const { meta, sections } = JSON.parse(file.toString('utf8', 8, 8 + length)) as Header
  const start = align(8 + length)
  return {
    meta,
    column<T extends Column>(name: string): T {
      const section = sections.find((s) => s.name === name)
      if (!section) throw new DatelineError('gazetteer-missing', `${path} has no column ${name}; run "npm run gazetteer" to build it again`)
      const stored = file.subarray(start + section.offset, start + section.offset + section.bytes)
      let bytes: Uint8Array = section.brotli ? brotliDecompressSync(stored) : stored
      const Type = arrays[section.type]
      // A view needs an aligned start; a pooled buffer may not have one.
      if (bytes.byteOffset % Type.BYTES_PER_ELEMENT) bytes = new Uint8Array(bytes)
      return new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength / Type.BYTES_PER_ELEMENT) as T
    },
  }
}
