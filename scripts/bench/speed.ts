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

/** At least so many times as fast, or at most so many times as long. */
const targets: { work: Work; against: Work; atLeast?: number; atMost?: number }[] = [
  { work: 'Dateline: places alone (read, recognise, resolve)', against: 'compromise: places', atLeast: 10 },
  { work: 'Dateline: places alone (read, recognise, resolve)', against: 'bare tokens: a Unicode pattern, offsets kept', atMost: 15 },
  { work: 'Dateline: places alone (read, recognise, resolve)', against: 'bare tokens: Intl.Segmenter, words of UAX #29', atMost: 15 },
  { work: 'Dateline: the whole chain, incidents and dates too', against: 'compromise: places', atLeast: 10 },
  { work: 'Dateline: the whole chain, incidents and dates too', against: 'bare tokens: a Unicode pattern, offsets kept', atMost: 15 },
  { work: 'Dateline: the whole chain, incidents and dates too', against: 'bare tokens: Intl.Segmenter, words of UAX #29', atMost: 15 },
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
  const chain = ms['Dateline: the whole chain, incidents and dates too']
  const speeds = table(['one core, warm', 'articles/s', 'ms/article', 'time against the chain'], Object.entries(ms).map(([name, time]) =>
    [name, ((1000 * articles.length) / time).toFixed(0), (time / articles.length).toFixed(3), (time / chain).toFixed(2)]))
  const promised = table(['target', '', 'measured', ''], targets.map(({ work, against, atLeast, atMost }) => {
    const ratio = atLeast ? ms[against] / ms[work] : ms[work] / ms[against]
    const met = atLeast ? ratio >= atLeast : ratio <= atMost!
    return [work.replace(/ \(.*| incidents.*|,.*/, ''), atLeast ? `at least ${atLeast} × as fast as ${against}` : `at most ${atMost} × the time of ${against}`, ratio.toFixed(1), met ? 'met' : 'not met']
  }))
  return `${speeds}\n\n${promised}`
}
