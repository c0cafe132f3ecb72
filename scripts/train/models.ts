/**
 * Trains the models on marked articles: the tagger first, then the ranking on the names it finds, then the map to confidence on
 * articles that neither was trained on. Everything is seeded: the same articles in the same order give the same models.
 */
import { openGazetteer } from '../../lib/gazetteer'
import type { PlaceModels } from '../../lib/pipeline'
import { readArticle } from '../../lib/read/article'
import { recognise } from '../../lib/recognise/recognise'
import { packTagger, taggerFrom, type Tagger } from '../../lib/recognise/places/tagger'
import { rankingFrom, type RankingFile } from '../../lib/resolve/place/ranking'
import { rankReadings } from '../../lib/resolve/places'
import type { PlaceMention } from '../../lib/types'
import type { MarkedArticle } from '../marked'
import { Random } from '../random'
import { excerptsOf, namePool } from './augment'
import { fitCalibration, type Sample } from './calibration'
import { fitRanking, isRight, markOf, type RecognisedText } from './ranking'
import { examplesOf, fitTagger, type Example } from './tagger'

export const folds = 5
const seed = 20251221
/** What an excerpt with other names counts for beside its article. */
const excerptShare = 0.5
/** Corpora of spans that are no names ("the farms") teach the tagger nothing. */
const untaught = new Set(['re3d'])

/** What training needs of an article, made once for all folds. */
type Prepared = { article: MarkedArticle; fold: number; examples: Example[] }
type Trained = { tagger: Buffer; ranking: RankingFile }

export type FoldedModels = {
  /** Models that have seen none of the fold's articles, by fold. */
  unseen: PlaceModels[]
  foldOf(article: MarkedArticle): number
  samples: Sample[]
}

function prepare(articles: MarkedArticle[]): Prepared[] {
  const counts = new Map<string, number>()
  return articles.filter(({ corpus }) => !untaught.has(corpus)).map((article) => {
    const n = counts.get(article.corpus) ?? 0
    counts.set(article.corpus, n + 1)
    return { article, fold: n % folds, examples: examplesOf(article) }
  })
}

/** Models for each fold of the articles, trained on the others. Every fifth article of a corpus is in one fold. */
export function trainFolds(articles: MarkedArticle[], progress: (line: string) => void): FoldedModels {
  const prepared = prepare(articles)
  const parts = Array.from({ length: folds }, (_, fold) => {
    progress(`fold ${fold + 1} of ${folds}`)
    const { tagger, ranking } = fit(prepared.filter((one) => one.fold !== fold))
    const opened = { tagger: taggerFrom(tagger, 'trained'), ranking: rankingFrom(ranking) }
    return { opened, ranking, samples: samplesOf(prepared.filter((one) => one.fold === fold), opened, fold) }
  })
  const samples = parts.flatMap((part) => part.samples)
  const foldOf = new Map(prepared.map(({ article, fold }) => [article, fold]))
  return {
    samples,
    foldOf: (article) => foldOf.get(article) ?? 0,
    // The confidence of a fold is fitted to the answers in the others.
    unseen: parts.map(({ opened, ranking }, fold) => ({ ...opened, ranking: rankingFrom({ ...ranking, calibration: fitCalibration(samples.filter((sample) => sample.fold !== fold)) }) })),
  }
}

/** Models trained on all articles, with the confidence that the folds bear out. */
export function trainAll(articles: MarkedArticle[], progress: (line: string) => void): Trained {
  const { samples } = trainFolds(articles, progress)
  progress('all articles')
  const { tagger, ranking } = fit(prepare(articles))
  return { tagger, ranking: { ...ranking, calibration: fitCalibration(samples) } }
}

function fit(prepared: Prepared[]): Trained {
  const articles = prepared.map(({ article }) => article)
  const pool = namePool(articles)
  const random = new Random(seed)
  const excerpts = articles.flatMap((article) => excerptsOf(article, pool, random)).flatMap((excerpt) => examplesOf(excerpt, excerptShare))
  const tagger = packTagger(fitTagger([...prepared.flatMap(({ examples }) => examples), ...excerpts]))
  const opened = taggerFrom(tagger, 'trained')
  const weights = fitRanking(articles.map((article) => recognised(article, opened)), openGazetteer())
  return { tagger, ranking: { weights, calibration: { bias: 0, place: 1, name: 1 } } }
}

function recognised({ corpus, text, toponyms }: MarkedArticle, tagger: Tagger): RecognisedText {
  const article = readArticle({ text })
  return { corpus, article, toponyms, mentions: recognise(article, openGazetteer(), tagger).filter((mention): mention is PlaceMention => mention.kind === 'place') }
}

/** Every name found in unseen articles, with the chances the models gave and whether the pin was right. */
function samplesOf(prepared: Prepared[], { tagger, ranking }: PlaceModels, fold: number): Sample[] {
  return prepared.flatMap(({ article: marked }) => {
    const { article, mentions, toponyms } = recognised(marked, tagger)
    return rankReadings(article, mentions, openGazetteer(), ranking).flatMap(({ mentions: same, order, chance }) => same.flatMap((mention): Sample[] => {
      const best = order[0]
      const touched = toponyms.find(({ start, end }) => start < mention.end && mention.start < end)
      const mark = markOf(mention, toponyms) ?? touched
      // Corpora leave demonyms unmarked, and some marks have no place: nothing can be said of either.
      if (!best || (mark ? typeof mark.lat !== 'number' : mention.role === 'demonym')) return []
      return [{ fold, corpus: marked.corpus, place: chance, name: mention.chance, right: mark !== undefined && isRight(best.place.at, mark) }]
    }))
  })
}
