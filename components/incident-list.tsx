'use client'
import { useState } from 'react'
import { byDate, headline, placeWords, type Item } from './incidents'
import { tollView } from './tolls'
import { useText } from './text'
import { TypeSymbol } from './type-symbol'
import { count, dateWords, plural, statusWords, typeWords } from './words'

const page = 60

export function IncidentRow({ item, selected, onOpen, showDate = true }: { item: Item; selected: boolean; onOpen(id: string): void; showDate?: boolean }) {
  const text = useText()
  const toll = (tollView(text, item, 'killed') ?? tollView(text, item, 'injured'))?.text
  return (
    <li>
      <button type="button" className="row" aria-current={selected || undefined} data-incident={item.id} onClick={() => onOpen(item.id)}>
        <TypeSymbol type={item.type} status={item.status} />
        <span className="row-text">
          <span className="row-head">
            <span className="row-place">{placeWords(item)}</span>
            {showDate ? <span className="row-date">{dateWords(item.when?.edtf)}</span> : null}
          </span>
          <span className="row-quote" dir="auto">{headline(item)}</span>
          <span className="row-meta">
            {[typeWords[item.type], item.status === 'happened' ? null : statusWords[item.status].name.toLowerCase(), toll, item.sources.length > 1 ? plural(item.sources.length, 'report') : null].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  )
}

function Section({ title, note, items, selected, onOpen }: { title: string; note?: string; items: Item[]; selected: string | undefined; onOpen(id: string): void }) {
  const [shown, setShown] = useState(page)
  if (items.length === 0) return null
  const sorted = [...items].sort(byDate)
  return (
    <section className="list-section" aria-label={title}>
      <h2 className="list-title">{title} <span className="list-count">{count(items.length)}</span></h2>
      {note ? <p className="list-note">{note}</p> : null}
      <ul className="rows">
        {sorted.slice(0, shown).map((item) => <IncidentRow key={item.id} item={item} selected={item.id === selected} onOpen={onOpen} />)}
      </ul>
      {items.length > shown ? <button type="button" className="chip more" onClick={() => setShown(shown + page)}>Show {Math.min(page, items.length - shown)} more</button> : null}
    </section>
  )
}

/** Every incident that passes the filters: on the map as it stands, elsewhere, and those no article places. */
export function IncidentList({ inView, elsewhere, unplaced, selected, onOpen }: { inView: Item[]; elsewhere: Item[]; unplaced: Item[]; selected: string | undefined; onOpen(id: string): void }) {
  return (
    <div className="list">
      <Section title="On the map now" items={inView} selected={selected} onOpen={onOpen} />
      <Section title="Elsewhere" items={elsewhere} selected={selected} onOpen={onOpen} />
      <Section title="Unplaced" note="The articles do not say where these happened, so they have no point." items={unplaced} selected={selected} onOpen={onOpen} />
    </div>
  )
}
