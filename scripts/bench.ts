/** `npm run bench`: seeded benchmarks beside named baselines of the same run, so that a slow machine changes the figures and not the ratios. */
import { linearTable } from './bench/linear'
import { pageTable } from './bench/page'
import { openAtlas } from './bench/places'
import { speedTables } from './bench/speed'
import { extractRun, openingCost, startUp } from './bench/start'
import { articles } from './bench/texts'
import { table } from './score/table'

const ARTICLES = 200
const MANY = 2000
const LENGTH = 2200
const SEED = 20251221

const HELP = `usage: npm run bench [-- speed|start|linear|page …]

All articles are generated from the seed ${SEED}; without a name all four parts are measured:
  speed   articles per second over ${ARTICLES} articles of ${LENGTH} characters: Dateline's places alone and its whole chain,
          compromise, wink-nlp, chrono-node and two bare tokenisations, with the ratios that are promised
  start   time and memory to open the gazetteer, the median of five starts of "npm run --silent extract" with one
          article, and the peak memory of an extract process over ${MANY} articles
  linear  time per million characters of texts of 0.05, 0.5 and 5 million: news, capitals, an endless sentence …
  page    where there is a build and a browser, what the home page weighs and how soon it can be used`

const parts = ['start', 'speed', 'linear', 'page']

async function main(args: string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP)
  const unknown = args.find((arg) => !parts.includes(arg))
  if (unknown !== undefined) throw new Error(`there is no part "${unknown}"; there are ${parts.join(', ')}`)
  const wanted = args.length > 0 ? args : parts
  // Before anything else opens it.
  const [openMs, openMb] = openingCost()
  const atlas = openAtlas()
  if (wanted.includes('start')) {
    const many = [...articles(MANY, LENGTH, SEED, atlas)]
    const { megabytes, ms } = extractRun(many)
    console.log(`${table(['start', 'ms', 'MB', 'target'], [
      ['open the gazetteer', openMs.toFixed(0), openMb.toFixed(0), ''],
      ['npm run --silent extract, one article', startUp(many[0]!).toFixed(0), '', ''],
      [`an extract process over ${MANY.toLocaleString('en')} articles, peak`, ms.toFixed(0), megabytes.toFixed(0), `under 400 MB: ${megabytes < 400 ? 'met' : 'not met'}`],
    ])}\n`)
  }
  if (wanted.includes('speed')) console.log(`${speedTables([...articles(ARTICLES, LENGTH, SEED, atlas)])}\n`)
  if (wanted.includes('linear')) console.log(`${linearTable(SEED, atlas)}\n`)
  if (wanted.includes('page')) console.log(await pageTable())
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
