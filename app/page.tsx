import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { preload } from 'react-dom'
import { PlainList } from '../components/plain-list'
import { Explorer } from '../components/explorer'
import { parseView } from '../lib/query'
import { countAll, findIncidents } from '../lib/store/incidents'
import { serverStore } from '../lib/store/open'
import { basemapSetting } from './basemap-setting'

/** How many incidents the page has in plain HTML for those who read it without its code. */
const plainRows = 60

type Search = Promise<Record<string, string | string[] | undefined>>

/** The map. The incidents are fetched while the page's code loads, so neither waits for the other. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  await connection()
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams)) {
    for (const one of value === undefined ? [] : Array.isArray(value) ? value : [value]) params.append(name, one)
  }
  const { view, notices } = parseView(params)
  const theme = (await cookies()).get('theme')?.value
  preload('/api/incidents', { as: 'fetch', crossOrigin: 'anonymous', type: 'application/geo+json' })
  const store = await serverStore()
  return (
    <>
      <noscript><PlainList incidents={await findIncidents(store, view, plainRows)} stored={await countAll(store)} /></noscript>
      <Explorer view={view} notices={notices} theme={theme === 'light' || theme === 'dark' ? theme : null} basemap={basemapSetting()} />
    </>
  )
}
