/** `npm run --silent extract`: JSON Lines in, JSON Lines out. */
import { once } from 'node:events'
import { readReading } from '../lib/pipeline'
import { LineError, messageOf, parseLine } from './extract/input'
import { linesOf, type Line } from './extract/lines'
import { articleRecord } from './extract/record'

const LIMIT_MB = 10

const HELP = `usage: npm run --silent extract < articles.jsonl > incidents.jsonl

Reads one article a line on standard input and writes one line for each on standard output, in order:
  in   {"id", "text", "title"?, "published"?}      published: the ISO day that "on Saturday" is counted from
  out  {"id", "toponyms": […], "incidents": […]}   or {"id", "error"} for an article that cannot be read

toponyms   start, end (UTF-16 offsets into text), text, name, lat, lon, level, radius_km, country, id,
           literal (false: the name stands for a government, people or organisation), confidence
incidents  type, status (happened, claimed, planned, denied), start, end, quote (the sentence that tells it),
           place {name, lat, lon, level, radius_km} or null, date (EDTF) or null, killed, injured,
           claimed_by, actors, confidence

A line that is not JSON gives {"id": null, "line": n, "error"}; the others go on. A line may have up to
${LIMIT_MB} MB. Without "published" the dateline is used, and without that relative dates stay null.`

async function main(args: string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return void process.stdout.write(`${HELP}\n`)
  if (args.length > 0) throw new Error(`extract takes no argument "${args[0]}"; articles come on standard input (--help tells more)`)
  for await (const line of linesOf(process.stdin, LIMIT_MB * 1_000_000)) {
    if (line.text?.trim() === '') continue
    // Waiting for a full pipe keeps a fast reader from filling memory with a slow writer's lines.
    if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(process.stdout, 'drain')
  }
}

function answer({ number, text }: Line): object {
  if (text === undefined) return { id: null, line: number, error: `The line is longer than ${LIMIT_MB} MB.` }
  let id: string | number | null = null
  try {
    const { id: own, ...article } = parseLine(text)
    id = own
    return articleRecord(id, readReading(article))
  } catch (error) {
    if (error instanceof LineError) id = error.id
    return { id, ...(id === null && { line: number }), error: messageOf(error) }
  }
}

// "extract | head": a reader that leaves is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`extract: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
