'use client'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ComponentType } from 'react'
import type { EmbedOptions } from '../lib/embed'
import type { MapPosition, Notice, View } from '../lib/view'
import { CopyLink } from './copy-link'
import { EmbedOpen } from './embed-open'
import { FocusOnOpen } from './focus-on-open'
import { FilterPanel } from './filter-panel'
import { Icon } from './icon'
import { IncidentCard } from './incident-card'
import { IncidentList, IncidentRow } from './incident-list'
import { countTypes, isPlaced, matches, type Item } from './incidents'
import { phone, useMedia } from './media'
import { Notices } from './notices'
import { SearchField } from './search-field'
import { ShareButton } from './share-button'
import { Sheet, type Snap } from './sheet'
import { ThemeSwitch, useTheme, type ThemeChoice } from './theme-switch'
import { useHighlight } from './use-highlight'
import { useIncidents } from './use-incidents'
import { useSearch } from './use-search'
import { useView } from './view'
import { hrefOf } from './view-href'
import { count, plural } from './words'
import type { Basemap, MapProps, MapView } from './map/incident-map'

/** The map needs a window to measure. Its code is asked for at once, before the page around it comes to life. */
const mapCode = typeof window === 'undefined' ? null : import('./map/incident-map')

function MapWhenLoaded({ shown, ...props }: MapProps & { shown: boolean }) {
  const [code, setCode] = useState<{ default: ComponentType<MapProps> } | null>(null)
  useEffect(function takeMap() {
    mapCode?.then(setCode, (error: unknown) => setCode(() => { throw error }))
  }, [])
  return shown && code ? <code.default {...props} /> : <div className="map-placeholder" />
}

type Props = { view: View; notices: Notice[]; theme: ThemeChoice; basemap: Basemap; /** In a frame of another page, with these parts. */ embed?: EmbedOptions }

/** Where the reader was before an incident or a stack opened, to go back there when it closes. */
function focusBack(id: string | undefined, origin: HTMLElement | null) {
  requestAnimationFrame(() => {
    const active = document.activeElement
    if (active && active !== document.body && active.isConnected && !active.closest('.card')) return
    const target = origin?.isConnected ? origin : id ? document.querySelector<HTMLElement>(`[data-incident="${id}"]`) : null
    ;(target ?? document.querySelector<HTMLElement>('.leaflet-container'))?.focus({ preventScroll: true })
  })
}

export function Explorer({ view: initialView, notices: initialNotices, theme: initialTheme, basemap, embed }: Props) {
  const { view, notices, restored, change, dismissNotices } = useView({ view: initialView, notices: initialNotices })
  const { theme, setTheme } = useTheme(initialTheme)
  const { items, error, retry } = useIncidents()
  useHighlight()
  const small = useMedia(phone)
  const short = useMedia('(max-height: 420px)')
  const [snap, setSnap] = useState<Snap>(initialView.incident ? 'half' : 'peek')
  const [filtersAsked, setFiltersOpen] = useState<boolean | null>(null)
  // On a phone the sheet has room for one of the two, and the list is what one pulls it up for.
  const filtersOpen = filtersAsked ?? !(small || embed)
  const [mapView, setMapView] = useState<MapView | null>(null)
  const [stack, setStack] = useState<{ ids: string[]; at: { lat: number; lon: number } } | null>(null)
  const origin = useRef<HTMLElement | null>(null)
  const search = useCallback((text: string) => change({ q: text || undefined }), [change])

  const filters = useMemo(() => ({ type: view.type, status: view.status, from: view.from, to: view.to, q: view.q }), [view.type, view.status, view.from, view.to, view.q])
  const deferred = useDeferredValue(filters)
  const says = useSearch(Boolean(view.q))
  const ready = items !== null && (!deferred.q || says !== null)
  const found = useMemo(() => (ready ? items.filter((item) => matches(item, deferred, says)) : null), [ready, items, deferred, says])
  const counts = useMemo(() => (ready ? countTypes(items, deferred, says) : null), [ready, items, deferred, says])
  // What is only announced lies ahead of the news: "last week" does not count back from there.
  const newest = useMemo(() => items?.reduce<string | null>((latest, { when, status }) => (when && status !== 'planned' && (!latest || when.to > latest) ? when.to : latest), null) ?? null, [items])
  // By its own id, or by that of a report it now holds: a link sent before two incidents became one still opens it.
  const byId = useMemo(() => new Map([...(items ?? []).flatMap((item) => item.sources.map(({ id }) => [id, item] as const)), ...(items ?? []).map((item) => [item.id, item] as const)]), [items])
  const placed = useMemo(() => (found ?? []).filter(isPlaced), [found])
  const unplaced = useMemo(() => (found ?? []).filter((item) => !isPlaced(item)), [found])
  const { inView, elsewhere } = useMemo(() => {
    const here: Item[] = []
    const away: Item[] = []
    for (const item of placed) (!mapView || mapView.shows(item.place) ? here : away).push(item)
    return { inView: here, elsewhere: away }
  }, [placed, mapView])

  const selected = view.incident ? byId.get(view.incident) : undefined
  const gone = Boolean(items && view.incident && !selected)
  const stackItems = useMemo(() => stack?.ids.flatMap((id) => byId.get(id) ?? []) ?? [], [stack, byId])

  const position = useRef<MapPosition | null>(null)
  const open = useCallback((id: string) => {
    const active = document.activeElement
    if (active instanceof HTMLElement && !active.closest('.card')) origin.current = active
    setStack(null)
    change({ incident: id }, { push: true, ...(position.current ? { from: { map: position.current } } : {}) })
    setSnap((now) => (now === 'full' ? 'half' : now === 'peek' ? 'half' : now))
  }, [change])
  const close = useCallback(() => {
    setStack(null)
    if (view.incident) change({ incident: undefined })
    focusBack(selected?.id ?? view.incident, origin.current)
    origin.current = null
  }, [change, view.incident, selected?.id])
  const openStack = useCallback((ids: string[], at: { lat: number; lon: number }) => {
    const active = document.activeElement
    if (active instanceof HTMLElement) origin.current = active
    if (view.incident) change({ incident: undefined })
    setStack({ ids, at })
    setSnap('half')
  }, [change, view.incident])
  const moved = useCallback((next: MapView, byHand: boolean) => {
    position.current = next.position
    setMapView(next)
    if (byHand) change({ map: next.position })
  }, [change])

  useEffect(function closeOnEscape() {
    if (!selected && !stack) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [selected, stack, close])

  const filtered = Boolean(view.type || view.status || view.from || view.to || view.q)
  const clear = () => {
    change({ type: undefined, status: undefined, from: undefined, to: undefined, q: undefined })
  }
  // Kept as they are until they show something else, so that a popup is not drawn anew with every move of the map.
  const card = useMemo(() => (selected ? <IncidentCard item={selected} onClose={close} titleId="incident-title" /> : null), [selected, close])
  const stackList = useMemo(() => stack && (
    <div className="card stack">
      <header className="card-head">
        <div className="card-title"><h2 id="incident-title">{plural(stackItems.length, 'incident')} here</h2></div>
        <button type="button" className="icon-button" onClick={close} aria-label="Close"><Icon name="close" /></button>
      </header>
      <ul className="rows">{stackItems.map((item) => <IncidentRow key={item.id} item={item} selected={false} onOpen={open} />)}</ul>
    </div>
  ), [stack, stackItems, close, open])
  const detail = card ?? stackList
  // A phone has no room beside a marker, and an unplaced incident has no marker: both show in the panel.
  const inPanel = detail && (small || (embed && short) || (selected && !isPlaced(selected)))
  const popup = detail && !inPanel ? detail : null
  const popupAt = selected && isPlaced(selected) ? { lat: selected.place.lat, lon: selected.place.lon } : stack?.at ?? null

  const shown = () => ({ ...view, ...(mapView ? { map: mapView.position } : {}) })
  const summary = !found ? 'Loading incidents…' : found.length === 0 ? 'No incidents match' : filtered && items ? `${count(found.length)} of ${plural(items.length, 'incident')}` : plural(found.length, 'incident')

  return (
    <div className={embed ? `app is-embed${embed.list ? ' has-list' : ''}` : 'app'}>
      {embed ? null : <>
      <a className="skip" href="#list">Skip to the list</a>
      <header className="bar">
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- a full load starts afresh, filters and all */}
        <a href="/" className="wordmark" aria-label="Dateline, start afresh">Dateline</a>
        <SearchField value={view.q ?? ''} onSearch={search} />
        <div className="bar-actions">
          <CopyLink label="Copy link" href={() => hrefOf(shown())} />
          <ShareButton shown={() => ({ view: shown(), mapSize: sizeOf(document.querySelector('.stage')), ids: [...inView, ...unplaced].map(({ id }) => id) })} />
          <ThemeSwitch theme={theme} setTheme={setTheme} />
        </div>
      </header>
      </>}
      <main className="stage" data-drawn={theme} aria-label="Map of incidents">
        <MapWhenLoaded shown={Boolean(initialView.map || found || error)} items={placed} selected={selected && isPlaced(selected) ? selected : null} initial={initialView.map ?? null} position={view.map ?? null} restored={restored} small={small} theme={theme} basemap={basemap} onMove={moved} onOpen={open} onStack={openStack} popup={popup} popupAt={popupAt} onClosePopup={close} />
        <Notices notices={notices} gone={gone} onDismiss={() => { dismissNotices(); if (gone) change({ incident: undefined }) }} />
        {error ? (
          <div className="message" role="alert">
            <h2>The incidents could not be loaded</h2>
            <p>{error} The map itself works; check that the server is running, then try again.</p>
            <button type="button" className="primary-button" onClick={retry}>Try again</button>
          </div>
        ) : null}
      {embed ? <EmbedOpen href={hrefOf(shown())} /> : null}
      {embed && inPanel ? <div className="embed-card" role="dialog" aria-labelledby="incident-title"><FocusOnOpen key={selected?.id ?? stack?.ids.join()}>{detail}</FocusOnOpen></div> : null}
      </main>
      {embed && !embed.list ? <p className="visually-hidden" role="status">{summary}</p> : <Sheet snap={snap} setSnap={setSnap} label="Filters and list" head={
        <div className="panel-head">
          <p className="summary" role="status">{summary}</p>
          {filtered ? <button type="button" className="text-button" onClick={clear}>Clear filters</button> : null}
          <button type="button" className="chip filter-switch" aria-expanded={filtersOpen} aria-controls="filters" onClick={() => { setFiltersOpen(!filtersOpen); if (snap === 'peek') { setSnap('half'); setFiltersOpen(true) } }}>
            <Icon name="filter" /> Filters
          </button>
        </div>
      }>
        {inPanel && !embed ? <div className="panel-detail" role="region" aria-labelledby="incident-title"><FocusOnOpen key={selected?.id ?? stack?.ids.join()}>{detail}</FocusOnOpen></div> : null}
        <div id="filters" hidden={!filtersOpen || Boolean(inPanel && small)}><FilterPanel view={view} counts={counts} newest={newest} change={change} /></div>
        <div id="list" tabIndex={-1} hidden={Boolean(inPanel && small)}>
          {!items && !error ? <div className="skeleton" aria-hidden="true"><i /><i /><i /><i /></div> : null}
          {found && found.length === 0 ? (
            <div className="empty">
              <h2>{items?.length ? 'Nothing matches these filters' : 'There are no incidents yet'}</h2>
              {items?.length
                ? <><p>Widen the dates, choose more types or search for fewer words.</p><button type="button" className="primary-button" onClick={clear}>Clear all filters</button></>
                : <p>Add articles with <code>npm run ingest -- my-articles/</code> and reload this page.</p>}
            </div>
          ) : null}
          {found?.length ? <IncidentList inView={inView} elsewhere={elsewhere} unplaced={unplaced} selected={selected?.id ?? view.incident} onOpen={open} /> : null}
        </div>
      </Sheet>}
    </div>
  )
}

function sizeOf(element: Element | null): { width: number; height: number } | null {
  return element && { width: element.clientWidth, height: element.clientHeight }
}
