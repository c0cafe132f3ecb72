/** `npm run score`: how often the readings are right, against marked corpora or the project's own marked texts. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { least } from '../lib/link/place'
import { openModels } from '../lib/pipeline'
import { corpusEvents, eventArticles, findCorpora, markedSentences } from './marked'
import { scoreEvents } from './score/events'
import { scoreOwn } from './score/own'
import { articlesOf, scorePlaces } from './score/places'
import { eventTables, linkTable, placeTables, whereToFind } from './score/print'
import { shippedReader, unseenReader, unseenTrust } from './score/readings'
import { crossValidate } from './train/event-place'
import { share, table } from './score/table'

const HELP = `usage: npm run score [-- --corpora DIR [--shipped] [--errors N]] [--json]

Without a folder, scores the project's own marked texts in tests/marked/ and says where public corpora are.
With one, scores whatever it finds there with the corpora's own evaluators:
  evaluate-geoparse.mjs beside or above *.jsonl of {"id", "text", "toponyms": […]}   (DIR, DIR/dev or DIR/corpora/dev)
  DIR/events/evaluate-events.mjs with DIR/events/*.jsonl of {"id", "text", "published", "events": […]}
and prints recognition, places found, both together, by size, literal names alone, what the gazetteer allows and how far confidence
can be trusted, beside the figures of other systems (scripts/score/peers.json, with their source). Nothing is stored.

Articles that the models of data/ were trained on are read by models trained without them, which takes some minutes;
--shipped reads all with the models of data/, which flatters them. --errors N names the N commonest errors of each corpus.
--json prints the figures as JSON.`

const here = dirname(fileURLToPath(import.meta.url))
const ownMarked = join(here, '..', 'tests', 'marked')
const progress = (line: string) => process.stderr.write(`${line}\n`)

function main(args: string[]): void {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP)
  const json = args.includes('--json')
  const value = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] ?? '' : undefined)
  const folder = value('--corpora')
  if (folder === undefined) return ownTexts(json)
  if (!existsSync(folder)) throw new Error(`the folder "${folder}" of --corpora does not exist`)
  const commonest = Number(value('--errors') ?? 0)
  if (!Number.isInteger(commonest) || commonest < 0) throw new Error(`--errors needs a whole number, not "${value('--errors')}"`)
  const corpora = findCorpora(folder)
  const marked = eventArticles(join(resolve(folder), 'events'))
  const more = corpora ? corpusEvents(corpora) : []
  const events = scoreEvents(join(resolve(folder), 'events'), more, args.includes('--shipped') || marked.length === 0 ? () => openModels() : unseenTrust([...marked, ...eventArticles(ownMarked), ...more]))
  if (!corpora && events.length === 0) throw new Error(`${folder} holds neither marked places with evaluate-geoparse.mjs nor events/evaluate-events.mjs (--help says where they are looked for)`)
  const files = corpora ? articlesOf(corpora) : []
  const reader = args.includes('--shipped') ? shippedReader() : unseenReader(files.flatMap(({ articles }) => articles), progress)
  const places = corpora ? files.map(({ file, articles }) => scorePlaces(corpora, file, articles, reader)) : []
  const sentences = args.includes('--shipped') ? [] : markedSentences(resolve(folder))
  const links = sentences.length > 0 ? crossValidate(sentences, least.alone) : undefined
  if (json) return console.log(JSON.stringify({ how: reader.how, places: places.map(({ answers, ...figures }) => ({ ...figures, answers: answers.length })), events: events.map(({ answers, places: placed, dates, ...figures }) => ({ ...figures, answers: answers.length, places: placed.length, dates: dates.length })), links }, null, 2))
  if (places.length > 0) console.log(`${placeTables(places, commonest)}\n\n${reader.how}`)
  if (links) console.log(`\n${linkTable(links)}`)
  if (events.length > 0) console.log(`\n${eventTables(events, commonest)}`)
}

function ownTexts(json: boolean): void {
  const scores = scoreOwn(ownMarked, unseenTrust(eventArticles(ownMarked)))
  if (json) return console.log(JSON.stringify(scores, null, 2))
  console.log(table(['own marked texts, %', 'marked', 'predicted', 'precision', 'recall', 'F1'], scores.map(({ name, found, marked, predicted }) =>
    [name, String(marked), String(predicted), share(found / predicted), share(found / marked), share((2 * found) / (marked + predicted))])))
  console.log(`\nPublic corpora (--corpora DIR wants them in the format of --help):\n${whereToFind.map((line) => `  ${line}`).join('\n')}`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`score: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
