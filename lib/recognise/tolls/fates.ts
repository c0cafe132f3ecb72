/** Words that say what became of people, and how each takes its count: before it, behind it, or as a noun's object. */
import type { Token, TollKind } from '../../types'
import { data, is, phraseAt, phrases } from './words'

/**
 * `verb` takes an object or is passive ("killed six", "six were killed"), `state` follows ("six died"),
 * `noun` has its people behind ("the murder of two sisters"), `counted` stands right behind a number ("six deaths").
 */
export type Fate = { toll: TollKind; role: 'verb' | 'state' | 'noun' | 'counted'; from: number; to: number; harmed?: true }

type Kind = Omit<Fate, 'from' | 'to'>
const kinds: [string, Kind][] = []
for (const toll of ['killed', 'injured', 'missing', 'detained'] as const) {
  const { verbs, states, harmed = [], nouns, counted } = data[toll]
  for (const text of counted) kinds.push([text, { toll, role: 'counted' }])
  for (const text of verbs) kinds.push([text, { toll, role: 'verb' }])
  for (const text of harmed) kinds.push([text, { toll, role: 'verb', harmed: true }])
  for (const text of states) kinds.push([text, { toll, role: 'state' }])
  for (const text of nouns) kinds.push([text, { toll, role: 'noun' }])
}
/** One word may be several: "killed" a verb, "12 killed" a count; the later entry of the table is its main role. */
const table = phrases(new Map(kinds))
const [isSuffer, isHarm, isCarried, isHospital, isLimb] = [is(data.suffer), is(data.harms), is(data.carried), is(data.hospitals), is(data.limbs)]

export function fatesOf(tokens: readonly Token[]): Fate[] {
  const fates: Fate[] = []
  for (let i = 0; i < tokens.length; i++) {
    const phrase = phraseAt(table, tokens, i)
    const fate = phrase ? { ...phrase.value, from: i, to: i + phrase.length } : inPhrase(tokens, i)
    if (!fate) continue
    fates.push(fate)
    i = fate.to - 1
  }
  return fates
}

/** The token behind the first that `holds` among the next `reach`, none across punctuation. */
function upTo(tokens: readonly Token[], at: number, holds: (token: Token | undefined) => boolean, reach: number): number | undefined {
  for (let i = at + 1; i <= at + reach && tokens[i] && (tokens[i]!.kind !== 'punctuation' || tokens[i]!.text === '-'); i++) if (holds(tokens[i])) return i + 1
  return undefined
}

/** "suffered serious burns", "was rushed to a nearby hospital", "lost his foot": a verb and its noun some words on. */
function inPhrase(tokens: readonly Token[], at: number): Fate | undefined {
  const token = tokens[at]!
  const carried = isCarried(token)
  const to = isSuffer(token) ? upTo(tokens, at, isHarm, 6) : carried ? upTo(tokens, at, isHospital, 7)
    : (token.lower === 'lost' || token.lower === 'losing') && /^(?:his|her|their|a|an|both|one|two)$/.test(tokens[at + 1]?.lower ?? '') ? upTo(tokens, at, isLimb, 3) : undefined
  // whoever was taken to hospital may have died there, as whoever was shot
  return to === undefined ? undefined : { toll: 'injured', role: 'state', from: at, to, ...(carried && { harmed: true as const }) }
}
