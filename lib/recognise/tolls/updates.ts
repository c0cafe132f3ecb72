/** "the toll had risen to 14", "deaths climbed from nine to 12", "the number of injured was revised down to 40". */
import type { Token, Toll, TollKind } from '../../types'
import { countAt } from './count'
import { data, is, phraseAt, phrases, plain } from './words'

export type Update = { toll: TollKind; count: Toll; from: number; to: number }

const heads = phrases<{ toll: TollKind; rising: boolean }>([
  ...data.toll.heads.map((text) => [text, { toll: 'killed', rising: false }] as const),
  ...data.toll.rising.map((text) => [text, { toll: 'killed', rising: true }] as const),
  ...data.toll.injured.map((text) => [text, { toll: 'injured', rising: false }] as const),
])
const links = plain(data.toll.links)
const isOfSeason = is(data.background.tolls)
const [moves, isThing, isDead, isHurt] = [is(data.toll.moves), is(data.notPeople), is(data.killed.counted), is([...data.injured.counted, ...data.injured.verbs])]

export function updatesOf(tokens: readonly Token[]): Update[] {
  const updates: Update[] = []
  for (let i = 0; i < tokens.length; i++) {
    const head = phraseAt(heads, tokens, i) ?? numberOf(tokens, i)
    // "the Easter road toll": of a season, not of one crash
    if (!head || isOfSeason(tokens[i - 1])) continue
    const from = i + head.length
    // "Deaths rose to 12": a plural is a toll only when it moves
    if (head.value.rising && !tokens.slice(from, from + 4).some(moves)) continue
    const found = countBehind(tokens, from)
    if (found) updates.push({ ...found, toll: head.value.toll })
    i = found ? found.to - 1 : from - 1
  }
  return updates
}

/** "the number of students who became infected", "the number of miners killed". */
function numberOf(tokens: readonly Token[], at: number): { value: { toll: TollKind; rising: boolean }; length: number } | undefined {
  if (tokens[at]!.lower !== 'number' || tokens[at + 1]?.lower !== 'of') return undefined
  for (let i = at + 2; i < at + 9 && tokens[i] && tokens[i]!.kind !== 'punctuation'; i++) {
    const toll = isDead(tokens[i]) ? 'killed' as const : isHurt(tokens[i]) ? 'injured' as const : undefined
    if (toll) return { value: { toll, rising: false }, length: i + 1 - at }
  }
  return undefined
}

function countBehind(tokens: readonly Token[], from: number): Omit<Update, 'toll'> | undefined {
  let found: Omit<Update, 'toll'> | undefined
  for (let i = from; i < Math.min(tokens.length, from + 24); i++) {
    if (/^[;:.]$/.test(tokens[i]!.text)) break
    // "put at seven on Monday, rose to 12": the last word of it
    if (found && !tokens.slice(i - 3, i).some(moves)) continue
    const link = phraseAt(links, tokens, i)
    if (!link) continue
    const count = countAt(tokens, i + link.length)
    if (!count || isThing(tokens[count.to])) continue
    found = { count: count.toll, from: count.from, to: count.to }
  }
  return found
}
