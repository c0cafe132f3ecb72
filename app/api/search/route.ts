import { routes } from '../../../lib/publish/handle'
import { etagOf, jsonResponse, notModified } from '../../../lib/publish/response'
import { parseSearch } from '../../../lib/query'
import { findIds } from '../../../lib/store/incidents'
import { revision, serverStore } from '../../../lib/store/open'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET(request) {
    const q = parseSearch(new URL(request.url).searchParams)
    const store = await serverStore()
    const current = await revision(store)
    const etag = etagOf(current, q)
    return notModified(request, etag) ?? jsonResponse({ revision: current, ids: await findIds(store, { q }) }, { headers: { ETag: etag } })
  },
})
