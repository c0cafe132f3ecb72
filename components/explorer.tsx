'use client'
import { useCallback, useEffect, useMemo, useRef, useState, type ComponentType } from 'react'
import { mercatorY, placeAt } from '../lib/columns/columns'
import { embedHref, type EmbedOptions } from '../lib/embed'
import type { MapPosition, Notice, View } from '../lib/view'
import { CopyLink } from './copy-link'
import { EmbedOpen } from './embed-open'
import { FilterPanel } from './filter-panel'
import { FocusOnOpen } from './focus-on-open'
import { Icon } from './icon'
import { IncidentPanel } from './incident/incident-panel'
import { IncidentPopup } from './incident/incident-popup'
import { LanguageSwitch } from './language-switch'
import { Legend } from './legend'
import { IncidentList } from './list/incident-list'
import { Stack } from './list/stack'
import type { Basemap } from './map/basemap/basemap'
import type { MapProps } from './map/incident-map'
import type { MapView } from './map/position'
import { phone, useMedia } from './media'
import { Notices } from './notices'
import { SearchField } from './search-field'
import { ShareButton } from './share-button'
import { Sheet, type Snap } from './sheet'
import { useText } from './text'
import { ThemeSwitch, useTheme, type ThemeChoice } from './theme-switch'
import { Timeline } from './timeline/timeline'
import { useOpened } from './use-opened'
import { useSelection } from './use-selection'
import { useView } from './view'
import { hrefOf } from './view-href'

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

const nothing = new Uint32Array()
/** Of a popup with a quote of a few lines. */
const popupPixels = 260
const anything = { type: undefined, status: undefined, precision: undefined, from: undefined, to: undefined, q: undefined }

export function Explorer({ view: initialView, notices: initialNotices, theme: initialTheme, basemap, embed }: Props) {
  const { t } = useText()
  const { view, notices, restored, change, dismissNotices } = useView({ view: initialView, notices: initialNotices }, embed ? (now) => embedHref(now, embed) : hrefOf)
  const { theme, setTheme } = useTheme(initialTheme)
  const { columns, selection, error, searchFailed, retry } = useSelection(view)
  const small = useMedia(phone)
  const short = useMedia('(max-height: 420px)')
  const [snap, setSnap] = useState<Snap>(initialView.incident || initialView.stack ? 'half' : 'peek')
  const [filtersAsked, setFiltersOpen] = useState<boolean | null>(null)
  // On a phone the sheet has room for one of the two, and the list is what one pulls it up for.
  const filtersOpen = filtersAsked ?? !(small || embed)
  const [mapView, setMapView] = useState<MapView | null>(null)
  const [playing, setPlaying] = useState(false)
  const rows = selection?.rows ?? null

  const position = useRef<MapPosition | null>(null)
  const moved = useCallback((next: MapView, byHand: boolean) => {
    position.current = next.position
    setMapView(next)
    if (byHand) change({ map: next.position })
  }, [change])
  const inView = useMemo(() => (columns && mapView ? Uint8Array.from(columns.places, (place) => (mapView.shows(place) ? 1 : 0)) : null), [columns, mapView])

  const opened = useOpened({
    view, columns, rows, zoom: mapView?.position.zoom ?? null, change,
    position: useCallback(() => position.current, []),
    onShow: useCallback(() => setSnap('half'), []),
  })
  const { row, stack, open, openStack, close } = opened
  const place = columns && row !== null ? placeAt(columns, row) : undefined
  const openRow = useCallback((at: number) => open(columns!.ids[at]!), [open, columns])
  const openStackAt = useCallback((lead: number) => openStack(columns!.ids[lead]!), [openStack, columns])
  const search = useCallback((text: string) => change({ q: text || undefined }), [change])
  const sort = useCallback((by: View['sort']) => change({ sort: by }), [change])
  const setRange = useCallback((range: Pick<View, 'from' | 'to'>) => change(range), [change])
  const openPanel = useCallback(() => change({ panel: 'open' }), [change])
  const clear = () => change(anything)

  // A popup stands above its place, where the world may end: the map cannot be moved farther down than that.
  const hasRoom = place !== undefined && (mapView === null || mercatorY(place.lat) * 256 * 2 ** mapView.position.zoom > popupPixels)
  // A phone has no room beside a marker, and what has no place no marker: both show in a panel.
  const isBeside = row !== null && !embed && !small && (view.panel === 'open' || (columns !== null && !hasRoom))
  const isUnder = (row !== null || stack !== null) && (small || Boolean(embed && (short || (row !== null && !hasRoom))))
  // Kept as they are until they show something else, so that a popup is not drawn anew with every move of the map.
  const setCandidate = opened.setCandidate
  const whole = useMemo(() => (columns && rows && row !== null && (isBeside || (isUnder && !embed))
    ? <IncidentPanel columns={columns} rows={rows} row={row} titleId="incident-title" onClose={close} onOpen={open} onCandidate={setCandidate} />
    : null), [columns, rows, row, isBeside, isUnder, embed, close, open, setCandidate])
  const brief = useMemo(() => (columns && row !== null ? <IncidentPopup columns={columns} row={row} titleId="incident-title" onClose={close} onPanel={embed ? undefined : openPanel} /> : null), [columns, row, close, openPanel, embed])
  const stackRows = stack?.rows
  const stackList = useMemo(() => (columns && stackRows ? <Stack columns={columns} rows={stackRows} titleId="incident-title" onOpen={open} onClose={close} /> : null), [columns, stackRows, open, close])
  const under = isUnder ? (row !== null ? whole ?? brief : stackList) : null
  const popup = isUnder || isBeside ? null : row !== null ? brief : stackList
  // The whole panel stays while one walks on in it, and the keyboard with it.
  const openKey = whole ? 'panel' : row !== null ? `incident ${row}` : `stack ${view.stack}`

  const filtered = Boolean(view.type || view.status || view.precision || view.from || view.to || view.q)
  const found = rows?.length ?? 0
  const summary = error !== null ? '' : !columns || !selection ? t('frame.loading') : found === 0 ? t('frame.noneMatch') : filtered ? t('frame.countOf', { found, total: columns.count }) : t('common.incidents', { count: found })
  const shown = () => ({ ...view, ...(mapView ? { map: mapView.position } : {}) })
  const listed = () => {
    const ids: string[] = []
    for (const at of rows ?? nothing) if (columns && (columns.place[at]! < 0 || !inView || inView[columns.place[at]!])) ids.push(columns.ids[at]!)
    return ids
  }

  return (
    <div className={['app', embed && 'is-embed', embed?.list && 'has-list', (!embed || embed.timeline) && 'has-time', isBeside && 'has-detail', error !== null && 'has-failed'].filter(Boolean).join(' ')}>
      {embed ? null : (
        <>
          <a className="skip" href="#list">{t('frame.skipToList')}</a>
          <header className="bar">
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- a full load starts afresh, filters and all */}
            <a href="/" className="wordmark" aria-label={t('frame.wordmark')}>{t('frame.name')}</a>
            <SearchField value={view.q ?? ''} onSearch={search} />
            <div className="bar-actions">
              <CopyLink label={t('frame.copyLink')} href={() => hrefOf(shown())} />
              <ShareButton shown={() => ({ view: shown(), mapSize: sizeOf(document.querySelector('.stage')), ids: listed() })} />
              <LanguageSwitch>{small ? <ThemeSwitch theme={theme} setTheme={setTheme} inMenu /> : null}</LanguageSwitch>
              <ThemeSwitch theme={theme} setTheme={setTheme} />
            </div>
          </header>
        </>
      )}
      <main className="stage" aria-label={t('frame.mapOfIncidents')}>
        {/* What is open may take room beside the map, whose middle the link names: then it waits for both. */}
        <MapWhenLoaded shown={Boolean((initialView.map && !initialView.incident) || selection || error !== null)} columns={columns} rows={rows ?? nothing} selected={place ? row : null} initial={initialView.map ?? null} position={view.map ?? null} restored={restored} small={small} theme={theme} basemap={basemap} candidate={opened.candidate} onMove={moved} onOpen={openRow} onStack={openStackAt} popup={popup} popupAt={popup ? place ?? stack?.at ?? null : null} onClosePopup={close} />
        {!embed || embed.legend ? <Legend view={view} byStatus={selection?.byStatus ?? null} byPrecision={selection?.byPrecision ?? null} change={change} /> : null}
        <Notices notices={notices} gone={opened.gone} searchFailed={searchFailed} onDismiss={() => { dismissNotices(); if (opened.gone) change({ incident: undefined, panel: undefined }) }} />
        {error !== null ? (
          <div className="message" role="alert">
            <h2>{t('frame.cannotLoad')}</h2>
            <p>{error ? t('frame.serverAnswered', { status: error }) : t('frame.serverSilent')} {t('frame.cannotLoadHelp')}</p>
            <button type="button" className="primary-button" onClick={retry}>{t('frame.retry')}</button>
          </div>
        ) : null}
        {embed ? <EmbedOpen href={hrefOf(shown())} /> : null}
        {embed && under ? <div className="embed-card" role="dialog" aria-labelledby="incident-title"><FocusOnOpen key={openKey}>{under}</FocusOnOpen></div> : null}
      </main>
      {!embed || embed.timeline ? <Timeline columns={columns} rows={selection?.anyDate ?? null} from={view.from} to={view.to} newest={selection?.newest ?? null} small={small} onRange={setRange} onPlaying={setPlaying} /> : null}
      {isBeside ? <aside className="detail" aria-labelledby="incident-title"><FocusOnOpen key={openKey}>{whole}</FocusOnOpen></aside> : null}
      {embed && !embed.list ? <p className="visually-hidden" role="status">{summary}</p> : (
        <Sheet snap={snap} setSnap={setSnap} shows={under && small ? openKey : 'list'} label={t('frame.filtersAndList')} head={
          <div className="panel-head">
            {/* While it plays, every step would be announced. */}
            <p className="summary" role="status" aria-live={playing ? 'off' : 'polite'}>{summary}</p>
            {filtered ? <button type="button" className="text-button" onClick={clear}>{t('frame.clearFilters')}</button> : null}
            <button type="button" className="chip filter-switch" aria-expanded={filtersOpen} aria-controls="filters" onClick={() => { setFiltersOpen(!filtersOpen); if (snap === 'peek') { setSnap('half'); setFiltersOpen(true) } }}>
              <Icon name="filter" /> {t('frame.filters')}
            </button>
          </div>
        }>
          {under && !embed ? <div className="panel-detail" role="region" aria-labelledby="incident-title"><FocusOnOpen key={openKey}>{under}</FocusOnOpen></div> : null}
          <div id="filters" hidden={!filtersOpen || Boolean(under && small)}><FilterPanel view={view} byType={selection?.byType ?? null} byStatus={selection?.byStatus ?? null} byPrecision={selection?.byPrecision ?? null} change={change} /></div>
          <div id="list" tabIndex={-1} hidden={Boolean(under && small)}>
            {!selection && error === null ? <div className="skeleton" aria-hidden="true"><i /><i /><i /><i /></div> : null}
            {columns && selection && found === 0 ? (
              <div className="empty">
                <h2>{columns.count ? t('frame.nothingMatches') : t('frame.noneYet')}</h2>
                {columns.count
                  ? <><p>{t('frame.widen')}</p><button type="button" className="primary-button" onClick={clear}>{t('frame.clearAllFilters')}</button></>
                  : <AddArticles />}
              </div>
            ) : null}
            {columns && rows && found ? <IncidentList columns={columns} rows={rows} inView={inView} selected={row} sort={view.sort} onSort={sort} onOpen={open} /> : null}
          </div>
        </Sheet>
      )}
    </div>
  )
}

/** "Add articles with <command> and reload this page." */
function AddArticles() {
  const { t } = useText()
  const mark = '\u0000'
  const [before, after] = t('frame.addArticles', { command: mark }).split(mark)
  return <p>{before}<code>npm run ingest -- my-articles/</code>{after}</p>
}

function sizeOf(element: Element | null): { width: number; height: number } | null {
  return element && { width: element.clientWidth, height: element.clientHeight }
}
