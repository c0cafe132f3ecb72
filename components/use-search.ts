'use client'
import { useEffect, useState } from 'react'
import type { Item } from './incidents'

export type Says = (item: Item, query: string) => boolean

/** Fetches the text search ahead of the first use, as when the search field is entered. */
export const loadSearch = () => import('./search-text').then((module) => module.saysAll)

/** Whether an incident's texts hold a query; null until it is needed and has come. */
export function useSearch(needed: boolean): Says | null {
  const [says, setSays] = useState<Says | null>(null)
  useEffect(function load() {
    if (!needed || says) return
    loadSearch().then((loaded) => setSays(() => loaded), (error: unknown) => setSays(() => { throw error }))
  }, [needed, says])
  return says
}
