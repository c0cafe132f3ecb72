import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { preload } from 'react-dom'
import { Explorer } from '../components/explorer'
import { parseView } from '../lib/query'
import { basemapSetting } from './basemap-setting'

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
  return <Explorer view={view} notices={notices} theme={theme === 'light' || theme === 'dark' ? theme : null} basemap={basemapSetting()} />
}
