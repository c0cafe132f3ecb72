/** Numbers as news writes them: "at least 28", "two hundred and fifty", "between 10 and 15", "dozens of", "another 12". */
import type { Token, Toll } from '../../types'
import { data, is, phraseAt, phrases, plain } from './words'

export type Count = { from: number; to: number; toll: Toll; addition: boolean; digits: boolean }

const qualifiers = plain(data.qualifiers)
const fixed = phrases(Object.entries(data.phrases))
const vague = phrases(Object.entries(data.vague).map(([text, low]) => [text, { text, low }] as const))
const [isMonth, isClock, isLabel] = [is(data.months), is(data.clock), is(data.labels)]
const digits = /^(?:\d{1,3}(?:,\d{3})+|\d+)$/

/** The count whose qualifier or number begins at token `at`, or undefined. */
export function countAt(tokens: readonly Token[], at: number): Count | undefined {
  const said: string[] = []
  let i = at
  // "children under age six"
  if (isLabel(tokens[at - 1])) return undefined
  if (tokens[i]?.lower === 'between') return range(tokens, at, at + 1, true)
  for (let phrase = phraseAt(qualifiers, tokens, i); phrase && said.length < 3; phrase = phraseAt(qualifiers, tokens, i)) {
    // "some were hurt", "the wounded": the word itself, no qualifier of a number
    if (!numberAt(tokens, i + phrase.length) && !phraseAt(qualifiers, tokens, i + phrase.length)) break
    said.push(phrase.value)
    i += phrase.length
  }
  const number = numberAt(tokens, i)
  if (!number) return undefined
  const addition = said.some((word) => data.additions.includes(word))
  if (number.word) return { from: at, to: number.to, toll: { low: number.value, best: null, high: null, qualifier: number.word }, addition, digits: false }
  const spread = range(tokens, at, i, false)
  if (spread) return { ...spread, addition }
  // "call 1-202-501", "Group 5-3"
  if (/^[-–]$/.test(tokens[number.to]?.text ?? '') && tokens[number.to + 1]?.kind === 'number') return undefined
  return { from: at, to: number.to, toll: qualified(number.value, said.find((word) => !data.exact.includes(word))), addition, digits: number.digits }
}

/** "10 to 15", "20-25", "between 10 and 15": no best figure is told, the lower one is sure. */
function range(tokens: readonly Token[], from: number, at: number, between: boolean): Count | undefined {
  const low = numberAt(tokens, at)
  if (!low || low.word) return undefined
  const link = tokens[low.to]?.lower ?? ''
  // "from 9 to 12" tells a rise, "9 or 12" and "9 and 12" two counts
  if (between ? link !== 'and' : !/^(?:to|or|-|–|—)$/.test(link) || tokens[from - 1]?.lower === 'from' || (link === '—')) return undefined
  const high = numberAt(tokens, low.to + 1)
  if (!high || high.word || high.value <= low.value || high.value > low.value * 10) return undefined
  return { from, to: high.to, toll: { low: low.value, best: low.value, high: high.value, qualifier: 'between' }, addition: false, digits: low.digits }
}

type NumberRead = { to: number; value: number; word?: string; digits: boolean }

function numberAt(tokens: readonly Token[], at: number): NumberRead | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const set = phraseAt(fixed, tokens, at)
  if (set) return { to: at + set.length, value: set.value, digits: false }
  const few = phraseAt(vague, tokens, at)
  if (few) return { to: at + few.length, value: few.value.low, word: few.value.text, digits: false }
  return digits.test(token.text) ? inDigits(tokens, at) : inWords(tokens, at)
}

function inDigits(tokens: readonly Token[], at: number): NumberRead | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
  if (/^[$£€¥#%:/]$/.test(before?.text ?? '') || /^[%:/°]$/.test(next?.text ?? '') || isClock(next) || isLabel(before)) return undefined
  const value = Number.parseInt(token.text.replace(/,/g, ''), 10)
  // "on May 3 killed", "killed 12 March": days
  if (value <= 31 && (isMonth(before) || isMonth(next))) return undefined
  const scale = data.scales[next?.lower ?? '']
  if (scale !== undefined) return { to: at + 2, value: value * scale, digits: true }
  // "in 1998": a year, unless people follow
  if (/^(?:19|20)\d\d$/.test(token.text) && !data.people.includes(next?.lower ?? '') && !data.generic.includes(next?.lower ?? '')) return undefined
  return { to: at + 1, value, digits: true }
}

/** "twenty-one", "two hundred and fifty", "three dozen". */
function inWords(tokens: readonly Token[], at: number): NumberRead | undefined {
  if (tokens[at]!.lower === 'one' && /^(?:no|any|this|that|the|every|each)$/.test(tokens[at - 1]?.lower ?? '')) return undefined
  let total = 0
  let part = 0
  let to = at
  for (let i = at; i < tokens.length; i++) {
    const word = tokens[i]!.lower
    const value = small(word)
    const scale = data.scales[word]
    if (value !== undefined && (i === at || part === 0 || part % 100 === 0 || (part % 10 === 0 && value < 10 && part % 100 >= 20))) part += value
    else if (scale !== undefined && i > at && part > 0) { part *= scale; if (scale >= 1000) { total += part; part = 0 } }
    else if (word === 'and' && (part >= 100 || total > 0) && small(tokens[i + 1]?.lower ?? '') !== undefined && data.scales[tokens[i - 1]!.lower] !== undefined) continue
    else break
    to = i + 1
  }
  return to > at ? { to, value: total + part, digits: false } : undefined
}

function small(word: string): number | undefined {
  const own = data.numbers[word]
  if (own !== undefined || !word.includes('-')) return own
  const [tens = '', ones = '', ...more] = word.split('-')
  const [a, b] = [data.numbers[tens], data.numbers[ones]]
  return more.length === 0 && a !== undefined && b !== undefined && a >= 20 && b < 10 ? a + b : undefined
}

/** "at least 28" → low 28; "up to 20" → high 20; "about 40" → about. */
export function qualified(value: number, how?: string): Toll {
  if (!how) return { low: value, best: value, high: value }
  if (data.low.includes(how)) return { low: value, best: value, high: null, qualifier: how }
  if (data.high.includes(how)) return { low: 0, best: value, high: value, qualifier: how }
  return { low: value, best: value, high: value, qualifier: 'about' }
}

/** Two parties of one count: "a woman and at least two children". */
export function sum(a: Toll, b: Toll): Toll {
  const qualifier = a.qualifier ?? b.qualifier
  return {
    low: a.low + b.low, best: a.best === null || b.best === null ? null : a.best + b.best,
    high: a.high === null || b.high === null ? null : a.high + b.high, ...(qualifier !== undefined && { qualifier }),
  }
}
