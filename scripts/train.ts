/** `npm run train -- --corpora DIR`: trains the models of places on marked corpora and writes them into `data/`. No text is kept. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findCorpora, printOf, readLines, type MarkedArticle } from './marked'
import { trainAll } from './train/models'

const HELP = `usage: npm run train -- --corpora DIR

Trains on the marked corpora of DIR (DIR/*.jsonl, DIR/dev/*.jsonl or DIR/corpora/dev/*.jsonl, as for "npm run score") and writes
  data/place-tagger.bin      which words name places: a feature's hash and its weight
  data/place-ranking.json    which place of a name is meant: a weight for each feature, and the map to confidence
  data/place-training.json   prints of the articles trained on, so that "npm run score" can keep them apart
Takes some minutes; the same corpora give the same files.`

function main(args: string[]): void {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return console.log(HELP)
  const folder = args[args.indexOf('--corpora') + 1]
  const corpora = args.includes('--corpora') && folder ? findCorpora(folder) : undefined
  if (!corpora) throw new Error(`there are no marked corpora in "${folder ?? ''}" (--help says what is looked for)`)
  const articles = corpora.files.flatMap((file) => readLines<MarkedArticle>(file))
  const { tagger, ranking } = trainAll(articles, (line) => process.stderr.write(`${line}\n`))
  const data = fileURLToPath(new URL('../data/', import.meta.url))
  writeFileSync(`${data}place-tagger.bin`, tagger)
  writeFileSync(`${data}place-ranking.json`, `${JSON.stringify(ranking, null, 1)}\n`)
  writeFileSync(`${data}place-training.json`, `${JSON.stringify({ articles: articles.map(({ text }) => printOf(text)).sort() })}\n`)
  process.stderr.write(`${articles.length} articles; the tagger has ${Math.round(tagger.length / 1000)} kB\n`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`train: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
