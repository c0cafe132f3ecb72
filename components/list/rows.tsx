'use client'
import { useEffect, useId, useMemo, useRef, type PointerEvent, type ReactNode } from 'react'
import type { Columns } from '../../lib/columns/columns'
import { useDetails } from '../details'
import { highlight } from '../highlight'
import { useText } from '../text'
import { GroupHeading } from './heading'
import { rowPixels, windowOf, type Block, type Layout, type SectionLayout } from './layout'
import { Row } from './row'
import { useRoving } from './use-roving'
import { useWindow } from './use-window'

type Props = { columns: Columns; layout: Layout; selected: string | undefined; onOpen(id: string): void; /** Of the list itself, where its sections have no titles. */ label?: string }

/** The rows of a layout, of which only those in and near the view are in the page. */
export function Rows({ columns, layout, selected, onOpen, label }: Props) {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  const seen = useWindow(list)
  const { chosen, handlers } = useRoving(list, columns, layout, selected)
  const shown = useMemo(() => layout.sections.map((section) => ({ section, parts: windowOf(section, seen.top, seen.bottom, [chosen]) })), [layout, seen, chosen])
  const ids = useMemo(() => shown.flatMap(({ parts }) => parts.flatMap(({ block, rows }) => rows.map((i) => columns.ids[block.rows[i]!]!))), [shown, columns])
  const details = useDetails(ids, columns.revision)

  useEffect(function lightRow() {
    let lit: Element | null = null
    const light = (row: number | null) => {
      lit?.classList.remove('is-lit')
      lit = row === null ? null : (list.current?.querySelector(`[data-row="${row}"]`) ?? null)
      lit?.classList.add('is-lit')
    }
    light(highlight.get())
    const end = highlight.subscribe(light)
    return () => {
      end()
      lit?.classList.remove('is-lit')
    }
  }, [shown])
  const point = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    highlight.set(rowUnder(event.target))
  }

  return (
    <div ref={list} className="windowed" style={{ height: layout.height }} onPointerOver={point} onPointerLeave={() => highlight.set(null)}
      onKeyDown={handlers.onKeyDown} onFocus={(event) => { handlers.onFocus(event); highlight.set(rowUnder(event.target)) }} onBlur={(event) => { handlers.onBlur(event); highlight.set(null) }}>
      {shown.map(({ section, parts }) => (
        <Section key={section.name} section={section}>
          {parts.map(({ block, rows }) => (
            <div key={block.first} className="list-group" style={{ top: block.top, height: block.height }}>
              <GroupHeading heading={block.heading} count={block.rows.length} />
              <ul className="rows" aria-label={label}>
                {rows.map((i) => {
                  const row = block.rows[i]!
                  return <Row key={row} columns={columns} row={row} item={details.items.get(columns.ids[row]!)} selected={columns.ids[row] === selected} reached={block.first + i === chosen} showDate={showsDate(block)} position={block.first + i - section.first + 1} size={section.count} top={block.head + i * rowPixels} height={rowPixels} onOpen={onOpen} />
                })}
              </ul>
            </div>
          ))}
        </Section>
      ))}
      {details.failed ? <p className="list-failed" role="alert">{t('list.failed')} <button type="button" className="text-button" onClick={details.retry}>{t('list.retry')}</button></p> : null}
    </div>
  )
}

function Section({ section: { name, height, count, top }, children }: { section: SectionLayout; children: ReactNode }) {
  const { t, number } = useText()
  const titleId = useId()
  if (!name) return <div className="list-section" style={{ top, height }}>{children}</div>
  return (
    <section className="list-section" style={{ top, height }} aria-labelledby={titleId}>
      <h2 className="list-title"><span id={titleId}>{t(`list.${name}`)}</span> <span className="list-count">{number(count)}</span></h2>
      {name === 'unplaced' ? <p className="list-note">{t('list.unplacedNote')}</p> : null}
      {children}
    </section>
  )
}

/** Under a heading of the day itself a row need not repeat it. */
const showsDate = ({ heading }: Block): boolean => heading?.kind !== 'date'

function rowUnder(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
  return row === undefined ? null : Number(row)
}
