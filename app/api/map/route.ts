import { routes } from '../../../lib/publish/handle'
import { etagOf, jsonResponse, notModified } from '../../../lib/publish/response'
import { parseNothing } from '../../../lib/query'
import { mapColumns } from '../../../lib/store/columns'
import { serverStore } from '../../../lib/store/open'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET(request) {
    parseNothing(new URL(request.url).searchParams)
    const { revision, json } = await mapColumns(await serverStore())
    const etag = etagOf(revision)
    return notModified(request, etag) ?? jsonResponse(json, { headers: { ETag: etag } })
  },
})
