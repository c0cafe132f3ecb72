/**
 * Outlines of countries, divisions, lakes and hand-kept areas, by `Place.outline`. They lie in a
 * file of their own, which only what draws areas opens.
 *
 * Rings are coordinates in thousandths of a degree, each the zigzag difference from the one
 * before, as variable-length integers.
 */
import { readData } from '../data'
import { packTables, unpackTables } from './table-file'

type Ring = [lon: number, lat: number][]
/** Closed rings; outer ones run counter-clockwise, holes clockwise (RFC 7946, 3.1.6). */
export type Outline = Ring[]

const perDegree = 1000
const file = 'outlines.bin'

export function packOutlineTable(outlines: Map<string, Outline>): Buffer {
  const bytes: number[] = []
  const ends: number[] = []
  const write = (value: number) => {
    let rest = ((value << 1) ^ (value >> 31)) >>> 0
    while (rest > 127) {
      bytes.push((rest & 127) | 128)
      rest >>>= 7
    }
    bytes.push(rest)
  }
  for (const outline of outlines.values()) {
    let x = 0
    let y = 0
    write(outline.length)
    for (const ring of outline) {
      write(ring.length - 1)
      for (const [lon, lat] of ring.slice(0, -1)) {
        const toX = Math.round(lon * perDegree)
        const toY = Math.round(lat * perDegree)
        write(toX - x)
        write(toY - y)
        x = toX
        y = toY
      }
    }
    ends.push(bytes.length)
  }
  return packTables({ keys: [...outlines.keys()] }, { ends: Uint32Array.from(ends), rings: Uint8Array.from(bytes) })
}

type Table = { at: Map<string, number>; ends: Uint32Array; bytes: Uint8Array }
let opened: Table | undefined

function open(): Table {
  if (opened) return opened
  const tables = unpackTables(readData(file), `data/${file}`)
  const { keys } = tables.meta as { keys: string[] }
  return (opened = { at: new Map(keys.map((key, i) => [key, i])), ends: tables.column<Uint32Array>('ends'), bytes: tables.column<Uint8Array>('rings') })
}

/** The outline of a place by its key, `undefined` where there is none. */
export function outline(key: string): Outline | undefined {
  const { at, ends, bytes } = open()
  const index = at.get(key)
  if (index === undefined) return undefined
  let position = index ? ends[index - 1]! : 0
  const read = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[position++]!
      value |= (byte & 127) << shift
      if (byte < 128) return (value >>> 1) ^ -(value & 1)
    }
  }
  let x = 0
  let y = 0
  return Array.from({ length: read() }, () => {
    const ring: Ring = Array.from({ length: read() }, () => {
      x += read()
      y += read()
      return [x / perDegree, y / perDegree]
    })
    return [...ring, ring[0]!]
  })
}
