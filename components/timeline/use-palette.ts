'use client'
import { useEffect, useState } from 'react'
import { incidentTypes } from '../../lib/taxonomy'

export type Palette = { /** As in `incidentTypes`. */ types: string[]; line: string }

/** What the tokens come to in the theme of now: a canvas cannot read `light-dark()`, a property of an element says its result. */
function readPalette(): Palette {
  const probe = document.createElement('i')
  document.body.append(probe)
  const colour = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const palette = { types: incidentTypes.map((type) => colour(`--type-${type}`)), line: colour('--line') }
  probe.remove()
  return palette
}

/** Read once, and again when the system or the switch changes the theme; null until the page is there. */
export function usePalette(): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null)
  useEffect(function followTheme() {
    const read = () => setPalette(readPalette())
    const frame = requestAnimationFrame(read)
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const theme = new MutationObserver(read)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    dark.addEventListener('change', read)
    return () => {
      cancelAnimationFrame(frame)
      theme.disconnect()
      dark.removeEventListener('change', read)
    }
  }, [])
  return palette
}
