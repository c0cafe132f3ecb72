import type { Token } from '../../types'
import type { Prior } from './prior'
import type { Span } from './spans'
import type { Unit } from './units'

/** A place name in tokens `[from, to)`. Offsets into the text, since "US-led" holds a name in part of a token. */
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

/** A place no gazetteer knows; its candidates are none. */
const unknown: Prior = { weight: 0, level: 'area', polity: false, candidates: [] }

/** A span of units as a name of tokens, as the rules read it. */
export function nameOf({ from, to, start, end, name, prior, demonym }: Span, units: Unit[]): Name {
  const { token } = units[to - 1]!
  const next = units[to]
  const suffix = next?.token === token ? next.word.lower : undefined
  return { from: units[from]!.token, to: token + 1, start, end, name, prior: prior ?? unknown, ...(demonym && { demonym }), ...(suffix && { suffix }) }
}

export function isCapital({ text }: Token): boolean {
  const code = text.charCodeAt(0)
  // Letters of English need no pattern, save for "al-Bab".
  if (code >= 65 && code <= 90) return true
  if (code < 128 && !text.includes('-')) return false
  return /^\p{Lu}/u.test(text) || /^(?:al|el|as|ar|an|ad|az|at|ash)-\p{Lu}/u.test(text)
}
