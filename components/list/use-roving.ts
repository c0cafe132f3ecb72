'use client'
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import type { Columns } from '../../lib/columns/columns'
import { rowPixels, type Layout } from './layout'
import { scrollerOf } from './use-window'

/**
 * One stop for the Tab key in a list of any length; arrows, Home, End and the page keys move on from it. The row is known by its
 * incident, so that it keeps the keyboard when the list is ordered anew or the row moves to another section.
 */
export function useRoving(list: RefObject<HTMLElement | null>, columns: Columns, layout: Layout, selected: string | undefined) {
  const [active, setActive] = useState<{ id: string; position: number } | null>(null)
  const holds = useRef(false)
  const moved = useRef(false)
  const at = useCallback((id: string | null | undefined) => {
    const row = id ? columns.rowOf.get(id) : undefined
    return row === undefined ? -1 : layout.rows.indexOf(row)
  }, [columns, layout])
  const own = at(active?.id)
  // Where the row is gone, the one that stands in its place.
  const chosen = own >= 0 ? own : active ? Math.min(active.position, layout.rows.length - 1) : Math.max(0, at(selected))

  useLayoutEffect(function keepKeyboard() {
    const lost = holds.current && document.activeElement === document.body
    if (!moved.current && !lost) return
    const row = layout.rows[chosen]
    const button = row === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)
    button?.focus({ preventScroll: true })
    // A row that went elsewhere takes the keyboard along, but does not drag the reader there.
    if (moved.current) button?.scrollIntoView({ block: 'nearest' })
    moved.current = false
  })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target as HTMLElement).closest('.row')) return
    const page = Math.max(1, Math.floor((list.current ? scrollerOf(list.current).clientHeight : 0) / rowPixels) - 1)
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    const position = Math.max(0, Math.min(layout.rows.length - 1, chosen + by))
    const next = layout.rows[position]
    if (next === undefined) return
    moved.current = true
    setActive({ id: columns.ids[next]!, position })
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('.row')?.dataset.incident
    if (!id) return
    holds.current = true
    setActive({ id, position: Math.max(0, at(id)) })
  }
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    // A row taken out of the page loses the keyboard without being left.
    if (event.target.isConnected) holds.current = false
  }
  return { chosen, handlers: { onKeyDown, onFocus, onBlur } }
}
