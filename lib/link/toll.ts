/** Counts → one toll per kind: totals before parts, later updates over earlier counts, attackers apart. */
import type { Toll, TollKind, TollMention } from '../types'

export function tollFrom(tolls: readonly TollMention[], kind: TollKind, countAttackers: boolean): Toll | undefined {
  const all = tolls.filter(({ toll }) => toll === kind)
  const own = all.filter(({ group, rule }) => (countAttackers || group !== 'attackers') && rule !== 'included')
  const update = own.filter(({ rule }) => rule === 'toll-update').at(-1)
  const told = update ? { count: update.count, sentence: update.sentence } : largest(own)
  if (!told) return undefined
  // "two men were shot, and both died": the harm is told as the death
  if (kind === 'injured' && own.every(({ rule }) => rule.startsWith('injured-harmed')) && told.count.best === most(tolls)) return undefined
  const included = countAttackers ? 0 : all.filter(({ rule, sentence }) => rule === 'included' && sentence === told.sentence).reduce((total, { count }) => total + (count.best ?? 0), 0)
  return included > 0 ? less(told.count, included) : told.count
}

type Told = { count: Toll; sentence: number }

/** Of the sentences that count, the one that counts most; a sentence may give its total in parts. */
function largest(tolls: readonly TollMention[]): Told | undefined {
  const totals = tolls.some(({ rule }) => !rule.endsWith('-part')) ? new Set(tolls.filter(({ rule }) => !rule.endsWith('-part')).map(({ sentence }) => sentence)) : undefined
  const bySentence = new Map<number, TollMention[]>()
  for (const toll of tolls) if (!totals || totals.has(toll.sentence)) bySentence.set(toll.sentence, [...(bySentence.get(toll.sentence) ?? []), toll])
  let best: Told | undefined
  for (const [sentence, told] of bySentence) {
    const count = ofSentence(told)
    if (!best || (count.best ?? -1) > (best.count.best ?? -1)) best = { count, sentence }
  }
  const names = byName(tolls)
  return names && names.count.best! > (best?.count.best ?? 0) ? names : best
}

/** "Ada Orlo, 34, died at the scene. … Tom Vela, 20, died in hospital": each name is one more. */
function byName(tolls: readonly TollMention[]): Told | undefined {
  const named = tolls.filter(({ rule }) => rule.endsWith('-named'))
  const count = new Set(named.map(({ text }) => text.split(',')[0])).size
  return count > 1 ? { count: { low: count, best: count, high: count }, sentence: named[0]!.sentence } : undefined
}

/** "killed three soldiers and lost 12 rebels", "two died at once, another later": different people of one sentence are added, else the largest stands for all. */
function ofSentence(tolls: readonly TollMention[]): Toll {
  const [first, ...more] = tolls
  let total = first!
  const groups = new Set([first!.group])
  for (const toll of more) {
    const others = (toll.rule.endsWith('-part') && toll.rule !== 'earlier-part') || (toll.group !== undefined && total.group !== undefined && !groups.has(toll.group))
    groups.add(toll.group)
    if (others && total.count.best !== null && toll.count.best !== null) total = { ...total, count: plus(total.count, toll.count) }
    else if ((toll.count.best ?? -1) > (total.count.best ?? -1)) total = toll
  }
  return total.count
}

const most = (tolls: readonly TollMention[]): number => Math.max(0, ...tolls.filter(({ toll }) => toll === 'killed').map(({ count }) => count.best ?? 0))

const plus = (a: Toll, b: Toll): Toll => {
  const qualifier = a.qualifier ?? b.qualifier
  return { low: a.low + b.low, best: (a.best ?? 0) + (b.best ?? 0), high: a.high === null || b.high === null ? null : a.high + b.high, ...(qualifier !== undefined && { qualifier }) }
}

/** "killed five people, including the gunman". */
const less = (toll: Toll, by: number): Toll => {
  const take = (value: number) => Math.max(0, value - by)
  return { ...toll, low: take(toll.low), best: toll.best === null ? null : take(toll.best), high: toll.high === null ? null : take(toll.high) }
}
