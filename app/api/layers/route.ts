import { routes } from '../../../lib/publish/handle'
import { toLayers } from '../../../lib/publish/layers'
import { jsonResponse } from '../../../lib/publish/response'
import { countByType } from '../../../lib/store/incidents'
import { serverStore } from '../../../lib/store/open'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET() {
    return jsonResponse(toLayers(await countByType(await serverStore(), {})))
  },
})
