import { routes } from '../../../lib/publish/handle'
import { jsonResponse } from '../../../lib/publish/response'
import { countArticles } from '../../../lib/store/articles'
import { countAll } from '../../../lib/store/incidents'
import { serverStore } from '../../../lib/store/open'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET() {
    const store = await serverStore()
    return jsonResponse({ status: 'ok', articles: await countArticles(store), incidents: await countAll(store) }, { headers: { 'Cache-Control': 'no-store' } })
  },
})
