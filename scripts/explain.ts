/** `npm run explain -- FILE`: one article, sentence by sentence, with every mention, the rule that made it and what it was taken for. */
import { readFileSync } from 'node:fs'
import { openGazetteer } from '../lib/gazetteer'
import { openModels, readReading } from '../lib/pipeline'
import { readFile } from '../lib/read/file'
import type { EventMention, Mention, PlaceMention, Reading, Report } from '../lib/types'
import { weighEventPlaces, weighTrust, type WeighedPlace, type WeighedTrust } from './explain/events'
import { decision, percent, placeText, tollText } from './explain/decisions'
import { nameOfMention, rejectedNames, weighNames, type WeighedName } from './explain/names'
import { readOptions } from './explain/options'
import { column, flow, harmless, paint } from './explain/paint'
import { nameLines, readingLines, rejectedLine, sumLines, verdict } from './explain/places'
import { weighReadings, type WeighedReadings } from './explain/readings'

const HELP = `usage: npm run explain -- FILE [--published YYYY-MM-DD] [--brief]

Prints one article (.txt, .md, .html; - for standard input) sentence by sentence with every mention
coloured, the rule that found it and what it was resolved to; then the incidents with their quotes;
then what was left out, and why. Below each place:

  name    the chance that the words name a place, and what weighed most for it (+) and against it (−)
  means   the places of that name with their chances
  why     what the winner had over its best rival, and how each feature of the two compares

and below each sentence the names that could have been places and are "no place". Below each event:

  at      the places of its sentence, each with the chance that it happened there and what weighed most

and below each incident, told or left out, how sure it is that it happened and there, likewise. Weights
are natural logarithms of odds: +0.7 doubles them.

  --brief   one line a mention, with the runners-up
  --published YYYY-MM-DD   the day that "yesterday" is counted from, where the article has none

NO_COLOR switches the colours off.`

/** What was weighed for the places and incidents of an article; absent with `--brief`. */
type Weighed = { names: WeighedName[]; readings: Map<PlaceMention, WeighedReadings>; eventPlaces: Map<EventMention, WeighedPlace[]>; trust: Map<number, WeighedTrust> }

function main(args: string[]): void {
  const { help, file, brief, published } = readOptions(args)
  if (help) return console.log(HELP)
  const models = openModels()
  for (const article of readFile(file, bytesOf(file))) {
    const reading = readReading({ ...article, ...(published && { published }) }, models)
    const gazetteer = openGazetteer()
    const weighed = brief ? undefined : { names: weighNames(reading.article, gazetteer, models.tagger), readings: weighReadings(reading, gazetteer, models.ranking), eventPlaces: weighEventPlaces(reading), trust: weighTrust(reading, models.trust) }
    console.log([header(reading), ...sentences(reading, weighed), ...incidents(reading, weighed), ...leftOut(reading, weighed)].join('\n'))
  }
}

/** @throws Error naming the file that cannot be read. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code ?? ''] ?? String(code)
    throw new Error(`cannot read ${file}: ${why}`)
  }
}

function header({ article }: Reading): string {
  const day = article.published ? `${article.published} (${article.publishedBasis})` : 'unknown: weekdays and "yesterday" stay without a date'
  return `${paint('bold', harmless(article.title ?? 'no title'))}\n${paint('dim', `published ${day}`)}\n`
}

function* sentences(reading: Reading, weighed?: Weighed): Generator<string> {
  const { article, mentions } = reading
  const told = new Map<WeighedReadings, PlaceMention>()
  for (const [index, span] of article.sentences.entries()) {
    const here = mentions.filter(({ sentence }) => sentence === index).sort((a, b) => a.start - b.start || b.end - a.end)
    yield coloured(article.text, span.start, span.end, here)
    for (const mention of here) {
      const start = `    ${paint(mention.kind, column(mention.kind, 6))} ${column(harmless(mention.text), 28)} ${paint('dim', column(mention.rule, 22))} `
      if (!weighed) yield start + harmless(decision(mention, reading))
      else if (mention.kind !== 'place') {
        yield flow(start, harmless(decision(mention, reading)).split(/ (?=\S)/))
        if (mention.kind === 'event') for (const { text, chance, weighed: points } of weighed.eventPlaces.get(mention) ?? []) yield* sumLines('at', chance, points, harmless(text))
      }
      else {
        yield flow(start, harmless(verdict(mention, reading)).split(' '))
        yield* because(mention, reading, weighed, told)
      }
    }
    for (const name of weighed ? rejectedNames(index, weighed.names, mentions, article.text) : []) {
      yield rejectedLine(name, article.text)
      yield* nameLines(name)
    }
  }
}

/** Why the words are a place and which; a sense of a name that was told is not told again. */
function* because(mention: PlaceMention, { places }: Reading, { names, readings }: Weighed, told: Map<WeighedReadings, PlaceMention>): Generator<string> {
  const name = nameOfMention(mention, names)
  if (name) yield* nameLines(name)
  const weighed = readings.get(mention)
  if (!weighed) return
  const before = told.get(weighed)
  if (before) return yield paint('dim', `        means       the same as “${harmless(before.text)}” above`)
  told.set(weighed, mention)
  const resolved = places.get(mention)
  yield* readingLines(weighed, resolved?.known === false && resolved.reason === 'ambiguous')
}

/** The sentence with its mentions coloured; of overlapping ones the first and longest. */
function coloured(text: string, start: number, end: number, mentions: Mention[]): string {
  let line = ''
  let at = start
  for (const mention of mentions) {
    if (mention.start < at || mention.kind === 'claim') continue
    line += harmless(text.slice(at, mention.start)) + paint(mention.kind, harmless(text.slice(mention.start, mention.end)))
    at = mention.end
  }
  return `\n${line}${harmless(text.slice(at, end))}`
}

function* incidents({ reports }: Reading, weighed?: Weighed): Generator<string> {
  yield `\n${paint('bold', `${reports.length} incident${reports.length === 1 ? '' : 's'}`)}`
  for (const report of reports) {
    yield* incident(report)
    const trust = weighed?.trust.get(report.trigger.start)
    if (trust) yield* sumLines('sure', trust.trust, trust.weighed)
  }
}

function* incident({ type, status, where, when, killed, injured, claimedBy, deniedBy, actors, evidence, confidence }: Report): Generator<string> {
  yield `\n  ${paint('event', type)} ${status} ${percent(confidence)}`
  yield `    where    ${where.known ? placeText(where.value) : paint('bad', `unknown: ${where.reason}`)}`
  yield `    when     ${when.known ? `${when.value.edtf} (${when.basis})` : paint('bad', `unknown: ${when.reason}`)}`
  if (killed) yield `    killed   ${tollText(killed)}`
  if (injured) yield `    injured  ${tollText(injured)}`
  if (actors.length > 0) yield `    actors   ${actors.map(({ name, role }) => `${harmless(name)} (${role})`).join(', ')}`
  if (claimedBy) yield `    claimed by ${harmless(claimedBy)}`
  if (deniedBy) yield `    denied by ${harmless(deniedBy)}`
  yield `    ${paint('dim', `“${harmless(evidence.quote)}”`)}`
}

function* leftOut({ mentions, reports, places, times }: Reading, weighed?: Weighed): Generator<string> {
  const used = new Set(reports.map(({ trigger }) => trigger.start))
  const events = mentions.filter((mention): mention is EventMention => mention.kind === 'event' && !used.has(mention.start))
  const unplaced = [...places].filter(([, resolved]) => !resolved.known)
  const undated = [...times].filter(([, resolved]) => !resolved.known)
  if (events.length + unplaced.length + undated.length === 0) return
  yield `\n${paint('bold', 'left out')}`
  for (const { text, type, modality, start } of events) {
    const trust = weighed?.trust.get(start)
    const unlikely = trust?.placed && trust.trust < trust.least
    yield `  event ${column(harmless(text), 28)} ${type}: ${unlikely ? `${percent(trust.trust)} is too unlikely (told from ${percent(trust.least)} on)` : whyLeftOut(start, modality, reports)}`
    if (unlikely) yield* sumLines('sure', trust.trust, trust.weighed)
  }
  for (const [{ text, role }, resolved] of unplaced) yield `  place ${column(harmless(text), 28)} ${resolved.known ? '' : resolved.reason} (${role})`
  for (const [{ text }, resolved] of undated) yield `  time  ${column(harmless(text), 28)} ${resolved.known ? '' : resolved.reason}`
}

function whyLeftOut(start: number, modality: EventMention['modality'], reports: Report[]): string {
  if (modality !== 'asserted' && modality !== 'planned') return modality
  const within = ({ start: from, end: to }: { start: number; end: number }) => from <= start && start < to
  const told = reports.find(({ evidence, mentions }) => within(evidence) || mentions.some(within))
  return told ? `told with the ${told.type} “${told.trigger.text}”` : 'no place and no date of its own, or too weak a word'
}

// "explain | head": a reader that leaves is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`explain: ${harmless(error instanceof Error ? error.message : String(error))}\n`)
  process.exitCode = 1
}
