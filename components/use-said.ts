'use client'
import { useEffect, useState } from 'react'
import type { Columns } from '../lib/columns/columns'

/** Which rows' texts hold a query; the server looks, for it has the texts. */
export type Said = { query: string; rows: Uint8Array }

/**
 * The answer to a search, by row. While a new one is on its way the last one stands, so that the map does not blink.
 * @returns null until the first answer has come, and without a query
 */
export function useSaid(columns: Columns | null, query: string | undefined): { said: Said | null; error: boolean } {
  const [said, setSaid] = useState<Said | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(function ask() {
    if (!columns || !query) return
    const stop = new AbortController()
    fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal: stop.signal })
      .then(async (response) => {
        const rows = new Uint8Array(columns.count)
        // A query without any letter or digit is no error of the reader's: it finds nothing.
        if (!response.ok && response.status !== 400) throw new Error(`search: ${response.status}`)
        for (const id of response.ok ? ((await response.json()) as { ids: string[] }).ids : []) {
          const row = columns.rowOf.get(id)
          if (row !== undefined) rows[row] = 1
        }
        setSaid({ query, rows })
        setFailed(null)
      })
      .catch(() => {
        if (!stop.signal.aborted) setFailed(query)
      })
    return () => stop.abort()
  }, [columns, query])
  return { said: query ? said : null, error: failed !== null && failed === query }
}
