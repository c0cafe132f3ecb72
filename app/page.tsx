import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { preload } from 'react-dom'
import { PlainList, plainRows } from '../components/plain-list'
import { Explorer } from '../components/explorer'
import { orderRows } from '../components/list/order'
import { findIncidents } from '../lib/store/incidents'
import { isLocale } from '../lib/text'
import { sortings } from '../lib/view'
import { basemapSetting } from './basemap-setting'
import { serverText } from './server-text'
import { paramsOf, serverAddress, shownBy, type Search, type Shown } from './shown'
import { viewMetadata } from './view-metadata'

type Props = { searchParams: Search }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return viewMetadata(await shownBy(String(await paramsOf(searchParams))), await serverText(), await serverAddress())
}

/** The map. The incidents are fetched while the page's code loads, so neither waits for the other. */
export default async function Page({ searchParams }: Props) {
  await connection()
  const params = await paramsOf(searchParams)
  const shown = await shownBy(String(params))
  const { view, notices } = shown
  const theme = (await cookies()).get('theme')?.value
  preload('/api/map', { as: 'fetch', crossOrigin: 'anonymous', type: 'application/json' })
  return (
    <>
      <noscript><Plain shown={shown} params={params} /></noscript>
      <Explorer view={view} notices={notices} theme={theme === 'light' || theme === 'dark' ? theme : null} basemap={basemapSetting()} />
    </>
  )
}

/** One page of the view's incidents; a page there is none of is the last. */
async function Plain({ shown: { view, store, columns, selection, incident }, params }: { shown: Shown; params: URLSearchParams }) {
  const text = await serverText()
  const rows = orderRows(columns, selection.rows, view.sort ?? sortings[0], text.locale)
  const pages = Math.max(1, Math.ceil(rows.length / plainRows))
  const asked = Number(params.get('page'))
  const page = Number.isInteger(asked) && asked > 0 ? Math.min(asked, pages) : 1
  const ids = Array.from(rows.subarray((page - 1) * plainRows, page * plainRows), (row) => columns.ids[row]!)
  const byId = new Map((await findIncidents(store, { ids })).map((one) => [one.id, one]))
  const lang = params.get('lang')
  return <PlainList text={text} view={view} lang={isLocale(lang) ? lang : null} incidents={ids.flatMap((id) => byId.get(id) ?? [])} open={incident} found={rows.length} byType={selection.byType} page={page} pages={pages} />
}
