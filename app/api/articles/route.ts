import { ingestArticle } from '../../../lib/ingest'
import { toFeature } from '../../../lib/publish/geojson'
import { routes } from '../../../lib/publish/handle'
import { readArticlePost, requireToken } from '../../../lib/publish/post'
import { jsonResponse } from '../../../lib/publish/response'
import { listArticles } from '../../../lib/store/articles'
import { serverStore } from '../../../lib/store/open'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET() {
    return jsonResponse({ articles: await listArticles(await serverStore()) })
  },

  async POST(request) {
    requireToken(request, process.env.DATELINE_TOKEN)
    const input = await readArticlePost(request)
    const { saved } = await ingestArticle(await serverStore(), input)
    const incidents = saved.placed.map(({ incident }) => toFeature(incident))
    return jsonResponse(
      { article: saved.article, outcome: saved.outcome, type: 'FeatureCollection', features: incidents },
      { status: saved.outcome === 'new' ? 201 : 200, headers: { Location: `/api/articles/${saved.article.id}` } },
    )
  },
})
