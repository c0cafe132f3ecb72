import { outline } from '../../lib/gazetteer/outlines'
import { select } from '../../lib/columns/select'
import { textOf } from '../../lib/messages'
import { routes } from '../../lib/publish/handle'
import { keptPicture } from '../../lib/publish/preview/kept'
import { readOptions } from '../../lib/publish/preview/options'
import { renderPicture } from '../../lib/publish/preview/render'
import { etagOf, notModified } from '../../lib/publish/response'
import { parseView } from '../../lib/query'
import { mapColumns } from '../../lib/store/columns'
import { findIds, getIncident } from '../../lib/store/incidents'
import { serverStore } from '../../lib/store/open'
import { isLocale } from '../../lib/text'
import { formatView } from '../../lib/view'

/** The preview image of a link, or the map of a view as a picture; what of the view is broken is left out, as on the page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET(request) {
    const { searchParams } = new URL(request.url)
    const options = readOptions(searchParams)
    const { view } = parseView(searchParams)
    const lang = searchParams.get('lang')
    const locale = isLocale(lang) ? lang : 'en'
    const store = await serverStore()
    const { revision, columns } = await mapColumns(store)
    // What is drawn depends on these alone: neither the list's order nor what stands open beside the map is in the picture.
    const key = JSON.stringify([revision, formatView({ ...view, sort: undefined, panel: undefined, stack: undefined }), options, locale])
    const etag = etagOf(key)
    const headers = { ETag: etag, 'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400', 'Access-Control-Allow-Origin': '*' }
    const unchanged = notModified(request, etag)
    if (unchanged) return unchanged
    const png = await keptPicture(key, async () => {
      // By the store, which knows the ids of old as well.
      const incident = view.incident === undefined ? undefined : await getIncident(store, view.incident)
      const open = incident && columns.rowOf.get(incident.id)
      const report = incident?.reports[0]
      const said = view.q === undefined ? null : Uint8Array.from(columns.ids, () => 0)
      if (said) {
        for (const id of await findIds(store, { q: view.q! })) {
          const row = columns.rowOf.get(id)
          if (row !== undefined) said[row] = 1
        }
      }
      return renderPicture({ view, columns, rows: select(columns, view, said).rows, open, told: report && { quote: report.evidence.quote, publisher: report.source.publisher ?? null }, text: textOf(locale), outline }, options)
    })
    return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', ...headers } })
  },
})
