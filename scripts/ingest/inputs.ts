/** What the arguments of `npm run ingest` name: files, folders and standard input, one article at a time. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatelineError } from '../../lib/errors'
import type { ArticleInput } from '../../lib/read/article'
import { readFile } from '../../lib/read/file'

/** One article, or why it could not be had; `name` is what the person would call it. */
export type Named = { name: string; input: ArticleInput } | { name: string; error: unknown }

const articleFile = /\.(?:txt|md|markdown|jsonl|ndjson|html?)$/i
/** A folder's own description is no article. */
const aboutFolder = /^(?:readme|license|licence)\b/i

export function* articlesIn(args: string[]): Generator<Named> {
  for (const name of args) {
    try {
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) throw new DatelineError('invalid-article', 'addresses and feeds cannot be read yet; save the article as a .txt, .md or .html file')
      if (name === '-') yield* articlesOf('standard input', readFileSync(0))
      else if (statSync(name).isDirectory()) yield* articlesInFolder(name)
      else yield* articlesOf(name, readFileSync(name))
    } catch (error) {
      yield { name, error: plain(error) }
    }
  }
}

function* articlesInFolder(folder: string): Generator<Named> {
  let found = false
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }).sort((a, b) => join(a.parentPath ?? a.path, a.name).localeCompare(join(b.parentPath ?? b.path, b.name)))) {
    const name = join(entry.parentPath ?? entry.path, entry.name)
    if (!entry.isFile() || !articleFile.test(entry.name) || aboutFolder.test(entry.name)) continue
    found = true
    try {
      yield* articlesOf(name, readFileSync(name))
    } catch (error) {
      yield { name, error: plain(error) }
    }
  }
  if (!found) yield { name: folder, error: new DatelineError('invalid-article', 'has no .txt, .md, .html or .jsonl file') }
}

function* articlesOf(name: string, bytes: Buffer): Generator<Named> {
  const inputs = readFile(name, bytes)
  for (const [i, input] of inputs.entries()) yield { name: inputs.length > 1 ? `${name} (${i + 1})` : name, input }
}

/** The operating system's errors in words. */
function plain(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return new DatelineError('invalid-article', 'there is no such file or folder')
  if (code === 'EACCES') return new DatelineError('invalid-article', 'may not be read')
  return error
}
