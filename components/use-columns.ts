'use client'
import { useCallback, useEffect, useState } from 'react'
import { readColumns, type Columns, type ColumnsWire } from '../lib/columns/columns'

/** Fetches the columns of all incidents once; filtering happens in the page. `error` is the status the server answered with, 0 where it did not answer. */
export function useColumns(): { columns: Columns | null; error: number | null; retry(): void } {
  const [columns, setColumns] = useState<Columns | null>(null)
  const [error, setError] = useState<number | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(function load() {
    const stop = new AbortController()
    fetch('/api/map', { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) return setError(response.status)
        setColumns(readColumns((await response.json()) as ColumnsWire))
        setError(null)
      })
      .catch(() => {
        if (!stop.signal.aborted) setError(0)
      })
    return () => stop.abort()
  }, [attempt])
  const retry = useCallback(() => {
    setError(null)
    setAttempt((n) => n + 1)
  }, [])
  return { columns, error, retry }
}
