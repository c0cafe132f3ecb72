'use client'
import { useEffect, useRef, type ReactNode } from 'react'

/** Puts the keyboard into what just opened. */
export function FocusOnOpen({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(function focus() {
    box.current?.focus({ preventScroll: true })
    if (!box.current?.closest('.leaflet-popup')) box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return <div ref={box} tabIndex={-1} className="focus-box">{children}</div>
}
