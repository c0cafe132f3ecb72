/**
 * The view as React state, always equal to the address bar. Filters and map position replace the
 * history entry; opening an incident pushes one, so "back" closes it. The server read the address
 * this page came with (lib/query); here addresses are only written, and what each meant is remembered.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Notice, View } from '../lib/view'
import { hrefOf } from './view-href'

export type ViewState = {
  view: View
  notices: Notice[]
  /** Counts how often the history (not the person at the map) set the view: the map then follows. */
  restored: number
  change(patch: Partial<View>, options?: { push?: boolean; from?: Partial<View> }): void
  dismissNotices(): void
}

const clean = (view: View): View => Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))

export function useView(initial: { view: View; notices: Notice[] }): ViewState {
  const [view, setView] = useState(initial.view)
  const [notices, setNotices] = useState(initial.notices)
  const [restored, setRestored] = useState(0)
  const latest = useRef(view)
  const known = useRef(new Map<string, View>())

  useEffect(function followHistory() {
    known.current.set(window.location.search, latest.current)
    const read = () => {
      const then = known.current.get(window.location.search)
      if (!then) return window.location.reload()
      latest.current = then
      setView(then)
      setNotices([])
      setRestored((n) => n + 1)
    }
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])

  const write = useCallback((next: View, push: boolean) => {
    const href = hrefOf(next)
    if (push) window.history.pushState(null, '', href)
    else window.history.replaceState(null, '', href)
    known.current.set(window.location.search, next)
  }, [])

  /** `from` completes the entry that is left behind (its map position), so that "back" finds it again. */
  const change = useCallback<ViewState['change']>((patch, { push = false, from } = {}) => {
    if (from) write(clean({ ...latest.current, ...from }), false)
    const next = clean({ ...latest.current, ...from, ...patch })
    latest.current = next
    write(next, push)
    setView(next)
  }, [write])
  const dismissNotices = useCallback(() => setNotices([]), [])
  return { view, notices, restored, change, dismissNotices }
}
