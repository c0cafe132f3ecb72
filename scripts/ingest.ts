/** `npm run ingest -- FILES`: articles into the store; what was found, merged and left out is printed. */
import { runIngest } from './ingest/run'

// "ingest | head": a reader that leaves is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

runIngest(process.argv.slice(2), { found: (line) => console.log(line), told: (line) => console.error(line) }).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`ingest: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  },
)
