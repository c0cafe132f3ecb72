/**
 * The row a reader points at, with the mouse or the keyboard, in the list or on the map: both light up together.
 * Classes and not state: pointing must not draw anything anew.
 */
type Listener = (row: number | null) => void

let lit: number | null = null
const listeners = new Set<Listener>()

export const highlight = {
  get: (): number | null => lit,
  set(row: number | null): void {
    if (row === lit) return
    lit = row
    for (const listener of listeners) listener(row)
  },
  /** @returns takes the listener off again */
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
