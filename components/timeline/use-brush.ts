'use client'
import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { Bins } from '../../lib/columns/histogram'
import { dayAt, edgeFrom, nearestEdge, panAxis, xOf, zoomAxis, clampAxis, type Axis } from './axis'
import type { Range } from './playback'

type Gesture =
  | { kind: 'select'; x: number }
  | { kind: 'start'; x: number }
  | { kind: 'end'; x: number }
  | { kind: 'move'; x: number; day: number }
  | { kind: 'pinch'; days: [number, number] }

type Given = {
  stage: RefObject<HTMLElement | null>
  axis: Axis
  whole: Axis
  bins: Bins
  width: number
  selected: Range | null
  setAxis(axis: Axis): void
  /** `moving` while the finger is down; `open` when an end stands at the end of time, which then is no limit. */
  select(range: Range | null, how: { moving: boolean; handle?: boolean }): void
}

/** A finger trembles more than a mouse. */
const slack = { mouse: 3, pen: 5, touch: 8 }

/**
 * The pointer on the chart: dragging selects whole bars, a handle resizes, the middle moves, a click takes one bar; two fingers
 * or the wheel zoom the axis. A finger that moves up or down belongs to the page (`touch-action: pan-y`): what was selected before returns.
 */
export function useBrush({ stage, axis, whole, bins, width, selected, setAxis, select }: Given) {
  const pointers = useRef(new Map<number, number>())
  const gesture = useRef<(Gesture & { before: Range | null; moved: boolean }) | null>(null)
  const [dragging, setDragging] = useState<Gesture['kind'] | null>(null)

  // Where the chart is, is asked once a stroke: every question makes the browser lay out what the last frame changed.
  const edge = useRef(0)
  const local = (event: { clientX: number }) => event.clientX - edge.current
  const day = (x: number) => dayAt(axis, width, Math.max(0, Math.min(width - 0.01, x)))
  const touched = (a: number, b: number): Range => ({ from: edgeFrom(Math.floor(day(Math.min(a, b))), 0, bins), end: edgeFrom(Math.floor(day(Math.max(a, b))), 1, bins) })

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    edge.current = stage.current?.getBoundingClientRect().left ?? 0
    const x = local(event)
    pointers.current.set(event.pointerId, x)
    stage.current?.setPointerCapture(event.pointerId)
    const [one, two] = [...pointers.current.values()]
    if (one !== undefined && two !== undefined) {
      const { before = selected, moved = false } = gesture.current ?? {}
      if (moved) select(before, { moving: false })
      gesture.current = { kind: 'pinch', days: [dayAt(axis, width, one), dayAt(axis, width, two)], before, moved: true }
      return setDragging('pinch')
    }
    const handle = (event.target as HTMLElement).dataset.handle
    const isInside = selected && x > xOf(axis, width, selected.from) && x < xOf(axis, width, selected.end)
    const kind = handle === 'start' || handle === 'end' ? handle : isInside ? 'move' : 'select'
    gesture.current = { ...(kind === 'move' ? { kind, x, day: day(x) } : { kind, x }), before: selected, moved: false }
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const held = gesture.current
    if (!held || !pointers.current.has(event.pointerId)) return
    const x = local(event)
    pointers.current.set(event.pointerId, x)
    if (held.kind === 'pinch') {
      const [one, two] = [...pointers.current.values()]
      if (one === undefined || two === undefined || Math.abs(two - one) < 12) return
      const scale = (held.days[1] - held.days[0]) / (two - one)
      if (scale > 0) setAxis(clampAxis({ from: held.days[0] - one * scale, to: held.days[0] + (width - one) * scale }, whole))
      return
    }
    if (!held.moved && Math.abs(x - held.x) < (slack[event.pointerType as keyof typeof slack] ?? 3)) return
    held.moved = true
    setDragging(held.kind)
    const next = after(held, x)
    if (next.from !== selected?.from || next.end !== selected.end) select(next, { moving: true, handle: held.kind === 'start' || held.kind === 'end' })
  }

  function after(held: Exclude<Gesture, { kind: 'pinch' }> & { before: Range | null }, x: number): Range {
    if (held.kind === 'select') return touched(held.x, x)
    const range = held.before ?? { from: whole.from, end: whole.to }
    const near = nearestEdge(day(x), bins)
    if (held.kind === 'start') return { from: Math.min(near, edgeFrom(range.end, -1, bins)), end: range.end }
    if (held.kind === 'end') return { from: range.from, end: Math.max(near, edgeFrom(range.from, 1, bins)) }
    return moveRange(range, nearestEdge(range.from + day(x) - held.day, bins), bins, whole)
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    if (!pointers.current.delete(event.pointerId)) return
    const held = gesture.current
    if (!held || (held.kind === 'pinch' && pointers.current.size)) return
    gesture.current = null
    setDragging(null)
    if (held.kind === 'pinch') return
    if (held.moved) select(selected, { moving: false, handle: held.kind === 'start' || held.kind === 'end' })
    else if (held.kind === 'select' || held.kind === 'move') select(touched(held.x, held.x), { moving: false })
  }

  function onPointerCancel(event: PointerEvent<HTMLElement>) {
    pointers.current.delete(event.pointerId)
    const held = gesture.current
    if (held && held.kind !== 'pinch' && held.moved) select(held.before, { moving: false })
    gesture.current = null
    setDragging(null)
  }

  const turn = useEffectEvent((event: WheelEvent) => {
    event.preventDefault()
    const isAcross = !event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY)
    if (isAcross) setAxis(panAxis(axis, whole, (event.deltaX / Math.max(1, width)) * (axis.to - axis.from)))
    else setAxis(zoomAxis(axis, whole, Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * 0.004), dayAt(axis, width, local(event))))
  })
  useEffect(function listenToWheel() {
    const element = stage.current
    const onWheel = (event: WheelEvent) => turn(event)
    // React's own listener is passive: it could not keep the page from scrolling or zooming.
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [stage])

  return { dragging, on: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } }
}

/** A range of as many bars as before, or as many days where it does not stand on bars, from another first day; it stays on the axis. */
export function moveRange(range: Range, from: number, bins: Pick<Bins, 'unit' | 'step'>, whole: Axis): Range {
  const start = Math.min(Math.max(from, edgeFrom(Math.floor(whole.from), 0, bins)), edgeFrom(Math.ceil(whole.to), 0, bins))
  let bars = 0
  while (edgeFrom(range.from, bars, bins) < range.end && bars < 5000) bars++
  const end = edgeFrom(range.from, bars, bins) === range.end && edgeFrom(range.from, 0, bins) === range.from ? edgeFrom(start, bars, bins) : start + range.end - range.from
  return { from: start, end }
}
