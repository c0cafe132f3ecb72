/** Counts → one toll per kind: totals before parts, later updates over earlier counts, attackers apart. */
import type { Toll, TollKind, TollMention } from '../types'

export function tollFrom(tolls: readonly TollMention[], kind: TollKind, countAttackers: boolean): Toll | undefined {
  const own = tolls.filter((toll) => toll.toll === kind && (countAttackers || toll.group !== 'attackers'))
  const updates = own.filter(({ rule }) => rule === 'toll-update')
  if (updates.length > 0) return updates.at(-1)!.count
  const totals = own.filter(({ rule }) => !rule.endsWith('-part'))
  const candidates = totals.length > 0 ? totals : own
  let best: Toll | undefined
  for (const { count } of candidates) if (!best || (count.best ?? -1) > (best.best ?? -1)) best = count
  return best
}
