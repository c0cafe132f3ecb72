/** `npm run score`: how often the readings are right, against marked corpora or the project's own marked texts. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scoreEvents, scorePlaces, type EventScore, type PlaceScore } from './score/corpora'
import { scoreOwn } from './score/own'
import { share, table } from './score/table'

const HELP = `usage: npm run score [-- --corpora DIR] [--json]

Without a folder, scores the project's own marked texts in tests/marked/ and says where public corpora are.
With one, scores whatever it finds there with the corpora's own evaluators:
  DIR/corpora/evaluate-geoparse.mjs with DIR/corpora/dev/*.jsonl    {"id", "text", "toponyms": […]}
  DIR/events/evaluate-events.mjs    with DIR/events/*.jsonl         {"id", "text", "published", "events": […]}
and prints one table beside the figures of other systems (scripts/score/peers.json, with their source).
--json prints the figures as JSON.`

const here = dirname(fileURLToPath(import.meta.url))
type Peers = { geoparsing: { corpus: string; system: string; strict?: number; overlap?: number; at161?: number; area?: number; source: string }[]; whereToFind: string[] }
const peers = JSON.parse(readFileSync(join(here, 'score', 'peers.json'), 'utf8')) as Peers

function main(args: string[]): void {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP)
  const json = args.includes('--json')
  const flag = args.indexOf('--corpora')
  if (flag < 0) return ownTexts(json)
  const folder = args[flag + 1]
  if (!folder || !existsSync(folder)) throw new Error(`the folder "${folder ?? ''}" of --corpora does not exist`)
  const has = (path: string) => existsSync(join(resolve(folder), path))
  if (!has('corpora/evaluate-geoparse.mjs') && !has('events/evaluate-events.mjs'))
    throw new Error(`${folder} holds neither corpora/evaluate-geoparse.mjs nor events/evaluate-events.mjs`)
  const places = has('corpora/evaluate-geoparse.mjs') ? scorePlaces(join(resolve(folder), 'corpora')) : []
  const events = has('events/evaluate-events.mjs') ? scoreEvents(join(resolve(folder), 'events')) : []
  if (json) return console.log(JSON.stringify({ places, events }, null, 2))
  if (places.length > 0) console.log(placeTable(places))
  if (events.length > 0) console.log(`\n${eventTable(events)}`)
}

function placeTable(scores: PlaceScore[]): string {
  const head = ['places: F1 in %', 'strict', 'overlap', 'within 161 km', 'within the area', 'right of found']
  const rows = scores.flatMap(({ corpus, articles, strict, overlap, at161, area, accuracy }) => [
    [`${corpus} (${articles} articles): Dateline`, share(strict.f1), share(overlap.f1), share(at161?.f1), share(area?.f1), share(accuracy)],
    ...peers.geoparsing.filter((peer) => peer.corpus === corpus).map((peer) =>
      [`  ${peer.system}, ${peer.source}`, ...[peer.strict, peer.overlap, peer.at161, peer.area].map((value) => value?.toFixed(1) ?? '–'), '–']),
  ])
  return table(head, rows)
}

function eventTable(scores: EventScore[]): string {
  const head = ['incidents: F1 in %', 'marked', 'family', 'type', 'located', 'complete', 'dates right', 'explicit', 'relative', 'dates made up', 'tolls right', 'status']
  const rows = scores.map(({ corpus, documents, gold_events, detection, exact_type, located, complete, date, casualties, status }) => [
    `${corpus} (${documents} articles)`, String(gold_events), share(detection.f1), share(exact_type.f1), share(located.f1), share(complete.f1),
    share(date.accuracy), share(date.explicit.accuracy), share(date.relative.accuracy), `${date.invented}/${date.gold_without_date}`, share(casualties.exact), share(status.accuracy),
  ])
  return table(head, rows)
}

function ownTexts(json: boolean): void {
  const scores = scoreOwn(join(here, '..', 'tests', 'marked'))
  if (json) return console.log(JSON.stringify(scores, null, 2))
  console.log(table(['own marked texts, %', 'marked', 'predicted', 'precision', 'recall', 'F1'], scores.map(({ name, found, marked, predicted }) =>
    [name, String(marked), String(predicted), share(found / predicted), share(found / marked), share((2 * found) / (marked + predicted))])))
  console.log(`\nPublic corpora (--corpora DIR wants them in the format of --help):\n${peers.whereToFind.map((line) => `  ${line}`).join('\n')}`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`score: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
