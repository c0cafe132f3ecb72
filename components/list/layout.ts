/** Where everything of the list stands, in pixels from its top: heights are fixed, so nothing need be drawn to know it. */
import type { Columns } from '../../lib/columns/columns'
import type { Locale } from '../../lib/text'
import type { Sorting } from '../../lib/view'
import { groupRows, orderRows, type Group } from './order'

export type SectionName = 'here' | 'elsewhere' | 'unplaced'
/** `top` from the section's; `first` is the position of its first row among all rows of the list. */
export type Block = Group & { top: number; height: number; head: number; first: number }
export type SectionLayout = { name: SectionName | null; top: number; height: number; head: number; first: number; count: number; blocks: Block[] }
export type Layout = { height: number; sections: SectionLayout[]; /** All rows in the list's order. */ rows: Uint32Array }

export const rowPixels = 104
const sectionPixels = 40
const notePixels = 46
const headingPixels = 32

/**
 * @param inView place → 1 where the map shows it; null before the map has said
 */
export function layOut(columns: Columns, rows: Uint32Array, inView: Uint8Array | null, sort: Sorting, locale: Locale): Layout {
  const ordered = orderRows(columns, rows, sort, locale)
  const parts = { here: new Uint32Array(rows.length), elsewhere: new Uint32Array(rows.length), unplaced: new Uint32Array(rows.length) }
  const counts = { here: 0, elsewhere: 0, unplaced: 0 }
  for (let i = 0; i < ordered.length; i++) {
    const place = columns.place[ordered[i]!]!
    const name: SectionName = place < 0 ? 'unplaced' : inView && !inView[place] ? 'elsewhere' : 'here'
    parts[name][counts[name]++] = ordered[i]!
  }
  const layout: Layout = { height: 0, sections: [], rows: new Uint32Array(rows.length) }
  for (const name of ['here', 'elsewhere', 'unplaced'] as const) {
    const own = parts[name].subarray(0, counts[name])
    if (own.length) append(layout, name, sectionPixels + (name === 'unplaced' ? notePixels : 0), groupRows(columns, own, sort), own)
  }
  return layout
}

/** Rows as they are, without headings. */
export function layOutPlain(rows: Uint32Array): Layout {
  const layout: Layout = { height: 0, sections: [], rows: new Uint32Array(rows.length) }
  append(layout, null, 0, [{ heading: null, rows }], rows)
  return layout
}

function append(layout: Layout, name: SectionName | null, head: number, groups: Group[], rows: Uint32Array): void {
  const previous = layout.sections.at(-1)
  const first = previous ? previous.first + previous.count : 0
  let [top, at] = [head, first]
  const blocks = groups.map((group): Block => {
    const own = group.heading ? headingPixels : 0
    const block = { ...group, top, head: own, height: own + group.rows.length * rowPixels, first: at }
    top += block.height
    at += group.rows.length
    return block
  })
  layout.rows.set(rows, first)
  layout.sections.push({ name, top: layout.height, height: top, head, first, count: rows.length, blocks })
  layout.height += top
}

/**
 * What of a section to draw: blocks that reach into [top, bottom], each with the indices of its rows that do.
 * @param keep positions drawn wherever they are: a row with the keyboard on it must not vanish
 */
export function windowOf(section: SectionLayout, top: number, bottom: number, keep: readonly number[]): { block: Block; rows: number[] }[] {
  const shown: { block: Block; rows: number[] }[] = []
  for (let i = firstBelow(section.blocks, top - section.top); i < section.blocks.length && section.top + section.blocks[i]!.top <= bottom; i++) {
    const block = section.blocks[i]!
    const from = section.top + block.top + block.head
    const begin = Math.max(0, Math.floor((top - from) / rowPixels))
    const end = Math.min(block.rows.length, Math.ceil((bottom - from) / rowPixels))
    shown.push({ block, rows: Array.from({ length: Math.max(0, end - begin) }, (_, n) => begin + n) })
  }
  for (const position of keep) {
    const block = section.blocks[blockOf(section, position)]
    if (!block || position < section.first || position >= section.first + section.count) continue
    let held = shown.find((one) => one.block === block)
    if (!held) shown.push((held = { block, rows: [] }))
    if (!held.rows.includes(position - block.first)) held.rows.push(position - block.first)
    held.rows.sort((a, b) => a - b)
  }
  return shown.sort((a, b) => a.block.top - b.block.top)
}

/** Index of the first block that ends below `y`. */
function firstBelow(blocks: Block[], y: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.top + blocks[middle]!.height < y) low = middle + 1
    else high = middle
  }
  return low
}

function blockOf({ blocks }: SectionLayout, position: number): number {
  let [low, high] = [0, blocks.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.first <= position) low = middle
    else high = middle - 1
  }
  return low
}
