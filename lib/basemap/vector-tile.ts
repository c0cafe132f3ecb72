/**
 * Reads Mapbox vector tiles, version 2 (https://github.com/mapbox/vector-tile-spec): protocol buffers whose
 * geometry is a pen's commands in tile units. Only the parts the basemap's tiles use: text, numbers, true and false.
 */
export type Value = string | number | boolean
export type Pen = { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; closePath(): void }
export type Feature = { properties: Record<string, Value>; geometry: number[] }
export type Layer = { name: string; extent: number; features: Feature[] }

const text = new TextDecoder()

class Reader {
  private at = 0
  constructor(private readonly bytes: Uint8Array) {}

  varint(): number {
    let value = 0
    let scale = 1
    let byte
    do {
      byte = this.bytes[this.at++]
      if (byte === undefined) throw new Error('a tile of the basemap ends too early')
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    return value
  }

  part(): Uint8Array {
    const length = this.varint()
    return this.bytes.subarray(this.at, (this.at += length))
  }

  fixed(bytes: 4 | 8): number {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, bytes)
    this.at += bytes
    return bytes === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true)
  }

  /** Calls `read` with each field's number; what it leaves alone is skipped. */
  fields(read: (field: number) => boolean | void) {
    while (this.at < this.bytes.length) {
      const key = this.varint()
      const before = this.at
      read(key >> 3)
      if (this.at !== before) continue
      const wire = key & 7
      if (wire === 0) this.varint()
      else if (wire === 2) this.part()
      else this.fixed(wire === 5 ? 4 : 8)
    }
  }

  numbers(): number[] {
    const inner = new Reader(this.part())
    const found: number[] = []
    while (inner.at < inner.bytes.length) found.push(inner.varint())
    return found
  }
}

/** 0, 1, 2, 3, 4 → 0, -1, 1, -2, 2 */
const signed = (n: number) => (n % 2 ? -(n + 1) / 2 : n / 2)

function readValue(bytes: Uint8Array): Value {
  const reader = new Reader(bytes)
  let value: Value = 0
  reader.fields((field) => {
    if (field === 1) value = text.decode(reader.part())
    else if (field === 2) value = reader.fixed(4)
    else if (field === 3) value = reader.fixed(8)
    else if (field === 4 || field === 5) value = reader.varint()
    else if (field === 6) value = signed(reader.varint())
    else if (field === 7) value = reader.varint() === 1
  })
  return value
}

function readLayer(bytes: Uint8Array): Layer {
  const reader = new Reader(bytes)
  const keys: string[] = []
  const values: Value[] = []
  const features: { tags: number[]; geometry: number[] }[] = []
  const layer: Layer = { name: '', extent: 4096, features: [] }
  reader.fields((field) => {
    if (field === 1) layer.name = text.decode(reader.part())
    else if (field === 3) keys.push(text.decode(reader.part()))
    else if (field === 4) values.push(readValue(reader.part()))
    else if (field === 5) layer.extent = reader.varint()
    else if (field === 2) {
      const inner = new Reader(reader.part())
      const feature = { tags: [] as number[], geometry: [] as number[] }
      inner.fields((part) => {
        if (part === 2) feature.tags = inner.numbers()
        else if (part === 4) feature.geometry = inner.numbers()
      })
      features.push(feature)
    }
  })
  // Keys and values may come after the features that name them.
  layer.features = features.map(({ tags, geometry }) => {
    const properties: Feature['properties'] = {}
    for (let i = 0; i + 1 < tags.length; i += 2) properties[keys[tags[i]!]!] = values[tags[i + 1]!]!
    return { properties, geometry }
  })
  return layer
}

export function readTile(bytes: Uint8Array): Layer[] {
  const layers: Layer[] = []
  const reader = new Reader(bytes)
  reader.fields((field) => {
    if (field === 3) layers.push(readLayer(reader.part()))
  })
  return layers
}

/** Moves a pen along a feature's geometry. */
export function drawGeometry(geometry: number[], pen: Pen) {
  let x = 0
  let y = 0
  let i = 0
  while (i < geometry.length) {
    const command = geometry[i++]!
    const kind = command & 7
    if (kind === 7) {
      pen.closePath()
      continue
    }
    for (let n = command >> 3; n > 0; n--) {
      x += signed(geometry[i++]!)
      y += signed(geometry[i++]!)
      if (kind === 1) pen.moveTo(x, y)
      else pen.lineTo(x, y)
    }
  }
}
