/** `npm run explain -- FILE`: one article, sentence by sentence, with every mention, the rule that made it and what it was taken for. */
import { readFileSync } from 'node:fs'
import { readReading } from '../lib/pipeline'
import { readFile } from '../lib/read/file'
import type { EventMention, Mention, Reading, Report } from '../lib/types'
import { decision, percent, placeText, tollText } from './explain/decisions'
import { column, harmless, paint } from './explain/paint'

const HELP = `usage: npm run explain -- FILE [--published YYYY-MM-DD]

Prints one article (.txt, .md, .html; - for standard input) with every mention coloured, the rule that
found it, what it was resolved to and the candidates that lost; then the incidents with their quotes;
then what was left out, and why. NO_COLOR switches the colours off.`

function main(args: string[]): void {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP)
  const flag = args.indexOf('--published')
  const published = flag >= 0 ? args.splice(flag, 2)[1] : undefined
  if (flag >= 0 && published === undefined) throw new Error('--published needs a day, YYYY-MM-DD')
  const [file, ...rest] = args
  if (!file || rest.length > 0) throw new Error('one file is needed (--help tells more)')
  for (const article of readFile(file, readFileSync(file === '-' ? 0 : file))) {
    const reading = readReading({ ...article, ...(published && { published }) })
    console.log([header(reading), ...sentences(reading), ...incidents(reading), ...leftOut(reading)].join('\n'))
  }
}

function header({ article }: Reading): string {
  const day = article.published ? `${article.published} (${article.publishedBasis})` : 'unknown: weekdays and "yesterday" stay without a date'
  return `${paint('bold', harmless(article.title ?? 'no title'))}\n${paint('dim', `published ${day}`)}\n`
}

function* sentences(reading: Reading): Generator<string> {
  const { article, mentions } = reading
  for (const [index, span] of article.sentences.entries()) {
    const here = mentions.filter(({ sentence }) => sentence === index).sort((a, b) => a.start - b.start || b.end - a.end)
    yield coloured(article.text, span.start, span.end, here)
    for (const mention of here)
      yield `    ${paint(mention.kind, column(mention.kind, 6))} ${column(harmless(mention.text), 28)} ${paint('dim', column(mention.rule, 22))} ${harmless(decision(mention, reading))}`
  }
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

function* incidents({ reports }: Reading): Generator<string> {
  yield `\n${paint('bold', `${reports.length} incident${reports.length === 1 ? '' : 's'}`)}`
  for (const report of reports) yield* incident(report)
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

function* leftOut({ mentions, reports, places, times }: Reading): Generator<string> {
  const used = new Set(reports.map(({ trigger }) => trigger.start))
  const events = mentions.filter((mention): mention is EventMention => mention.kind === 'event' && !used.has(mention.start))
  const unplaced = [...places].filter(([, resolved]) => !resolved.known)
  const undated = [...times].filter(([, resolved]) => !resolved.known)
  if (events.length + unplaced.length + undated.length === 0) return
  yield `\n${paint('bold', 'left out')}`
  for (const { text, type, modality, start } of events)
    yield `  event ${column(harmless(text), 28)} ${type}: ${whyLeftOut(start, modality, reports)}`
  for (const [{ text, role }, resolved] of unplaced) yield `  place ${column(harmless(text), 28)} ${resolved.known ? '' : resolved.reason} (${role})`
  for (const [{ text }, resolved] of undated) yield `  time  ${column(harmless(text), 28)} ${resolved.known ? '' : resolved.reason}`
}

function whyLeftOut(start: number, modality: EventMention['modality'], reports: Report[]): string {
  if (modality !== 'asserted' && modality !== 'planned') return modality
  const within = ({ start: from, end: to }: { start: number; end: number }) => from <= start && start < to
  const told = reports.find(({ evidence, mentions }) => within(evidence) || mentions.some(within))
  return told ? `told with the ${told.type} “${told.trigger.text}”` : 'no place and no date of its own, or too weak a word'
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`explain: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
