'use client'
import { useLayoutEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useText } from './text'

export type Snap = 'peek' | 'half' | 'full'
const order: Snap[] = ['peek', 'half', 'full']
const words = { peek: 'frame.sheetPeek', half: 'frame.sheetHalf', full: 'frame.sheetFull' } as const satisfies Record<Snap, string>

/**
 * The side panel of a desktop is the bottom sheet of a phone: one element, placed by CSS.
 * The handle drags, and is a button for those who cannot: each press goes one step up, from the top back down.
 */
export function Sheet({ snap, setSnap, head, children, label, shows }: { snap: Snap; setSnap(snap: Snap): void; head: ReactNode; children: ReactNode; label: string; /** What it is about: something else begins at its top. */ shows: string }) {
  const { t } = useText()
  const panel = useRef<HTMLElement>(null)
  const drag = useRef<{ from: number; height: number; moved: boolean } | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState(false)
  const places = useRef(new Map<string, number>())
  useLayoutEffect(function keepPlace() {
    const scroller = body.current
    const kept = places.current
    if (!scroller) return
    // The list is found again where it was left.
    scroller.scrollTop = shows === 'list' ? kept.get(shows) ?? 0 : 0
    return () => void kept.set(shows, scroller.scrollTop)
  }, [shows])

  function start(event: PointerEvent<HTMLElement>) {
    if (!panel.current || getComputedStyle(event.currentTarget).touchAction !== 'none') return
    if ((event.target as HTMLElement).closest('button:not(.sheet-handle), a, input')) return
    drag.current = { from: event.clientY, height: panel.current.getBoundingClientRect().height, moved: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  function move(event: PointerEvent<HTMLElement>) {
    const held = drag.current
    if (!held || !panel.current) return
    const by = held.from - event.clientY
    if (Math.abs(by) > 6) {
      held.moved = true
      setDragging(true)
    }
    if (held.moved) panel.current.style.height = `${held.height + by}px`
  }
  function end(event: PointerEvent<HTMLElement>) {
    const held = drag.current
    drag.current = null
    setDragging(false)
    if (!held?.moved || !panel.current) {
      if (held && (event.target as HTMLElement).closest('.sheet-head')) setSnap(order[(order.indexOf(snap) + 1) % 3]!)
      return
    }
    const share = panel.current.getBoundingClientRect().height / window.innerHeight
    panel.current.style.height = ''
    setSnap(share > 0.68 ? 'full' : share > 0.24 ? 'half' : 'peek')
  }

  return (
    <aside ref={panel} className="panel" data-snap={snap} data-dragging={dragging || undefined} aria-label={label}>
      <div className="sheet-head" onPointerDown={start} onPointerMove={move} onPointerUp={end} onPointerCancel={end}>
        <button type="button" className="sheet-handle" aria-label={t(words[snap])} onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          setSnap(order[(order.indexOf(snap) + 1) % 3]!)
        }}><span /></button>
        {head}
      </div>
      <div ref={body} className="panel-body">{children}</div>
    </aside>
  )
}
