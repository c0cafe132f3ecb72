import { DatelineError } from '../errors'
import type { ArticleInput } from './article'
import { splitFrontMatter } from './front-matter'
import { textOfHtml } from './html'

/** Bytes of a file; a file of JSON Lines may hold many articles, so this is more than one article may have. */
const largestFile = 200_000_000

/**
 * The articles of a file, by its ending: `.jsonl` or `.ndjson` (one `{id,text,title?,published?,…}` a line), `.html`,
 * and `.txt`, `.md` or anything else as text with or without front matter.
 * A line of JSON that cannot be read does not stop the others: it comes back with its `problem`, which `readArticle` throws.
 * @throws DatelineError `not-text` for binary, `article-too-large` for a file over 200 MB.
 */
export function readFile(name: string, bytes: Uint8Array): ArticleInput[] {
  if (bytes.length > largestFile) throw new DatelineError('article-too-large', `The file ${name} has ${bytes.length.toLocaleString('en')} bytes; at most ${largestFile.toLocaleString('en')} are read.`)
  const content = decodeText(name, bytes)
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return linesOf(name, content)
  if (/\.x?html?$/i.test(name)) return [textOfHtml(content)]
  return [splitFrontMatter(content)]
}

/** UTF-8, UTF-16 by its byte order mark, or Windows-1252 for the odd byte of an old file. */
function decodeText(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new DatelineError('not-text', `The file ${name} is not text: it has NUL bytes.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    let high = 0
    let controls = 0
    for (const byte of bytes) {
      if (byte > 0x7f) high++
      else if (byte < 9 || (byte > 13 && byte < 32)) controls++
    }
    if (controls > bytes.length * 0.01 || high > bytes.length * 0.2) throw new DatelineError('not-text', `The file ${name} is not text: ${high + controls} of its ${bytes.length} bytes are not characters of UTF-8.`)
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function linesOf(name: string, content: string): ArticleInput[] {
  return content.split('\n').flatMap((line, i): ArticleInput[] => {
    if (line.trim() === '') return []
    try {
      return [articleOfJson(line, `Line ${i + 1} of ${name}`)]
    } catch (error) {
      if (error instanceof DatelineError) return [{ text: '', problem: error }]
      throw error
    }
  })
}

/**
 * One line of JSON Lines as an article.
 * @throws DatelineError `invalid-article` naming the line and what is wrong with it.
 */
function articleOfJson(line: string, where: string): ArticleInput {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new DatelineError('invalid-article', `${where} is not JSON: "${line.slice(0, 60)}".`)
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') throw new DatelineError('invalid-article', `${where} has no "text": "${line.slice(0, 60)}".`)
  const input: ArticleInput = { text: value.text }
  for (const key of ['title', 'publisher', 'url', 'published'] as const) {
    const given = (value as Record<string, unknown>)[key]
    if (given === undefined || given === null) continue
    if (typeof given !== 'string') throw new DatelineError('invalid-article', `${where} has a "${key}" that is not a string: ${JSON.stringify(given).slice(0, 60)}.`)
    input[key] = given
  }
  const id = (value as Record<string, unknown>).id
  if (typeof id === 'string' || typeof id === 'number') input.id = String(id)
  return input
}
