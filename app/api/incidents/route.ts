import { DatelineError } from '../../../lib/errors'
import { toFeatureCollection } from '../../../lib/publish/geojson'
import { routes } from '../../../lib/publish/handle'
import { etagOf, jsonResponse, notModified } from '../../../lib/publish/response'
import { parseFilters } from '../../../lib/query'
import { countAll, countByType, findIncidents, timeExtent } from '../../../lib/store/incidents'
import { revision, serverStore } from '../../../lib/store/open'
import { incidentTypes, type IncidentType } from '../../../lib/taxonomy'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET(request) {
    const { searchParams } = new URL(request.url)
    const filters = parseFilters(searchParams, ['layer'])
    const layer = parseLayer(searchParams.get('layer'))
    const wanted = layer ? { ...filters, type: filters.type ? filters.type.filter((type) => type === layer) : [layer] } : filters

    const store = await serverStore()
    const etag = etagOf(await revision(store), searchParams.toString())
    const held = notModified(request, etag)
    if (held) return held
    const incidents = await findIncidents(store, wanted)
    const about = { stored: await countAll(store), counts: await countByType(store, wanted), extent: await timeExtent(store, wanted) }
    return jsonResponse(toFeatureCollection(incidents, about), { type: 'application/geo+json', headers: { ETag: etag } })
  },
})

/** Each incident type is a layer of its own. */
function parseLayer(value: string | null): IncidentType | undefined {
  if (value === null) return undefined
  const layer = incidentTypes.find((type) => type === value)
  if (layer) return layer
  const reason = `is not one of ${incidentTypes.join(', ')}`
  throw new DatelineError('invalid-query', `layer=${JSON.stringify(value)} ${reason}`, { invalidParams: [{ name: 'layer', value, reason }] })
}
