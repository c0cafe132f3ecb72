/**
 * An article's tokens as the tagger reads them: parts of hyphenated words apart ("US-led", "Moscow-Kyiv"), the dot of an
 * abbreviation with its word ("St.", "Ill."), and the stretches of capitalised units in which names are looked for.
 */
import type { Gazetteer } from '../../gazetteer'
import type { Article, Token } from '../../types'
import { casingOf } from './casing'
import { wordOf, type Word } from './vocabulary'
import { words } from './words'

export type Unit = {
  /** Index into `Article.tokens`. */
  token: number
  start: number
  end: number
  /** End with the dot of an abbreviation, where there is one. */
  dotted: number
  word: Word
  sentence: number
  /** Whether a name may begin or end here. */
  capital: boolean
  /** Nothing, or a hyphen, between it and the unit before. */
  joined: boolean
  kind: Token['kind']
}

/** Units `[from, to)`, from one capital to another, with the small words and dots between. */
export type Stretch = { from: number; to: number }

const inner = new Set(['of', 'the', 'de', 'la', 'las', 'los', 'le', 'les', 'del', 'della', 'di', 'da', 'do', 'dos', 'du', 'des', 'el', 'al', 'bin', 'upon', 'on', 'in', 'sur', 'sous', 'van', 'den', 'der', 'am', 'an', 'y', 'e', 'en', 'and', '&', 'ed', 'ad', 'ar', 'as', 'ash', 'at', 'az', 'es', 'esh', 'et', 'ez', 'ul', 'ur', 'under', 'by', 'next', 'with', 'au', 'aux'])
const articles = /^(?:al|el|as|ar|an|ad|az|at|ash|es|esh|et|ez|ul)$/
/** A stretch of more units is cut: text in capitals has no lower case to end it. */
const longest = 60

export function unitsOf(article: Article, gazetteer: Gazetteer): Unit[] {
  const casing = casingOf(article, gazetteer)
  const units: Unit[] = []
  article.tokens.forEach((token, i) => {
    const { start, end, sentence, kind } = token
    const text = withoutSoftHyphens(casing(token, i))
    if (kind === 'word' && hyphened(text)) {
      let at = start
      let joined = false
      for (const part of text.split(/[-‐‑]/)) {
        const to = at + part.length
        if (part !== '') {
          units.push({ token: i, start: at, end: to, dotted: to, word: wordOf(part), sentence, capital: isName(part), joined, kind })
          joined = true
        }
        at = to + 1
      }
      return
    }
    const before = units[units.length - 1]
    const touches = before !== undefined && before.end === start && before.sentence === sentence
    // "St.", "Ill.": the dot stays a unit of its own as well, since it may end the sentence.
    if (text === '.' && touches && before.capital && before.end - before.start <= 5) before.dotted = end
    // "In Tyre": the first word of a sentence has a capital anyway.
    const opens = before === undefined || before.sentence !== sentence || (before.kind === 'punctuation' && units[units.length - 2]?.sentence !== sentence)
    // "In Nepal I was an accountant"
    const pronoun = text === 'I' && article.tokens[i + 1]?.text !== '.'
    const capital = kind === 'word' && isName(text) && !pronoun && !(opens && words.openers.has(token.lower))
    units.push({ token: i, start, end, dotted: end, word: wordOf(text), sentence, capital, joined: touches && kind !== 'punctuation', kind })
  })
  // "al-Bab" begins with its article.
  for (let i = 0; i + 1 < units.length; i++) if (units[i + 1]!.joined && units[i + 1]!.capital && articles.test(units[i]!.word.lower)) units[i]!.capital = true
  return units
}

const hyphened = (text: string): boolean => text.includes('-') || text.includes('‐') || text.includes('‑')

const withoutSoftHyphens = (text: string): string => (text.includes('\u00AD') ? text.replaceAll('\u00AD', '') : text)

function isName(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code >= 65 && code <= 90) return true
  // "d’Ivoire", "‘Amran"
  if (code >= 97 && code <= 122 && code !== 100) return false
  return /^(?:d?[’'ʼʻ‘])?\p{Lu}/u.test(text)
}

/** Where names are looked for, in order. */
export function stretchesOf(units: Unit[]): Stretch[] {
  const stretches: Stretch[] = []
  for (let from = 0; from < units.length;) {
    if (!units[from]!.capital) {
      from++
      continue
    }
    let to = from + 1
    while (to < units.length && to - from < longest) {
      const next = reach(units, to)
      if (next < 0) break
      to = next + 1
    }
    // The dot of "Ill." at the end belongs to it.
    if (units[to - 1]!.dotted > units[to - 1]!.end) to++
    stretches.push({ from, to })
    from = to
  }
  return stretches
}

/** Index of the next capital that goes on with the name before `i`, over a dot and at most three small words; −1 for none. */
function reach(units: Unit[], i: number): number {
  const { sentence } = units[i - 1]!
  for (let k = i, small = 0; k < units.length; k++) {
    const unit = units[k]!
    const gap = unit.start - units[k - 1]!.end
    // A line may be broken inside a name ("Khan\nYounis"), a table's cells are farther apart.
    if (gap > 2 || (unit.sentence !== sentence && (!unit.capital || units[k - 1]!.kind === 'punctuation'))) return -1
    if (unit.capital) return k
    // "Port-au-Prince", "Stratford-upon-Avon"
    if (unit.joined && unit.kind === 'word') continue
    // "Nagorno–Karabakh"
    if (unit.word.lower === '–' && gap === 0 && units[k + 1]?.start === unit.end) continue
    if (unit.word.lower === '.') {
      if (units[k - 1]!.dotted !== unit.end) return -1
    } else if (/^['’]s?$/.test(unit.word.lower) && unit.start === units[k - 1]!.end) {
      // "St. John's", "King's Lynn"
      small++
    } else if (!inner.has(unit.word.lower) || ++small > 3) return -1
  }
  return -1
}
