'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Columns } from '../lib/columns/columns'
import { select, type Selection } from '../lib/columns/select'
import type { View } from '../lib/view'
import { useColumns } from './use-columns'
import { useSaid } from './use-said'

export type Selected = {
  columns: Columns | null
  /** Null until there is something to show. */
  selection: Selection | null
  /** The status the server answered with, 0 where it did not answer. */
  error: number | null
  searchFailed: boolean
  retry(): void
}

/** What passes the view's filters. Deferred, so that a brush or a key is never held up by what it changes. */
export function useSelection({ type, status, precision, from, to, q }: View): Selected {
  const { columns, error, retry } = useColumns()
  const { said, error: searchFailed } = useSaid(columns, q)
  const [askedByLink] = useState(q)
  const filters = useMemo(() => ({ type, status, precision, from, to }), [type, status, precision, from, to])
  const deferred = useDeferredValue(filters)
  // A link with a search shows nothing before its answer; a search typed later leaves what is there until then.
  const isWaiting = q !== undefined && q === askedByLink && said === null && !searchFailed
  const selection = useMemo(() => (columns && !isWaiting ? select(columns, deferred, said?.rows ?? null) : null), [columns, deferred, said, isWaiting])
  return { columns, selection, error, searchFailed, retry }
}
