'use client'
import { useEffect, useRef, type ReactNode } from 'react'

/** Puts the keyboard into what just opened. A popup's content is made before the map takes it in and while it is being placed: wait until it can be seen. */
export function FocusOnOpen({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(function focusWhenVisible() {
    let frame = 0
    const before = document.activeElement
    const focus = () => {
      const element = box.current
      if (!element?.isConnected || getComputedStyle(element).visibility === 'hidden') {
        frame = requestAnimationFrame(focus)
        return
      }
      // Whoever has gone elsewhere meanwhile stays there.
      const now = document.activeElement
      if (element.contains(now) || (now !== before && now !== document.body)) return
      element.focus({ preventScroll: true })
      if (!element.closest('.leaflet-popup')) element.scrollIntoView({ block: 'nearest' })
    }
    frame = requestAnimationFrame(focus)
    return () => cancelAnimationFrame(frame)
  }, [])
  return <div ref={box} tabIndex={-1} className="focus-box">{children}</div>
}
