'use client'
/**
 * The texts of incidents on demand: whoever shows some says so, what is wanted within one frame is asked for together, and what is no
 * longer wanted when its turn comes is not asked for at all, so that flying through a long list does not fetch all of it.
 */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { IncidentCollection } from '../lib/feature'
import type { Item } from './incidents'
import { readItems } from './wire'

const batchSize = 100
const atOnce = 2
const kept = 4000

/** Item of an id; null for one the server does not know. */
type Answers = Map<string, Item | null>
type Fetch = (ids: string[]) => Promise<Item[]>

export class DetailStore {
  private answers: Answers = new Map()
  private readonly wanted = new Map<string, number>()
  private readonly asked = new Set<string>()
  private readonly failures = new Set<string>()
  private readonly listeners = new Set<() => void>()
  private running = 0
  private planned = false
  private revision: string | undefined
  private generation = 0
  /** Counts the changes of what `get` and `failed` say. */
  version = 0

  /** @param collect calls back after the time in which wishes are collected, a frame */
  constructor(private readonly fetchItems: Fetch, private readonly collect: (then: () => void) => void) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The item; null when there is no such incident, undefined while it is not known. */
  get(id: string): Item | null | undefined {
    return this.answers.get(id)
  }

  /** Whether the last time one was asked for went wrong. */
  failed(id: string): boolean {
    return this.failures.has(id)
  }

  /** @returns what withdraws the wish */
  want(ids: readonly string[]): () => void {
    for (const id of ids) {
      this.wanted.set(id, (this.wanted.get(id) ?? 0) + 1)
      const known = this.answers.get(id)
      if (known === undefined) continue
      // Last in the map is what was wanted last.
      this.answers.delete(id)
      this.answers.set(id, known)
    }
    this.plan()
    return () => {
      for (const id of ids) {
        const others = (this.wanted.get(id) ?? 1) - 1
        if (others > 0) this.wanted.set(id, others)
        else this.wanted.delete(id)
      }
    }
  }

  /** Asks again for what went wrong. */
  retry(): void {
    if (!this.failures.size) return
    this.failures.clear()
    this.changed()
    this.plan()
  }

  /** Another revision of the data: nothing that was known holds any longer. */
  renew(revision: string): void {
    if (this.revision === revision) return
    const first = this.revision === undefined
    this.revision = revision
    if (first) return
    this.generation++
    this.answers = new Map()
    this.asked.clear()
    this.failures.clear()
    this.changed()
    this.plan()
  }

  private plan(): void {
    if (this.planned) return
    this.planned = true
    this.collect(() => {
      this.planned = false
      this.ask()
    })
  }

  private ask(): void {
    const missing = [...this.wanted.keys()].filter((id) => !this.answers.has(id) && !this.asked.has(id) && !this.failures.has(id))
    while (missing.length && this.running < atOnce) void this.fetchBatch(missing.splice(0, batchSize))
  }

  private async fetchBatch(ids: string[]): Promise<void> {
    const { generation } = this
    this.running++
    for (const id of ids) this.asked.add(id)
    try {
      const found = await this.fetchItems(ids)
      // By its own id, or by that of a report it now holds.
      const items = new Map([...found.flatMap((item) => item.sources.map(({ id }) => [id, item] as const)), ...found.map((item) => [item.id, item] as const)])
      if (generation === this.generation) {
        for (const id of ids) this.answers.set(id, items.get(id) ?? null)
        this.forget()
      }
    } catch {
      if (generation === this.generation) for (const id of ids) this.failures.add(id)
    }
    this.running--
    if (generation === this.generation) for (const id of ids) this.asked.delete(id)
    this.changed()
    this.ask()
  }

  private forget(): void {
    for (const id of this.answers.keys()) {
      if (this.answers.size <= kept) return
      if (!this.wanted.has(id)) this.answers.delete(id)
    }
  }

  private changed(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}

async function fetchItems(ids: string[]): Promise<Item[]> {
  const response = await fetch(`/api/incidents?ids=${ids.map(encodeURIComponent).join(',')}`, { headers: { accept: 'application/geo+json' } })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return readItems((await response.json()) as IncidentCollection)
}

const store = new DetailStore(fetchItems, (then) => requestAnimationFrame(then))

export type Details = { items: ReadonlyMap<string, Item | null | undefined>; /** Some could not be fetched; `retry` asks again. */ failed: boolean; retry(): void }

/**
 * @param ids what is shown now
 * @param revision of the columns the ids are from
 */
export function useDetails(ids: readonly string[], revision: string): Details {
  const version = useSyncExternalStore(store.subscribe, () => store.version, () => 0)
  const key = ids.join(',')
  useEffect(function sayWhatIsShown() {
    store.renew(revision)
    return store.want(key ? key.split(',') : [])
  }, [key, revision])
  const retry = useCallback(() => store.retry(), [])
  return useMemo(() => {
    const shown = key ? key.split(',') : []
    return { items: new Map(shown.map((id) => [id, store.get(id)])), failed: shown.some((id) => store.failed(id)), retry }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for what the store says
  }, [key, version, retry])
}
