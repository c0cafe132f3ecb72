/** Articles per second of Dateline and of named baselines, over the same articles in the same run, and the ratios that are promised. */
import { parse as chronoParse } from 'chrono-node'
import nlp from 'compromise'
import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { openGazetteer } from '../../lib/gazetteer'
import { openModels, readReading } from '../../lib/pipeline'
import { readArticle } from '../../lib/read/article'
import { recognisePlaces } from '../../lib/recognise/places'
import { resolvePlaces } from '../../lib/resolve/places'
import { table } from '../score/table'
import { bestOf } from './measure'
import type { BenchArticle } from './texts'

const ROUNDS = 5

const works = {
  'Dateline: places alone (read, recognise, resolve)': geoparse,
  'Dateline: the whole chain, incidents and dates too': (article: BenchArticle) => readReading(article),
  'compromise: places': ({ text }: BenchArticle) => nlp(text).places().out('array') as unknown,
  'wink-nlp: sentences and parts of speech': tagWithWink,
  'chrono-node: dates': ({ text, published }: BenchArticle) => chronoParse(text, new Date(published)),
  'bare tokens: a Unicode pattern, offsets kept': ({ text }: BenchArticle) => Array.from(text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu), ({ 0: token, index }) => ({ text: token, start: index, end: index + token.length })),
  'bare tokens: Intl.Segmenter, words of UAX #29': ({ text }: BenchArticle) => Array.from(segmenter.segment(text), ({ segment, index }) => ({ text: segment, start: index, end: index + segment.length })),
}
type Work = keyof typeof works

const chain = 'Dateline: the whole chain, incidents and dates too'
const places = 'Dateline: places alone (read, recognise, resolve)'
const pattern = 'bare tokens: a Unicode pattern, offsets kept'
const segmented = 'bare tokens: Intl.Segmenter, words of UAX #29'

/** At least so many times as fast, or at most so many times as long, as a baseline of the same run; or at least so many articles a second. */
const targets: { work: Work; against?: Work; atLeast?: number; atMost?: number }[] = [
  { work: places, against: 'compromise: places', atLeast: 10 },
  { work: places, against: pattern, atMost: 15 },
  { work: places, against: segmented, atMost: 15 },
  { work: chain, atLeast: 150 },
  { work: chain, against: pattern, atMost: 25 },
  { work: chain, against: segmented, atMost: 25 },
]

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const wink = winkNLP(model, ['sbd', 'pos'])

function geoparse(input: BenchArticle): unknown {
  const gazetteer = openGazetteer()
  const { tagger, ranking } = openModels()
  const article = readArticle(input)
  return resolvePlaces(article, recognisePlaces(article, gazetteer, tagger), gazetteer, ranking)
}

function tagWithWink({ text }: BenchArticle): unknown {
  const document = wink.readDoc(text)
  return [document.sentences().out(), document.tokens().out(wink.its.pos)]
}

export function speedTables(articles: readonly BenchArticle[]): string {
  const ms = bestOf(ROUNDS, articles, works)
  const perSecond = (work: Work) => (1000 * articles.length) / ms[work]
  const speeds = table(['one core, warm', 'articles/s', 'ms/article', 'time against the chain'], (Object.keys(ms) as Work[]).map((name) =>
    [name, perSecond(name).toFixed(0), (ms[name] / articles.length).toFixed(3), (ms[name] / ms[chain]).toFixed(2)]))
  const promised = table(['target', '', 'measured', ''], targets.map(({ work, against, atLeast, atMost }) => {
    const measured = !against ? perSecond(work) : atLeast ? ms[against] / ms[work] : ms[work] / ms[against]
    const wanted = !against ? `at least ${atLeast} articles a second` : atLeast ? `at least ${atLeast} × as fast as ${against}` : `at most ${atMost} × the time of ${against}`
    return [work.replace(/ \(.*| incidents.*|,.*/, ''), wanted, measured.toFixed(against ? 1 : 0), (atLeast ? measured >= atLeast : measured <= atMost!) ? 'met' : 'not met']
  }))
  return `${speeds}\n\n${promised}`
}
