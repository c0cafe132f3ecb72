'use client'
import { memo, useEffect, useRef } from 'react'
import type { Histogram } from '../../lib/columns/histogram'
import { incidentTypes } from '../../lib/taxonomy'
import { xOf, type Axis } from './axis'
import { usePalette, type Palette } from './use-palette'

type Props = { histogram: Histogram; axis: Axis; width: number; height: number; /** Incidents the full height stands for. */ most: number }

/** The bars, on one canvas that is drawn anew only when they change: a brush moves over it and touches none of them. */
export const Bars = memo(function Bars({ histogram, axis, width, height, most }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = usePalette()
  useEffect(function draw() {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context || !palette || width <= 0) return
    const ratio = window.devicePixelRatio || 1
    canvas.current.width = Math.round(width * ratio)
    canvas.current.height = Math.round(height * ratio)
    canvas.current.style.width = `${width}px`
    canvas.current.style.height = `${height}px`
    drawBars(context, { histogram, axis, width, height, most }, palette, ratio)
  }, [histogram, axis, width, height, most, palette])
  return <canvas ref={canvas} className="time-bars" aria-hidden="true" />
})

/** In device pixels, every bar on whole ones: edges stay crisp on any screen. */
function drawBars(context: CanvasRenderingContext2D, { histogram: { bins, sure, share }, axis, width, height, most }: Props, palette: Palette, ratio: number) {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
  context.clearRect(0, 0, w, h)
  const line = Math.max(1, Math.round(ratio))
  context.fillStyle = palette.line
  context.fillRect(0, h - line, w, line)
  const hatches = palette.types.map((colour) => hatch(context, colour, ratio))
  const base = h - line
  const least = Math.round(2 * ratio)
  for (let bin = 0; bin + 1 < bins.edges.length; bin++) {
    const left = Math.round(xOf(axis, width, bins.edges[bin]!) * ratio)
    const right = Math.round(xOf(axis, width, bins.edges[bin + 1]!) * ratio)
    const gap = right - left >= 4 * ratio ? line : 0
    const parts: { from: number; to: number; fill: string | CanvasPattern }[] = []
    let sum = 0
    const stack = (counts: ArrayLike<number>[], fills: (string | CanvasPattern)[]) => {
      for (let kind = 0; kind < incidentTypes.length; kind++) {
        const n = counts[kind]![bin]!
        if (n > 0) parts.push({ from: sum, to: (sum += n), fill: fills[kind]! })
      }
    }
    stack(sure, palette.types)
    stack(share, hatches)
    if (!sum) continue
    // A single one among thousands still shows.
    const scale = Math.max(least, (sum / most) * base) / sum
    for (const { from, to, fill } of parts) {
      const [bottom, top] = [Math.round(base - from * scale), Math.round(base - to * scale)]
      context.fillStyle = fill
      context.fillRect(left + gap, top, Math.max(line, right - left - gap), bottom - top)
    }
  }
}

/** Diagonal lines of a colour on a wash of it: "perhaps". The tile repeats without a seam. */
function hatch(context: CanvasRenderingContext2D, colour: string, ratio: number): CanvasPattern | string {
  const side = Math.max(4, Math.round(4 * ratio))
  const tile = document.createElement('canvas')
  tile.width = tile.height = side
  const ink = tile.getContext('2d')
  if (!ink) return colour
  ink.fillStyle = ink.strokeStyle = colour
  ink.globalAlpha = 0.22
  ink.fillRect(0, 0, side, side)
  ink.globalAlpha = 1
  ink.lineWidth = 1.1 * ratio
  ink.beginPath()
  for (const shift of [-side, 0, side]) {
    ink.moveTo(shift - side, side * 2)
    ink.lineTo(shift + side * 2, -side)
  }
  ink.stroke()
  return context.createPattern(tile, 'repeat') ?? colour
}
