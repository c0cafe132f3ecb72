/**
 * Which incident the mouse or the keyboard is on, in the list or on the map: both light it up. A value to subscribe to and not
 * React's state, for pointing must not draw anything anew.
 */
let lit: number | null = null
const listeners = new Set<(row: number | null) => void>()

export const highlight = {
  get: (): number | null => lit,
  /** @param row of the columns; null when nothing is pointed at any more */
  set(row: number | null): void {
    if (row === lit) return
    lit = row
    for (const listener of listeners) listener(row)
  },
  /** @returns what ends it */
  subscribe(listener: (row: number | null) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
