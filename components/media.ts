'use client'
import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query matches; `false` on the server and for the first paint. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback((notify: () => void) => {
    const list = window.matchMedia(query)
    list.addEventListener('change', notify)
    return () => list.removeEventListener('change', notify)
  }, [query])
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches, () => false)
}

/** Must equal the breakpoint in app/globals.css. */
export const phone = '(max-width: 760px)'
