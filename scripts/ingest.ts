/** `npm run ingest -- FILES`: articles into the store; what was found, merged and left out is printed. */
import { ingestArticle } from '../lib/ingest'
import { countArticles } from '../lib/store/articles'
import { closeStore, databaseFile, openStore } from '../lib/store/open'
import { DatelineError } from '../lib/errors'
import { articlesIn } from './ingest/inputs'
import { linesFor, safe } from './ingest/print'

const HELP = `usage: npm run ingest -- [--if-empty] FILE|FOLDER|- …

Reads articles and stores what they tell: .txt and .md (with or without front matter), .html,
.jsonl (one {"text","title"?,"published"?,"publisher"?,"url"?} a line); folders with all they hold;
- for standard input. The same article twice is the same as once.

  --if-empty   does nothing when the database has an article already

Prints for each article its incidents, which of them other articles told before, and what was left
out and why. A file that cannot be read never stops the others; when none could be read the exit
code is 1. The database is DATELINE_DB (${databaseFile()}).`

async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP)
    return 0
  }
  const ifEmpty = args.includes('--if-empty')
  const paths = args.filter((arg) => arg !== '--if-empty')
  const unknown = paths.find((arg) => /^-./.test(arg))
  if (unknown) throw new DatelineError('invalid-query', `there is no option ${unknown} (--help tells more)`)
  if (!paths.length) throw new DatelineError('invalid-query', 'name at least one file or folder, or - for standard input (--help tells more)')

  const store = await openStore()
  const sum = { new: 0, changed: 0, known: 0, incidents: 0, joined: 0, failed: 0 }
  try {
    if (ifEmpty && (await countArticles(store)) > 0) return 0
    for (const named of articlesIn(paths)) {
      try {
        if ('error' in named) throw named.error
        const { reading, saved } = await ingestArticle(store, named.input)
        for (const line of linesFor(named.name, reading, saved)) console.log(line)
        sum[saved.outcome]++
        sum.incidents += saved.placed.length
        sum.joined += saved.placed.filter(({ joined }) => joined.length).length
      } catch (error) {
        sum.failed++
        console.error(`${safe(named.name)}: ${error instanceof DatelineError ? error.message : `unexpected error: ${String(error)}`}`)
      }
    }
  } finally {
    await closeStore(store)
  }
  const read = sum.new + sum.changed + sum.known
  console.error(`${read} articles read (${sum.new} new, ${sum.changed} read again, ${sum.known} known already), ${sum.incidents} reports of incidents, ${sum.joined} of them of one told before; ${sum.failed} failed.`)
  return sum.failed && !read ? 1 : 0
}

// "ingest | head": a reader that leaves is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`ingest: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  },
)
