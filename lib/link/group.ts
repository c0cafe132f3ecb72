/**
 * Reports → incidents. A function of the reports alone, in whatever order they came: the pairs that agree are
 * joined, the surest first, and no report comes to one that it contradicts. So a chain of reports, each like the
 * next, never glues its two ends, and an article read late changes what one read early would have made alike.
 */
import type { Report } from '../types'
import { agreement, contradict } from './same'

/**
 * @param apart pairs that a person took apart
 * @param formed groups that are left as they are, to which the other reports come: a short cut for very many reports, by
 *   which the order they come in may matter
 */
export function groupReports<R extends Report>(reports: readonly R[], apart: (a: R, b: R) => boolean = () => false, formed: readonly (readonly R[])[] = []): R[][] {
  const ordered = [...reports].sort((a, b) => compare(a.id, b.id))
  const settled = new Set(formed.flat().map(({ id }) => id))
  const asked = new Map<number, boolean>()
  const forbids = (i: number, j: number): boolean => {
    const key = Math.max(i, j) * ordered.length + Math.min(i, j)
    let answer = asked.get(key)
    if (answer === undefined) asked.set(key, (answer = contradict(ordered[i]!, ordered[j]!) || apart(ordered[i]!, ordered[j]!)))
    return answer
  }
  const pairs: { i: number; j: number; sure: number }[] = []
  for (const [i, a] of ordered.entries()) {
    for (let j = 0; j < i; j++) {
      if ((settled.has(a.id) && settled.has(ordered[j]!.id)) || forbids(i, j)) continue
      const sure = agreement(a, ordered[j]!)
      if (sure > 0) pairs.push({ i, j, sure })
    }
  }
  pairs.sort((p, q) => q.sure - p.sure || p.i - q.i || p.j - q.j)
  const position = new Map(ordered.map(({ id }, i) => [id, i]))
  const groups = [...formed.map((group) => group.map(({ id }) => position.get(id)!)), ...ordered.flatMap(({ id }, i) => (settled.has(id) ? [] : [[i]]))]
  const groupOf = new Map(groups.flatMap((group, at) => group.map((i) => [i, at] as const)))
  for (const { i, j } of pairs) {
    const [to, from] = [groupOf.get(j)!, groupOf.get(i)!]
    if (to === from || groups[to]!.some((one) => groups[from]!.some((other) => forbids(one, other)))) continue
    for (const one of groups[from]!) groupOf.set(one, to)
    groups[to]!.push(...groups[from]!)
    groups[from] = []
  }
  return groups.filter((group) => group.length > 0).map((group) => group.map((i) => ordered[i]!))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
