export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN

/**
 * Milliseconds each of several works takes for all items: the best of a few rounds. The works take turns in every
 * round, after one to warm up, so that a machine that is busy for a while slows all of them and not one.
 */
export function bestOf<Item, Name extends string>(rounds: number, items: readonly Item[], works: Record<Name, (item: Item) => unknown>): Record<Name, number> {
  const names = Object.keys(works) as Name[]
  const best = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const work = works[name]
      const start = performance.now()
      for (const item of items) work(item)
      if (round > 0) best[name] = Math.min(best[name], performance.now() - start)
    }
  }
  return best
}
