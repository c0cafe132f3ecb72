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

/** Browsers refuse more than about a hundred history changes in half a minute; a brush makes sixty a second. */
const writeEvery = 200

const clean = (view: View): View => Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))

/** @param toHref the page the view belongs to; the embedded map writes its own address */
export function useView(initial: { view: View; notices: Notice[] }, toHref: (view: View) => string = hrefOf): ViewState {
  const [view, setView] = useState(initial.view)
  const [notices, setNotices] = useState(initial.notices)
  const [restored, setRestored] = useState(0)
  const latest = useRef(view)
  const known = useRef(new Map<string, View>())
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const href = useRef(toHref)

  const write = useCallback((push: boolean) => {
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = null
    if (push) window.history.pushState(null, '', href.current(latest.current))
    // Next's router would read its whole tree anew with every address; the entry stays the same one, so it need not know.
    else History.prototype.replaceState.call(window.history, window.history.state, '', href.current(latest.current))
    known.current.set(window.location.search, latest.current)
  }, [])

  useEffect(function followHistory() {
    known.current.set(window.location.search, latest.current)
    const read = () => {
      if (waiting.current !== null) clearTimeout(waiting.current)
      waiting.current = null
      const then = known.current.get(window.location.search)
      if (!then) return window.location.reload()
      latest.current = then
      setView(then)
      setNotices([])
      setRestored((n) => n + 1)
    }
    const leave = () => {
      if (waiting.current !== null) write(false)
    }
    window.addEventListener('popstate', read)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('popstate', read)
      window.removeEventListener('pagehide', leave)
    }
  }, [write])

  /** `from` completes the entry that is left behind (its map position), so that "back" finds it again. */
  const change = useCallback<ViewState['change']>((patch, { push = false, from } = {}) => {
    if (push) {
      latest.current = clean({ ...latest.current, ...from })
      write(false)
    }
    latest.current = clean({ ...latest.current, ...from, ...patch })
    if (push) write(true)
    else waiting.current ??= setTimeout(() => write(false), writeEvery)
    setView(latest.current)
  }, [write])
  const dismissNotices = useCallback(() => setNotices([]), [])
  return { view, notices, restored, change, dismissNotices }
}
