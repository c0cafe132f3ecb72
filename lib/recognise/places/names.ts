import type { Gazetteer } from '../../gazetteer'
import type { Article, Token } from '../../types'
import { priorOf, type Prior } from './prior'
import { demonyms, words } from './words'

/** A stretch of tokens `[from, to)` that the gazetteer or the demonyms know. Offsets into the text, since "US-led" holds a name in part of a token. */
export type Name = {
  from: number
  to: number
  start: number
  end: number
  name: string
  prior: Prior
  demonym?: true
  /** "led" of "US-led". */
  suffix?: string
}

/** Longest names at every capitalised token, left to right, none overlapping. */
export function namesIn({ text, tokens }: Article, gazetteer: Gazetteer, closed: (token: number) => boolean): Name[] {
  const names: Name[] = []
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!
    // "The Gambia" is looked up as "Gambia".
    if (token.kind !== 'word' || !isCapital(token) || closed(i) || (token.text === 'The' && tokens[i + 1]?.text !== 'Hague')) {
      i++
      continue
    }
    const name = longestAt(text, tokens, i, gazetteer, closed)
    if (name) names.push(withType(name, tokens))
    else names.push(...insideHyphens(token, i, gazetteer))
    i = name ? name.to : i + 1
  }
  return names
}

export const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text) || /^(?:al|el|as|ar|an|ad|az|at|ash)-\p{Lu}/u.test(text)

function longestAt(text: string, tokens: Token[], i: number, gazetteer: Gazetteer, closed: (token: number) => boolean): Name | undefined {
  const first = tokens[i]!
  let last = i
  // Tokens that a name may go on over: capitals, small words, the dot of "St." and numbers are not.
  for (let words = 1; words < gazetteer.longestName && last + 1 < tokens.length; last++) {
    const next = tokens[last + 1]!
    if (next.sentence !== first.sentence || closed(last + 1) || next.start - tokens[last]!.end > 1) break
    if (next.kind === 'word') words++
    else if (!(next.text === '.' && next.start === tokens[last]!.end && tokens[last]!.text.length <= 3)) break
  }
  for (; last >= i; last--) {
    const end = tokens[last]!
    if (end.kind !== 'word' || (last > i && !isCapital(end))) continue
    const name = text.slice(first.start, end.end)
    const demonym = demonyms.get(name.toLowerCase())
    // Tokens keep "Ill" and its dot apart, the gazetteer knows "Ill.".
    const dot = tokens[last + 1]
    if (last === i && dot?.text === '.' && dot.start === end.end && end.text.length <= 5 && !demonym) {
      const short = priorOf(`${name}.`, gazetteer)
      if (short?.candidates[0]?.match === 'abbreviation') return { from: i, to: last + 2, start: first.start, end: dot.end, name: `${name}.`, prior: short }
    }
    const prior = priorOf(demonym ?? name, gazetteer)
    if (prior) return { from: i, to: last + 1, start: first.start, end: end.end, name: demonym ?? name, prior, ...(demonym && { demonym: true as const }) }
  }
  return undefined
}

/** "Bantayan Island", "Clarke County": a capitalised type belongs to the name, though the gazetteer has it without. */
function withType(name: Name, tokens: Token[]): Name {
  const next = tokens[name.to]
  if (!next || name.demonym || next.sentence !== tokens[name.from]!.sentence || next.start - name.end !== 1 || !isCapital(next) || !words.typeSuffixes.has(next.lower)) return name
  const follows = tokens[name.to + 1]
  if (follows && isCapital(follows) && follows.kind === 'word' && follows.start - next.end === 1) return name
  return { ...name, to: name.to + 1, end: next.end }
}

/** "US-led", "Kyiv-based", "Moscow-Kyiv", "anti-Russian": the capitalised parts that are names. */
function insideHyphens(token: Token, i: number, gazetteer: Gazetteer): Name[] {
  if (!token.text.includes('-') || /^(?:al|el)-/i.test(token.text)) return []
  const names: Name[] = []
  let at = token.start
  const parts = token.text.split('-')
  for (const [n, part] of parts.entries()) {
    const demonym = demonyms.get(part.toLowerCase())
    const prior = /^\p{Lu}/u.test(part) ? priorOf(demonym ?? part, gazetteer) : null
    const suffix = parts[n + 1]?.toLowerCase()
    // "Moscow-Kyiv" names two places, "Wal-Mart" none
    const beside = parts[n - 1] ?? parts[n + 1] ?? ''
    if (prior && part.length > 1 && (/^\p{Ll}/u.test(beside) || prior.weight >= 1.8)) names.push({ from: i, to: i + 1, start: at, end: at + part.length, name: demonym ?? part, prior, ...(demonym && { demonym: true as const }), ...(suffix && { suffix }) })
    at += part.length + 1
  }
  return names
}
