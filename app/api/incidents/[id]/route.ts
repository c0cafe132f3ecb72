import { DatelineError } from '../../../../lib/errors'
import { toFeature } from '../../../../lib/publish/geojson'
import { routes } from '../../../../lib/publish/handle'
import { etagOf, jsonResponse, notModified } from '../../../../lib/publish/response'
import { getIncident } from '../../../../lib/store/incidents'
import { revision, serverStore } from '../../../../lib/store/open'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ params: Promise<{ id: string }> }>({
  async GET(request, { params }) {
    const { id } = await params
    const store = await serverStore()
    const incident = await getIncident(store, id)
    if (!incident) throw new DatelineError('not-found', `There is no incident ${JSON.stringify(id)}.`)
    const etag = etagOf(await revision(store), id)
    return notModified(request, etag) ?? jsonResponse(toFeature(incident), { type: 'application/geo+json', headers: { ETag: etag } })
  },
})
