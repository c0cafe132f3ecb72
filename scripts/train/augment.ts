/**
 * Texts made from marked articles, so that the tagger learns constructions and not the names that happen to stand in them:
 * people get the names of towns ("Laura Houston … Houston said"), towns those of other towns; and the article is cut into
 * excerpts, since a short text must be read without the help of a long one.
 */
import { openGazetteer } from '../../lib/gazetteer'
import { readArticle } from '../../lib/read/article'
import { entitiesOf, titleCaseSentences } from '../../lib/recognise/places/entities'
import { priorOf } from '../../lib/recognise/places/prior'
import { demonyms, givenNames } from '../../lib/recognise/places/words'
import type { MarkedArticle } from '../marked'
import type { Random } from '../random'

/** Shares of surnames, given names and towns that get another name. */
const renamed = { surnames: 0.6, givenNames: 0.25, towns: 0.4 } as const
/** Sentences of an excerpt. */
const longestExcerpt = 6
/** Shares of excerpts in capitals, as headlines are shouted, and in lower case, as some people type. */
const upper = 0.05
const lower = 0.03

/** One-word names marked in the articles: of anything, for people ("Jordan Peele"), and of towns and small divisions. */
export type NamePool = { any: string[]; towns: string[] }

export function namePool(articles: MarkedArticle[]): NamePool {
  const gazetteer = openGazetteer()
  const levels = new Map<string, string | undefined>()
  for (const { toponyms } of articles) for (const { text } of toponyms) if (/^\p{Lu}\p{Ll}{3,}$/u.test(text)) levels.set(text, priorOf(text, gazetteer)?.level)
  const any = [...levels.keys()].filter((name) => !demonyms.has(name.toLowerCase())).sort()
  return { any, towns: any.filter((name) => levels.get(name) === 'town' || levels.get(name) === 'district') }
}

/**
 * The article in pieces of one to six sentences, each with other names. They are cut first: a surname whose first name stands
 * in another piece looks like any town, and must not be made one.
 */
export function excerptsOf(article: MarkedArticle, pool: NamePool, random: Random): MarkedArticle[] {
  const { sentences } = readArticle({ text: article.text })
  const excerpts: MarkedArticle[] = []
  for (let i = 0; i < sentences.length;) {
    const size = random.whole(1, longestExcerpt)
    const { start } = sentences[i]!
    const { end } = sentences[Math.min(sentences.length, i + size) - 1]!
    const toponyms = article.toponyms.filter((gold) => gold.start >= start && gold.end <= end).map((gold) => ({ ...gold, start: gold.start - start, end: gold.end - start }))
    excerpts.push(cased(renamedCopy({ ...article, text: article.text.slice(start, end), toponyms }, pool, random), random))
    i += size
  }
  return excerpts
}

/** In capitals or in lower case now and then; not where that changes the length ("ß"). */
function cased(article: MarkedArticle, random: Random): MarkedArticle {
  const chance = random.next()
  const text = chance < upper ? article.text.toUpperCase() : chance < upper + lower ? article.text.toLowerCase() : article.text
  if (text.length !== article.text.length) return article
  return { ...article, text, toponyms: article.toponyms.map((gold) => ({ ...gold, text: text.slice(gold.start, gold.end) })) }
}

function renamedCopy(article: MarkedArticle, pool: NamePool, random: Random): MarkedArticle {
  const gazetteer = openGazetteer()
  const read = readArticle({ text: article.text })
  const entities = entitiesOf(read, gazetteer, titleCaseSentences(read))
  const marked = (start: number, end: number) => article.toponyms.find((gold) => start < gold.end && gold.start < end)
  const fresh = new Map<string, string | undefined>()
  const newName = (old: string, share: number, names: string[]) => {
    if (!fresh.has(old)) fresh.set(old, random.next() < share ? random.pick(names) : undefined)
    return fresh.get(old)
  }
  const changes: { start: number; end: number; text: string }[] = []
  for (const [i, { start, end, text, lower }] of read.tokens.entries()) {
    if (!/^\p{Lu}\p{Ll}+$/u.test(text)) continue
    const gold = marked(start, end)
    if (gold && (gold.start !== start || gold.end !== end)) continue
    const inPerson = !gold && entities.at(i) === 'person'
    const isSurname = !gold && entities.surnames.has(lower) && (!inPerson || entities.at(i + 1) !== 'person')
    const isGiven = inPerson && !isSurname && givenNames.has(lower)
    const isTown = gold !== undefined && priorOf(text, gazetteer)?.level === 'town'
    const name = isSurname ? newName(`surname ${lower}`, renamed.surnames, pool.any) : isGiven ? newName(`given name ${lower}`, renamed.givenNames, pool.any) : isTown ? newName(`town ${lower}`, renamed.towns, pool.towns) : undefined
    if (name) changes.push({ start, end, text: name })
  }
  return applied(article, changes)
}

/** The article with stretches of its text replaced; marks keep their words. */
function applied(article: MarkedArticle, changes: { start: number; end: number; text: string }[]): MarkedArticle {
  let text = ''
  let at = 0
  const moves: { from: number; by: number }[] = []
  for (const change of changes) {
    text += article.text.slice(at, change.start) + change.text
    at = change.end
    moves.push({ from: change.end, by: text.length - change.end })
  }
  text += article.text.slice(at)
  const moved = (offset: number) => {
    let low = 0
    let high = moves.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (moves[middle]!.from <= offset) low = middle + 1
      else high = middle
    }
    return offset + (low > 0 ? moves[low - 1]!.by : 0)
  }
  return { ...article, text, toponyms: article.toponyms.map(({ start, end }) => ({ start: moved(start), end: moved(end), text: text.slice(moved(start), moved(end)) })) }
}
