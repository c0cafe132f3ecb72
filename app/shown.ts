/** What a link shows, for the page, its words and its embed: read once per request. */
import { headers } from 'next/headers'
import { cache } from 'react'
import { publicAddress } from '../lib/address'
import { select, type Selection } from '../lib/columns/select'
import type { Columns } from '../lib/columns/columns'
import { factsOf, type Facts } from '../lib/publish/preview/facts'
import { parseView } from '../lib/query'
import { mapColumns } from '../lib/store/columns'
import { findIds, getIncident } from '../lib/store/incidents'
import { serverStore, type Store } from '../lib/store/open'
import type { Incident } from '../lib/types'
import type { Notice, View } from '../lib/view'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** Next's form of a query as the standard one. */
export async function paramsOf(search: Search): Promise<URLSearchParams> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await search)) {
    for (const one of value === undefined ? [] : Array.isArray(value) ? value : [value]) params.append(name, one)
  }
  return params
}

export type Shown = { view: View; notices: Notice[]; store: Store; columns: Columns; selection: Selection; incident: Incident | undefined; facts: Facts }

/** @param query a query string; one request asks for one again and again and gets one answer */
export const shownBy = cache(async (query: string): Promise<Shown> => {
  const { view, notices } = parseView(new URLSearchParams(query))
  const store = await serverStore()
  const { columns } = await mapColumns(store)
  const selection = select(columns, view, view.q ? await rowsThatSay(store, columns, view.q) : null)
  const incident = view.incident ? await getIncident(store, view.incident) : undefined
  const report = incident?.reports[0]
  const told = report && { quote: report.evidence.quote, publisher: report.source.publisher ?? null }
  return { view, notices, store, columns, selection, incident, facts: factsOf(columns, selection, incident && columns.rowOf.get(incident.id), told) }
})

async function rowsThatSay(store: Store, columns: Columns, q: string): Promise<Uint8Array> {
  const said = new Uint8Array(columns.count)
  for (const id of await findIds(store, { q })) {
    const row = columns.rowOf.get(id)
    if (row !== undefined) said[row] = 1
  }
  return said
}

/** The public address of this server, as this request may be told it. */
export async function serverAddress(): Promise<string> {
  return publicAddress(process.env.DATELINE_URL, (await headers()).get('host'))
}
