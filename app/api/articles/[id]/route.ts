import { DatelineError } from '../../../../lib/errors'
import { toArticle } from '../../../../lib/publish/article'
import { routes } from '../../../../lib/publish/handle'
import { etagOf, jsonResponse, notModified } from '../../../../lib/publish/response'
import { getArticle } from '../../../../lib/store/articles'
import { revision, serverStore } from '../../../../lib/store/open'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ params: Promise<{ id: string }> }>({
  async GET(request, { params }) {
    const { id } = await params
    const store = await serverStore()
    const article = await getArticle(store, id)
    if (!article) throw new DatelineError('not-found', `There is no article ${JSON.stringify(id)}.`)
    const etag = etagOf(await revision(store), id)
    return notModified(request, etag) ?? jsonResponse(toArticle(article), { headers: { ETag: etag } })
  },
})
