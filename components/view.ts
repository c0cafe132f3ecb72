/**
 * The view as React state, always equal to the address bar. Filters and map position replace the
 * history entry; opening an incident pushes one, so "back" closes it. The URL is read and written
 * through lib/query alone.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { parseView, type Notice, type View } from '../lib/query'
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

  useEffect(function followHistory() {
    const read = () => {
      const parsed = parseView(new URLSearchParams(window.location.search))
      latest.current = parsed.view
      setView(parsed.view)
      setNotices(parsed.notices)
      setRestored((n) => n + 1)
    }
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])

  /** `from` completes the entry that is left behind (its map position), so that "back" finds it again. */
  const change = useCallback<ViewState['change']>((patch, { push = false, from } = {}) => {
    if (from) window.history.replaceState(null, '', hrefOf({ ...latest.current, ...from }))
    const next = clean({ ...latest.current, ...from, ...patch })
    latest.current = next
    if (push) window.history.pushState(null, '', hrefOf(next))
    else window.history.replaceState(null, '', hrefOf(next))
    setView(next)
  }, [])
  const dismissNotices = useCallback(() => setNotices([]), [])
  return { view, notices, restored, change, dismissNotices }
}
