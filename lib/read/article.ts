/** Text → `Article`: paragraphs, sentences, tokens, dateline and the day it was published, all as offsets into the text given. */
import { createHash } from 'node:crypto'
import { DatelineError } from '../errors'
import type { Article, Dateline, Span } from '../types'
import { datelineOf } from './dateline'
import { dayOf, isoDay } from './day'
import { languageOf } from './language'
import { paragraphsOf } from './paragraphs'
import { sentencesOf } from './sentences'
import { tokensOf } from './tokens'

/** What a file, a feed item or a caller gives of one article. */
export type ArticleInput = {
  text: string
  title?: string
  publisher?: string
  url?: string
  /** A day or date and time as publishers write it; see `dayOf`. */
  published?: string
  /** Where `published` stood; `given` unless a reader of files says otherwise. */
  publishedBasis?: 'given' | 'front-matter'
  /** The caller's own id; not used for `Article.id`, which two files with the same article share. */
  id?: string
  /** Why a line of a larger file could not be read; `readArticle` throws it. */
  problem?: DatelineError
}

/** UTF-16 units; an article of a newspaper has 2,000 to 20,000, a book a million. */
const longestText = 10_000_000

/**
 * Reads one article. `Article.text` has the same offsets as the text given: only lone surrogates and
 * NULs are replaced, one unit for one unit.
 * @throws DatelineError `invalid-article` for an empty text or a date that does not exist,
 *   `article-too-large` over 10,000,000 UTF-16 units, `not-text` when control characters abound.
 */
export function readArticle(input: ArticleInput): Article {
  if (input.problem) throw input.problem
  const text = checkedText(input.text)
  const paragraphs = paragraphsOf(text)
  if (paragraphs.length === 0) throw new DatelineError('invalid-article', `The article has no text: ${text.length} characters, all of them white space.`)
  const sentences = sentencesOf(text, paragraphs)
  const tokens = tokensOf(text, sentences)
  const dateline = datelineOf(text, paragraphs)
  const title = input.title?.trim() || headlineOf(text, paragraphs, dateline)
  return {
    id: idOf(title, text),
    text,
    ...(title && { title: wellFormed(title) }),
    ...(input.publisher?.trim() && { publisher: wellFormed(input.publisher.trim()) }),
    ...(input.url?.trim() && { url: wellFormed(input.url.trim()) }),
    ...publishedOf(input, dateline),
    ...(dateline && { dateline }),
    language: languageOf(tokens),
    paragraphs,
    sentences,
    tokens,
  }
}

function checkedText(text: string): string {
  if (text.length > longestText) {
    throw new DatelineError('article-too-large', `The article has ${text.length.toLocaleString('en')} characters; at most ${longestText.toLocaleString('en')} are read.`)
  }
  const controls = text.match(controlCharacters)?.length ?? 0
  if (controls > 8 && controls > text.length * 0.05) throw new DatelineError('not-text', `The input is not text: ${controls} of its ${text.length} characters are control or broken characters.`)
  return wellFormed(text)
}

const controlCharacters = /[\u0000-\u0008\u000e-\u001f\ufffd]/g
const unpaired = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\u0000/g

/** Lone surrogates and NULs, which databases and JSON writers choke on, become U+FFFD; the length stays. */
function wellFormed(text: string): string {
  return text.replace(unpaired, '\uFFFD')
}

/** A short first line without full stop, with an empty line after it, is the headline. */
function headlineOf(text: string, [first, second]: Span[], dateline?: Dateline): string | undefined {
  if (!first || !second || dateline?.start === first.start || first.end - first.start > 160) return undefined
  const line = text.slice(first.start, first.end)
  const emptyLine = /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/.test(text.slice(first.end, second.start))
  return emptyLine && !/[.:;,]["'”’)]?$/.test(line) && !line.includes('\n') ? line : undefined
}

function publishedOf(input: ArticleInput, dateline?: Dateline): Pick<Article, 'published' | 'publishedBasis'> {
  if (input.published?.trim()) {
    const published = dayOf(input.published)
    if (!published) throw new DatelineError('invalid-article', `The publication date "${input.published.slice(0, 60)}" is not a day that exists; write it as 2025-12-21.`)
    return { published, publishedBasis: input.publishedBasis ?? 'given' }
  }
  const published = dateline?.date && isoDay(dateline.date)
  return published ? { published, publishedBasis: 'dateline' } : {}
}

function idOf(title: string | undefined, text: string): string {
  const content = `${title ?? ''}\n${text}`.replace(/\s+/g, ' ').trim()
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
