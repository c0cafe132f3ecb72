import { cookies } from 'next/headers'
import { chooseLocale, textOf } from '../../../lib/messages'
import { routes } from '../../../lib/publish/handle'
import { parseAsked, toOEmbed, toXml } from '../../../lib/publish/oembed'
import { viewTitle } from '../../../lib/publish/preview/words'
import { jsonResponse } from '../../../lib/publish/response'
import { formatView } from '../../../lib/view'
import { serverAddress, shownBy } from '../../shown'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  async GET(request) {
    const base = await serverAddress()
    const asked = parseAsked(new URL(request.url).searchParams, base)
    const text = textOf(chooseLocale(asked.options.lang, (await cookies()).get('lang')?.value, request.headers.get('accept-language')))
    const { view, facts } = await shownBy(formatView(asked.view))
    const answer = toOEmbed(asked, viewTitle(view, facts, text), base)
    const headers = { Vary: 'Accept-Language, Cookie', 'Content-Language': text.locale }
    return asked.format === 'xml' ? jsonResponse(toXml(answer), { type: 'text/xml; charset=utf-8', headers }) : jsonResponse(answer, { headers })
  },
})
