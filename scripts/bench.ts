/** `npm run bench`: seeded benchmarks beside named baselines of the same run, so that a slow machine changes the figures and not the ratios. */
import { spawnSync } from 'node:child_process'
import { parse as chronoParse } from 'chrono-node'
import { openGazetteer } from '../lib/gazetteer'
import { readReading } from '../lib/pipeline'
import { pageTable } from './bench/page'
import { articles } from './bench/texts'
import { table } from './score/table'

const ARTICLES = 200
const LENGTH = 2000
const SEED = 20251221
const STARTS = 5

const HELP = `usage: npm run bench

Reads ${ARTICLES} generated articles of ${LENGTH} characters (seed ${SEED}) and prints articles per second, once warm, for the
whole chain, for chrono-node alone and for a bare Unicode tokenisation, with their ratios; then the time and
memory to open the gazetteer, and the median of ${STARTS} starts of "npm run --silent extract" with one article;
last, where there is a build and a browser, what the home page weighs and how soon it can be used.`

async function main(args: string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP)
  const before = process.memoryUsage().rss
  const opened = performance.now()
  openGazetteer()
  const openMs = performance.now() - opened
  const megabytes = (process.memoryUsage().rss - before) / 1e6

  const texts = [...articles(ARTICLES, LENGTH, SEED)]
  const chain = perSecond(texts, (article) => readReading(article))
  const chrono = perSecond(texts, ({ text }) => chronoParse(text, new Date(Date.UTC(2025, 10, 20))))
  const tokens = perSecond(texts, ({ text }) => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu))
  console.log(table(['articles per second, one core', 'per s', 'against the chain'], [
    ['the whole chain: read, recognise, resolve, link', chain.toFixed(0), '1.00'],
    ['chrono-node alone (dates only)', chrono.toFixed(0), (chrono / chain).toFixed(2)],
    ['bare Unicode tokenisation', tokens.toFixed(0), (tokens / chain).toFixed(2)],
  ]))
  console.log(`\n${table(['start', 'ms', 'MB'], [
    ['open the gazetteer', openMs.toFixed(0), megabytes.toFixed(0)],
    [`npm run --silent extract, one article (median of ${STARTS})`, startUp(texts[0]?.text ?? '').toFixed(0), ''],
  ])}`)
  console.log(`\n${await pageTable()}`)
}

/** The better of two rounds, after one to warm up. */
function perSecond<T>(items: T[], work: (item: T) => unknown): number {
  const round = () => {
    const start = performance.now()
    for (const item of items) work(item)
    return (1000 * items.length) / (performance.now() - start)
  }
  round()
  return Math.max(round(), round())
}

function startUp(text: string): number {
  const times = Array.from({ length: STARTS }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'extract'], { input: `${JSON.stringify({ id: 1, text })}\n`, encoding: 'utf8' })
    if (status !== 0) throw new Error(`extract failed: ${stderr.trim()}`)
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[Math.floor(STARTS / 2)] ?? NaN
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
