/** The little of ESRI's shapefile format that Natural Earth's lines need: polylines and their dBASE attributes. */
import { readFileSync } from 'node:fs'
import type { Point } from './geometry'

export type Line = { attributes: Record<string, string>; parts: Point[][] }

function attributes(path: string): Record<string, string>[] {
  const file = readFileSync(path)
  const rows = file.readUInt32LE(4)
  const start = file.readUInt16LE(8)
  const width = file.readUInt16LE(10)
  const fields: { name: string; length: number }[] = []
  for (let at = 32; file[at] !== 0x0d; at += 32) {
    fields.push({ name: file.toString('latin1', at, at + 11).replace(/\0.*/s, ''), length: file[at + 16]! })
  }
  return Array.from({ length: rows }, (_, row) => {
    let at = start + row * width + 1
    return Object.fromEntries(fields.map(({ name, length }) => [name, file.toString('utf8', at, (at += length)).trim()]))
  })
}

/** @param base path without ".shp" and ".dbf". Other shapes than polylines and polygons are left out. */
export function readLines(base: string): Line[] {
  const rows = attributes(`${base}.dbf`)
  const file = readFileSync(`${base}.shp`)
  const lines: Line[] = []
  for (let at = 100, row = 0; at < file.length; row++) {
    const length = file.readUInt32BE(at + 4) * 2
    const type = file.readInt32LE(at + 8)
    if (type === 3 || type === 5) {
      const parts = file.readInt32LE(at + 44)
      const points = file.readInt32LE(at + 48)
      const starts = Array.from({ length: parts }, (_, i) => file.readInt32LE(at + 52 + 4 * i))
      const base = at + 52 + 4 * parts
      lines.push({
        attributes: rows[row]!,
        parts: starts.map((start, i) => Array.from({ length: (starts[i + 1] ?? points) - start }, (_, k): Point => [file.readDoubleLE(base + 16 * (start + k)), file.readDoubleLE(base + 16 * (start + k) + 8)])),
      })
    }
    at += 8 + length
  }
  return lines
}
