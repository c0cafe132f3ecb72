/** Articles read by models that have not seen them: those of `data/` for new articles, others for the articles these were trained on. */
import { trustFrom } from '../../lib/link/trust'
import { readDataText } from '../../lib/data'
import { openModels, readReading, type Models } from '../../lib/pipeline'
import type { Reading } from '../../lib/types'
import { printOf, type EventArticle, type MarkedArticle } from '../marked'
import { trainTrust, trustFoldOf } from '../train/event-trust'
import { folds, trainFolds } from '../train/models'

export type Reader = { read(article: MarkedArticle): Reading | null; /** What was read by which models, in words. */ how: string }

/** The models of `data/` for all articles, whatever they were trained on. */
export const shippedReader = (): Reader => ({ read: (article) => readingOf(article), how: 'read by the models of data/' })

/**
 * Trains models for each fifth of the articles that the models of `data/` were trained on, on the other four.
 * @param articles all articles of the corpora, in order
 */
export function unseenReader(articles: MarkedArticle[], progress: (line: string) => void): Reader {
  const prints = new Set((JSON.parse(readDataText('place-training.json')) as { articles: string[] }).articles)
  const seen = articles.filter(({ text }) => prints.has(printOf(text)))
  if (seen.length === 0) return { ...shippedReader(), how: `${articles.length} articles, none of which the models were trained on` }
  progress(`training ${folds} times without a fifth of the articles (--shipped leaves it out)`)
  const { unseen, foldOf } = trainFolds(seen, progress)
  const trainedOn = new Set(seen)
  return {
    read: (article) => readingOf(article, trainedOn.has(article) ? { ...openModels(), ...unseen[foldOf(article)] } : undefined),
    how: `${seen.length} of ${articles.length} articles were in the training of data/: each was read by models trained without its fifth of them (${folds} folds)`,
  }
}

/** Reads an article as `extract` would; one that is refused counts as an article in which nothing was found. */
export function readingOf({ text, title, published }: Pick<MarkedArticle, 'text' | 'title' | 'published'>, models: Models = openModels()): Reading | null {
  try {
    return readReading({ text, ...(title && { title }), ...(published && { published }) }, models)
  } catch {
    return null
  }
}

/** For each article with marked events the trust that was fitted without its fifth of them. */
export function unseenTrust(articles: readonly EventArticle[]): (article: EventArticle) => Models {
  const unseen = trainTrust(articles).unseen.map(trustFrom)
  return (article) => ({ ...openModels(), trust: unseen[trustFoldOf(article)]! })
}
