'use client'
import { useLayoutEffect, useState, type RefObject } from 'react'

/** Drawn beyond what is seen, so that scrolling shows no gaps, and the step in which the window moves, so that it is rarely drawn anew. */
const beyond = 700
const step = 350

/** The ancestor that scrolls an element. */
export function scrollerOf(element: Element): HTMLElement {
  for (let one = element.parentElement; one; one = one.parentElement) if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  return document.documentElement
}

/** The stretch of an element worth drawing, in pixels from its top: what its scrolling ancestor shows and somewhat beyond, whatever stands above it there. */
export function useWindow(list: RefObject<HTMLElement | null>): { top: number; bottom: number } {
  const [seen, setSeen] = useState({ top: 0, bottom: 1500 })
  useLayoutEffect(function follow() {
    const element = list.current
    if (!element) return
    const scroller = scrollerOf(element)
    const measure = () => {
      const hidden = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top
      const top = Math.floor((hidden - beyond) / step) * step
      const bottom = Math.ceil((hidden + scroller.clientHeight + beyond) / step) * step
      setSeen((before) => (before.top === top && before.bottom === bottom ? before : { top, bottom }))
    }
    measure()
    scroller.addEventListener('scroll', measure, { passive: true })
    // What stands above the list may grow and shrink, as filters opened and closed do.
    const sizes = new ResizeObserver(measure)
    sizes.observe(scroller)
    for (const child of scroller.children) sizes.observe(child)
    return () => {
      scroller.removeEventListener('scroll', measure)
      sizes.disconnect()
    }
  }, [list])
  return seen
}
