import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatelineError } from './errors'

/**
 * The `data/` folder: beside `lib/` when the sources run as they are (tsx, vitest), in the working
 * folder inside a Next.js bundle, where `import.meta.url` no longer points to the source.
 */
const folders = [join(dirname(fileURLToPath(import.meta.url)), '..', 'data'), join(process.cwd(), 'data')]

/** Bytes of a file of `data/`. */
export function readData(name: string): Buffer {
  const folder = folders.find((candidate) => existsSync(join(candidate, name)))
  if (!folder) throw new DatelineError('internal', `The data file ${name} is missing; looked in ${folders.join(' and ')}.`)
  return readFileSync(join(folder, name))
}
