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

/** A file of `data/` as text. */
export function readDataText(name: string): string {
  return readData(name).toString('utf8')
}

/** Cells of each line of a tab-separated file of `data/` that has no header; lines that begin with `#` are comments. */
export function readRows(name: string): string[][] {
  return readDataText(name).split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}

/**
 * Rows of a tab-separated file of `data/`: lines that begin with `#` are comments, the first other line names the columns.
 * @throws DatelineError `internal` naming file and line when a row has more or fewer cells than the header.
 */
export function readTable<Column extends string>(name: string, ...columns: Column[]): Record<Column, string>[] {
  let header: string[] | undefined
  const rows: Record<Column, string>[] = []
  for (const [index, line] of readDataText(name).split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const cells = line.split('\t').map((cell) => cell.trim())
    if (!header) {
      const missing = columns.filter((column) => !cells.includes(column))
      if (missing.length > 0) throw new DatelineError('internal', `The data file ${name} has no column ${missing.join(', ')} in its header "${line}".`)
      header = cells
      continue
    }
    if (cells.length !== header.length) throw new DatelineError('internal', `Line ${index + 1} of the data file ${name} has ${cells.length} cells where the header has ${header.length}: "${line}".`)
    rows.push(Object.fromEntries(header.map((column, i) => [column, cells[i]])) as Record<Column, string>)
  }
  if (!header) throw new DatelineError('internal', `The data file ${name} has no header line.`)
  return rows
}
