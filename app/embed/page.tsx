import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { preload } from 'react-dom'
import { Explorer } from '../../components/explorer'
import { parseEmbed, themes } from '../../lib/embed'
import { basemapSetting } from '../basemap-setting'
import { serverText } from '../server-text'
import { paramsOf, serverAddress, shownBy, type Search } from '../shown'
import { viewMetadata } from '../view-metadata'

type Props = { searchParams: Search }

/** Its own page is the one to find: the frame names it and is not listed itself. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { ...viewMetadata(await shownBy(String(await paramsOf(searchParams))), await serverText(), await serverAddress()), robots: { index: false } }
}

/** The same view in a frame of somebody else's page. */
export default async function EmbedPage({ searchParams }: Props) {
  await connection()
  const params = await paramsOf(searchParams)
  const options = parseEmbed(params)
  const chosen = (await cookies()).get('theme')?.value
  preload('/api/map', { as: 'fetch', crossOrigin: 'anonymous', type: 'application/json' })
  const { view, notices } = await shownBy(String(params))
  return <Explorer view={view} notices={notices} theme={options.theme ?? themes.find((theme) => theme === chosen) ?? null} basemap={basemapSetting()} embed={options} />
}
