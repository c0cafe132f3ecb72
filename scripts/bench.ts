/** `npm run bench`: seeded benchmarks beside named baselines of the same run, so that a slow machine changes the figures and not the ratios. */
import { fillStore } from './bench/fill'
import { lighthouseTable } from './bench/lighthouse'
import { linearTable } from './bench/linear'
import { mapTables } from './bench/map'
import { pageTable } from './bench/page'
import { openAtlas } from './bench/places'
import { sampleIncidents } from './bench/sample'
import { speedTables } from './bench/speed'
import { extractRun, openingCost, startUp } from './bench/start'
import { articles } from './bench/texts'
import { table } from './score/table'

const ARTICLES = 200
const MANY = 2000
const LENGTH = 2200
const INCIDENTS = 50_000
const SEED = 20251221

const HELP = `usage: npm run bench [-- start|speed|linear|page|map|lighthouse …]
       npm run bench -- sample FILE [N]

All articles and incidents are generated from the seed ${SEED}; without a name all parts are measured:
  start       time and memory to open the gazetteer, the median of five starts of "npm run --silent extract" with one
              article, and the peak memory of an extract process over ${MANY} articles
  speed       articles per second over ${ARTICLES} articles of ${LENGTH} characters: Dateline's places alone and its whole chain,
              compromise, wink-nlp, chrono-node and two bare tokenisations, with the ratios that are promised
  linear      time per million characters of texts of 0.05, 0.5 and 5 million: news, capitals, an endless sentence …
  page        what the home page weighs and how soon it can be used
  map         ${INCIDENTS.toLocaleString('en')} incidents in the browser, desktop and phone: panning, brushing over the time line, pressing a filter,
              beside leaflet.markercluster on the same points
  lighthouse  Lighthouse's four scores on the sample articles; it is fetched with npm into .cache/ the first time

page, map and lighthouse need a build (npm run build) and a Chromium (CHROMIUM_PATH); without they say so and are passed over.

sample writes the made-up incidents of map (N of them, else ${INCIDENTS.toLocaleString('en')}) into the database FILE, to try the map with:
  npm run bench -- sample var/many.sqlite 10000 && DATELINE_DB=var/many.sqlite npm start`

const parts = ['start', 'speed', 'linear', 'page', 'map', 'lighthouse']

async function main(args: string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP)
  if (args[0] === 'sample') return sample(args.slice(1))
  const unknown = args.find((arg) => !parts.includes(arg))
  if (unknown !== undefined) throw new Error(`there is no part "${unknown}"; there are ${parts.join(', ')} and sample`)
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
  if (wanted.includes('page')) console.log(`${await pageTable()}\n`)
  if (wanted.includes('map')) console.log(`${await mapTables(INCIDENTS, SEED)}\n`)
  if (wanted.includes('lighthouse')) console.log(await lighthouseTable())
}

async function sample([file, number = String(INCIDENTS), ...more]: string[]): Promise<void> {
  const count = Number(number)
  if (!file || more.length > 0) throw new Error('sample needs the file of a database and, if not 50,000, how many incidents')
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000) throw new Error(`"${number}" is not a number of incidents (1 to 1000000)`)
  await fillStore(file, sampleIncidents(count, SEED))
  console.log(`${count.toLocaleString('en')} incidents in ${file}`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
