'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Item } from './incidents'
import { readItems } from './wire'

/** Fetches every incident once; filtering happens in the page. `error` says what to tell the reader. */
export function useIncidents(): { items: Item[] | null; error: string | null; retry(): void } {
  const [items, setItems] = useState<Item[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(function load() {
    const stop = new AbortController()
    fetch('/api/incidents', { headers: { accept: 'application/geo+json' }, signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`The server answered ${response.status}.`)
        setItems(readItems(await response.json()))
        setError(null)
      })
      .catch((reason: unknown) => {
        if (stop.signal.aborted) return
        setError(reason instanceof Error && reason.message.startsWith('The server answered') ? reason.message : 'The server did not answer.')
      })
    return () => stop.abort()
  }, [attempt])
  const retry = useCallback(() => {
    setError(null)
    setAttempt((n) => n + 1)
  }, [])
  return { items, error, retry }
}
