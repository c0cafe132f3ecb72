'use client'
import { useEffect } from 'react'

/**
 * The row of the list, the marker (or the cluster it stands in) and the outline of one incident light up together, whichever
 * the mouse or the keyboard is on. Classes and not state: pointing must not draw anything anew.
 * Rows and markers carry `data-incident`, clusters and outlines `data-incidents`.
 */
export function useHighlight() {
  useEffect(function lightUpTogether() {
    let lit: Element[] = []
    let now: string | undefined
    const light = (event: Event) => {
      const on = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-incident]') : null
      const id = on?.dataset.incident
      if (id === now) return
      now = id
      for (const element of lit) element.classList.remove('is-lit')
      lit = id ? [...document.querySelectorAll(`[data-incident="${CSS.escape(id)}"], [data-incidents~="${CSS.escape(id)}"]`)] : []
      for (const element of lit) element.classList.add('is-lit')
    }
    document.addEventListener('pointerover', light)
    document.addEventListener('focusin', light)
    return () => {
      document.removeEventListener('pointerover', light)
      document.removeEventListener('focusin', light)
    }
  }, [])
}
