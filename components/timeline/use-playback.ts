'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Bins } from '../../lib/columns/histogram'
import { frameOf, makeRun, speeds, type PlayOptions, type Range, type Run } from './playback'

type Given = {
  options: PlayOptions
  bins: Bins | null
  shown: Range | null
  selected: Range | null
  /** Shows a frame; `moving` while more follow. */
  show(range: Range, moving: boolean): void
}

/** Plays from where it stopped as long as nothing else was selected since, else from the start; stops by itself at the end. */
export function usePlayback({ options, bins, shown, selected, show }: Given): { playing: boolean; toggle(): void; stop(): void } {
  const [at, setAt] = useState<{ run: Run; frame: number } | null>(null)
  const [playing, setPlaying] = useState(false)

  const advance = useEffectEvent(() => {
    const next = at && frameOf(at.run, at.frame + 1)
    if (!at || !next) return stop()
    show(next, true)
    setAt({ run: at.run, frame: at.frame + 1 })
  })
  useEffect(function keepTime() {
    if (!playing) return
    const timer = setTimeout(advance, speeds[options.speed])
    return () => clearTimeout(timer)
  }, [playing, at, options.speed])

  function stop() {
    if (!playing) return
    setPlaying(false)
    const last = at && frameOf(at.run, at.frame)
    if (last) show(last, false)
  }
  function toggle() {
    if (playing) return stop()
    if (!bins || !shown) return
    const run = makeRun(options, bins, shown, selected)
    const shownLast = at && frameOf(at.run, at.frame)
    const goesOn = at && shownLast && selected?.from === shownLast.from && selected.end === shownLast.end && frameOf(at.run, at.frame + 1) && at.run.unit === run.unit && at.run.step === run.step && at.run.window === run.window && at.run.end === run.end
    if (!goesOn) {
      const first = frameOf(run, 0)
      if (!first) return
      setAt({ run, frame: 0 })
      show(first, true)
    }
    setPlaying(true)
  }
  return { playing, toggle, stop: () => setPlaying(false) }
}
