/** Counts that are no single event's: "has killed 10,000 since 2011", "40 died on this road this year", "the war has killed". */
import type { Token } from '../../types'
import { data, is, phraseAt, plain } from './words'

const spans = plain(data.background.spans)
const [isUnit, isPast, isWar, isSuperlative] = [is(data.background.sinceUnits), is(data.background.pastWords), is(data.background.wars), is(data.background.superlatives)]

/** Where in the sentence words stand that make a count in their clause a total over years. */
export function cuesOf(tokens: readonly Token[]): number[] {
  const cues: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const span = phraseAt(spans, tokens, i)
    // "the deadliest raid this year, killing 12"
    if (span && !tokens.slice(Math.max(0, i - 10), i).some(isSuperlative)) cues.push(i)
    const next = tokens.slice(i + 1, i + 5)
    if (tokens[i]!.lower === 'since' && next.some(({ text }, n) => /^(?:19|20)\d\d$/.test(text) && n < 4 && !next.slice(0, n).some(({ kind }) => kind === 'punctuation'))) cues.push(i)
    // "in the past two decades", "over two years of fighting"
    if (isPast(tokens[i]) && next.slice(0, 2).some(isUnit) && !tokens.slice(Math.max(0, i - 10), i).some(isSuperlative)) cues.push(i)
    if (isWar(tokens[i]) && tokens.slice(i + 1, i + 8).some(({ lower }, n, near) => /^(?:has|have|had)$/.test(lower) && /^(?:killed|claimed|left|also|already|now|injured|displaced)$/.test(near[n + 1]?.lower ?? ''))) cues.push(i)
  }
  return cues
}

/** In one clause: no semicolon between, and no comma unless the cue opens the sentence. */
export function isBackground(tokens: readonly Token[], cues: readonly number[], from: number, to: number): boolean {
  return cues.some((cue) => {
    if ((cue < from ? from - cue : cue - to) > 22) return false
    const between = cue < from ? tokens.slice(cue, from) : tokens.slice(to, cue)
    if (between.some(({ text }) => /^[;.]$/.test(text))) return false
    const commas = between.filter(({ text }) => text === ',').length
    return commas === 0 || (cue <= 3 && commas === 1)
  })
}
