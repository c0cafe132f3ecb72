/**
 * Reports → incidents. A function of the reports alone, in whatever order they came: the pairs that agree are
 * joined, the surest first, and no report comes to one that it contradicts. So a chain of reports, each like the
 * next, never glues its two ends, and an article read late changes what one read early would have made alike.
 */
import type { Report } from '../types'
import { agreement, contradict } from './same'

/** @param apart pairs that a person took apart */
export function groupReports<R extends Report>(reports: readonly R[], apart: (a: R, b: R) => boolean = () => false): R[][] {
  const ordered = [...reports].sort((a, b) => compare(a.id, b.id))
  const never = ordered.map((a, i) => ordered.map((b, j) => j < i && (contradict(a, b) || apart(a, b))))
  const forbids = (i: number, j: number) => never[Math.max(i, j)]![Math.min(i, j)]!
  const pairs: { i: number; j: number; sure: number }[] = []
  for (const [i, a] of ordered.entries()) {
    for (let j = 0; j < i; j++) {
      const sure = forbids(i, j) ? 0 : agreement(a, ordered[j]!)
      if (sure > 0) pairs.push({ i, j, sure })
    }
  }
  pairs.sort((p, q) => q.sure - p.sure || p.i - q.i || p.j - q.j)
  const groups = ordered.map((_, i) => [i])
  const groupOf = ordered.map((_, i) => i)
  for (const { i, j } of pairs) {
    const [to, from] = [groupOf[j]!, groupOf[i]!]
    if (to === from || groups[to]!.some((one) => groups[from]!.some((other) => forbids(one, other)))) continue
    for (const one of groups[from]!) groupOf[one] = to
    groups[to]!.push(...groups[from]!)
    groups[from] = []
  }
  return groups.filter((group) => group.length > 0).map((group) => group.map((i) => ordered[i]!))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
