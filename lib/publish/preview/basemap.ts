/** The built-in basemap as a file of the server. */
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Path2D } from '@napi-rs/canvas'
import { Archive } from '../../basemap/archive'
import { BaseTiles } from '../../basemap/tiles'

const file = join(/* turbopackIgnore: true */ process.cwd(), 'public', 'basemap.pmtiles')
let handle: Promise<FileHandle> | undefined
let tiles: BaseTiles | undefined

async function fileBytes(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  handle ??= open(file)
  handle.catch(() => (handle = undefined))
  const { buffer, bytesRead } = await (await handle).read(new Uint8Array(length), 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

export const fileTiles = (): BaseTiles => (tiles ??= new BaseTiles(new Archive(fileBytes), Path2D as unknown as new () => globalThis.Path2D))
