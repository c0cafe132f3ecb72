import { DatelineError } from '../../../../lib/errors'
import { outline } from '../../../../lib/gazetteer/outlines'
import { toAreaFeature } from '../../../../lib/publish/area'
import { routes } from '../../../../lib/publish/handle'
import { etagOf, jsonResponse, notModified } from '../../../../lib/publish/response'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ params: Promise<{ key: string }> }>({
  async GET(request, { params }) {
    const { key } = await params
    const rings = outline(key)
    if (!rings) throw new DatelineError('not-found', `There is no area ${JSON.stringify(key)}.`)
    const body = JSON.stringify(toAreaFeature(key, rings))
    const etag = etagOf(body)
    // An outline changes only when the gazetteer is built anew.
    const headers = { ETag: etag, 'Cache-Control': 'public, max-age=86400' }
    return notModified(request, etag) ?? jsonResponse(body, { type: 'application/geo+json', headers })
  },
})
