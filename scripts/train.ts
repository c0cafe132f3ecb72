/** `npm run train -- --corpora DIR`: trains the models of places and of events' places on marked corpora and writes them into `data/`. No text is kept. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { corpusEvents, eventArticles, findCorpora, markedSentences, printOf, readLines, type Corpora, type MarkedArticle } from './marked'
import { fitEventPlace, pairsOf } from './train/event-place'
import { trainTrust } from './train/event-trust'
import { trainAll } from './train/models'

const HELP = `usage: npm run train -- --corpora DIR [--only places|events]

Trains on the marked corpora of DIR (DIR/*.jsonl, DIR/dev/*.jsonl or DIR/corpora/dev/*.jsonl, as for "npm run score") and writes
  data/place-tagger.bin      which words name places: a feature's hash and its weight
  data/place-ranking.json    which place of a name is meant: a weight for each feature, and the map to confidence
  data/place-training.json   prints of the articles trained on, so that "npm run score" can keep them apart
and, on DIR/events/event-location.jsonl (a sentence, an event word and its places a line),
  data/event-place.json      which place of a sentence an event is at: a weight for each feature
and, on articles with marked events (DIR/events/*.jsonl, tests/marked/*.jsonl, and those of
the corpora whose events scripts/train/event-marks.jsonl marks),
  data/event-trust.json      how likely an incident, its place and its day are right: weights, and from which chance on it is told
Takes some minutes; the same corpora give the same files.`

const progress = (line: string): void => { process.stderr.write(`${line}\n`) }
const data = fileURLToPath(new URL('../data/', import.meta.url))

function main(args: string[]): void {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return console.log(HELP)
  const value = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] ?? '' : undefined)
  const folder = value('--corpora')
  const only = value('--only')
  if (only !== undefined && only !== 'places' && only !== 'events') throw new Error(`--only wants places or events, not "${only}"`)
  const corpora = folder ? findCorpora(folder) : undefined
  if (!folder || !corpora) throw new Error(`there are no marked corpora in "${folder ?? ''}" (--help says what is looked for)`)
  if (only !== 'events') trainPlaces(corpora)
  if (only !== 'places') {
    trainEvents(folder)
    trainTold(folder, corpora)
  }
}

function trainPlaces({ files }: Corpora): void {
  const articles = files.flatMap((file) => readLines<MarkedArticle>(file))
  const { tagger, ranking } = trainAll(articles, progress)
  writeFileSync(`${data}place-tagger.bin`, tagger)
  writeFileSync(`${data}place-ranking.json`, `${JSON.stringify(ranking, null, 1)}\n`)
  writeFileSync(`${data}place-training.json`, `${JSON.stringify({ articles: articles.map(({ text }) => printOf(text)).sort() })}\n`)
  progress(`${articles.length} articles; the tagger has ${Math.round(tagger.length / 1000)} kB`)
}

function trainEvents(folder: string): void {
  const sentences = markedSentences(folder)
  if (sentences.length === 0) return progress('no events/event-location.jsonl: data/event-place.json stays as it is')
  const trained = fitEventPlace(sentences.flatMap(pairsOf))
  writeFileSync(`${data}event-place.json`, `${JSON.stringify(trained, null, 1)}\n`)
  progress(`${sentences.length} sentences with an event; ${Object.keys(trained.weights).length} weights`)
}

function trainTold(folder: string, corpora: Corpora): void {
  const articles = [...eventArticles(join(folder, 'events'), fileURLToPath(new URL('../tests/marked/', import.meta.url))), ...corpusEvents(corpora)]
  const { all } = trainTrust(articles)
  writeFileSync(`${data}event-trust.json`, `${JSON.stringify(all, null, 1)}\n`)
  progress(`${articles.length} articles with marked events; told from ${all.least} on`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`train: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
