'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { rowsAt } from '../lib/columns/cluster'
import { placeAt, type Columns } from '../lib/columns/columns'
import type { MapPosition, View } from '../lib/view'
import { useDetails } from './details'
import type { CandidatePlace } from './map/candidate'
import { clusteringOf } from './map/clusterings'
import type { ViewState } from './view'

type Given = { view: View; columns: Columns | null; rows: Uint32Array | null; zoom: number | null; change: ViewState['change']; position(): MapPosition | null; onShow(): void }
export type Opened = {
  /** Row of the open incident; null when none is. */
  row: number | null
  /** The link's incident is not there any more. */
  gone: boolean
  /** Rows of the open stack, and where it is. */
  stack: { rows: number[]; at: { lat: number; lon: number } } | null
  candidate: CandidatePlace | null
  setCandidate(place: CandidatePlace | null): void
  open(id: string): void
  openStack(id: string): void
  close(): void
}

/** Where the reader was before something opened, to go back there when it closes. */
function focusBack(id: string | undefined, origin: HTMLElement | null) {
  requestAnimationFrame(() => {
    const active = document.activeElement
    if (active && active !== document.body && active.isConnected && !active.closest('.card')) return
    const target = origin?.isConnected ? origin : id ? document.querySelector<HTMLElement>(`[data-incident="${CSS.escape(id)}"]`) : null
    ;(target ?? document.querySelector<HTMLElement>('.leaflet-container'))?.focus({ preventScroll: true })
  })
}

/** The one thing that is open, an incident or a stack: from the view, and back into it. */
export function useOpened({ view, columns, rows, zoom, change, position, onShow }: Given): Opened {
  const origin = useRef<HTMLElement | null>(null)
  const asked = useMemo(() => (view.incident ? [view.incident] : []), [view.incident])
  const details = useDetails(asked, columns?.revision)
  const answer = view.incident ? details.items.get(view.incident) : undefined
  // A link sent before two incidents became one names a report: its texts tell which incident holds it now.
  const found = (view.incident === undefined ? undefined : columns?.rowOf.get(view.incident) ?? (answer ? columns?.rowOf.get(answer.id) : undefined)) ?? null
  const gone = Boolean(columns && view.incident && found === null && answer === null)

  const [candidate, setCandidate] = useState<CandidatePlace | null>(null)
  const [candidateOf, setCandidateOf] = useState(view.incident)
  if (candidateOf !== view.incident) {
    setCandidateOf(view.incident)
    setCandidate(null)
  }

  const stack = useMemo(() => {
    const lead = view.stack === undefined ? undefined : columns?.rowOf.get(view.stack)
    if (!columns || !rows || zoom === null || lead === undefined || !placeAt(columns, lead)) return null
    const { spots, spotOf } = clusteringOf(columns, rows, Math.round(zoom))
    const spot = spots[spotOf[columns.place[lead]!]!]
    return spot && spot.total > 1 ? { rows: rowsAt(columns, rows, spot), at: { lat: spot.lat, lon: spot.lon } } : null
  }, [columns, rows, zoom, view.stack])

  const remember = useCallback(() => {
    const active = document.activeElement
    if (active instanceof HTMLElement && !active.closest('.card')) origin.current = active
  }, [])
  const open = useCallback((id: string) => {
    remember()
    const map = position()
    change({ incident: id, stack: undefined }, { push: true, ...(map ? { from: { map } } : {}) })
    onShow()
  }, [change, remember, position, onShow])
  const openStack = useCallback((id: string) => {
    remember()
    const map = position()
    change({ incident: undefined, panel: undefined, stack: id, ...(map ? { map } : {}) })
    onShow()
  }, [change, remember, position, onShow])
  const close = useCallback(() => {
    change({ incident: undefined, panel: undefined, stack: undefined })
    focusBack(view.incident ?? view.stack, origin.current)
    origin.current = null
  }, [change, view.incident, view.stack])

  const isOpen = found !== null || stack !== null
  useEffect(function closeOnEscape() {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen, close])

  return { row: found, gone, stack, candidate, setCandidate, open, openStack, close }
}
