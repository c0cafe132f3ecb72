/** The ingest command apart from its process: arguments in, lines out. */
import { DatelineError } from '../../lib/errors'
import { ingestArticle, putReportsTogether, takeReportsApart } from '../../lib/ingest'
import { countArticles } from '../../lib/store/articles'
import { closeStore, databaseFile, openStore } from '../../lib/store/open'
import { articlesIn } from './inputs'
import { linesFor, linesForIncident, safe } from './print'

const help = () => `usage: npm run ingest -- [--if-empty] FILE|FOLDER|- …
       npm run ingest -- --apart REPORT …
       npm run ingest -- --together REPORT …

Reads articles and stores what they tell: .txt and .md (with or without front matter), .html,
.jsonl (one {"text","title"?,"published"?,"publisher"?,"url"?} a line); folders with all they hold;
- for standard input. The same article twice is the same as once.

  --if-empty   does nothing when the database has an article already
  --apart      takes the report out of its incident, for good: it is another one. Several reports of
               an incident are taken out together. Their ids stand in what ingest prints of a report
               that joined others, and in GET /api/incidents/{id} under "reports"
  --together   forgets that the report was taken apart: it goes back where its words put it

Prints for each article its incidents, which of them other articles told before, and what was left
out and why. A file that cannot be read never stops the others; when none could be read the exit
code is 1. The database is DATELINE_DB (${databaseFile()}).`

/** Where the lines go: `found` is what the command is for, `told` what went wrong and the sum. */
type Output = { found(line: string): void; told(line: string): void }

/**
 * @returns the exit code: 1 when something failed and nothing could be read
 * @throws DatelineError for arguments that are not understood and a database that cannot be opened
 */
export async function runIngest(args: string[], { found, told }: Output): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    found(help())
    return 0
  }
  const option = args.find((arg) => arg === '--apart' || arg === '--together')
  if (option) {
    await decide(option, args.filter((arg) => arg !== option), found)
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
        for (const line of linesFor(named.name, reading, saved)) found(line)
        sum[saved.outcome]++
        sum.incidents += saved.placed.length
        sum.joined += saved.placed.filter(({ joined }) => joined.length).length
      } catch (error) {
        sum.failed++
        told(`${safe(named.name)}: ${error instanceof DatelineError ? error.message : `unexpected error: ${String(error)}`}`)
      }
    }
  } finally {
    await closeStore(store)
  }
  const read = sum.new + sum.changed + sum.known
  told(`${read} articles read (${sum.new} new, ${sum.changed} read again, ${sum.known} known already), ${sum.incidents} reports of incidents, ${sum.joined} of them of one told before; ${sum.failed} failed.`)
  return sum.failed && !read ? 1 : 0
}

/** @throws DatelineError for no ids, an id that no report has, and reports that are not together or not apart */
async function decide(option: string, ids: string[], found: Output['found']): Promise<void> {
  const stray = ids.find((id) => id.startsWith('-'))
  if (stray !== undefined) throw new DatelineError('invalid-query', `${option} takes ids of reports and nothing else, not ${stray} (--help tells more)`)
  if (!ids.length) throw new DatelineError('invalid-query', `name the report to ${option === '--apart' ? 'take apart' : 'put back'} by its id (--help tells more)`)
  const store = await openStore()
  try {
    if (option === '--apart') {
      const { taken, left } = await takeReportsApart(store, ids)
      found(taken.length + left.length > 2 ? 'Taken apart; what no longer agrees by itself is apart too:' : 'Taken apart:')
      for (const incident of [...taken, ...left]) for (const line of linesForIncident(incident)) found(line)
    } else {
      const incidents = await putReportsTogether(store, ids)
      found('Put back:')
      for (const incident of incidents) for (const line of linesForIncident(incident)) found(line)
    }
  } finally {
    await closeStore(store)
  }
}
