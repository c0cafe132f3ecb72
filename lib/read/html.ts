/** Elements whose content is not prose. */
const dropped = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe', 'object', 'nav', 'form', 'button', 'select', 'textarea'])
/** Elements that end a paragraph. */
const blocks = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table', 'section', 'article', 'header', 'footer', 'aside', 'main', 'blockquote', 'figure', 'figcaption', 'pre', 'hr', 'dd', 'dt', 'td', 'th', 'body', 'html', 'title'])
const named: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  hellip: '…', laquo: '«', raquo: '»', shy: '', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', ntilde: 'ñ', uuml: 'ü', ouml: 'ö', auml: 'ä',
  aacute: 'á', iacute: 'í', oacute: 'ó', uacute: 'ú', szlig: 'ß', pound: '£', euro: '€', deg: '°', middot: '·', bull: '•',
}

/**
 * The text of a web page, one paragraph per block element, and its `<title>`. One pass over the input; an
 * unclosed script or comment takes the rest of the page with it. The result is text: nothing in it is markup any more.
 */
export function textOfHtml(html: string): { text: string; title?: string } {
  const parts: string[] = []
  let title: string | undefined
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    parts.push(html.slice(at, open))
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const name = /^<\/?([a-z][a-z0-9]*)|^<[!?]/i.exec(html.slice(open, open + 24))
    if (!name) {
      parts.push('<')
      at = open + 1
      continue
    }
    const element = name[1]?.toLowerCase() ?? ''
    const closing = html[open + 1] === '/'
    at = endOfTag(html, open)
    if (!closing && element === 'title' && title === undefined) title = tidy(html.slice(at, endOf(html, '</title', at)))
    if (!closing && dropped.has(element) && html[at - 2] !== '/') {
      if (element === 'head') {
        // The title is the only prose of the head.
        const head = html.slice(at, endOf(html, '</head', at))
        const inner = /<title[^<>]*>([^<]*)/i.exec(head)
        if (inner) title = tidy(inner[1]!)
      }
      at = endOfTag(html, endOf(html, `</${element}`, at))
    }
    if (blocks.has(element)) parts.push('\n\n')
  }
  parts.push(html.slice(at))
  const text = decoded(parts.join('').replace(/[^\S\n]+/g, ' ')).replace(/ ?\n ?(?:\n ?)+/g, '\n\n').trim()
  return { text, ...(title && { title }) }
}

/** Position after the tag that begins at `open`; quoted attribute values may hold ">". */
function endOfTag(html: string, open: number): number {
  let quote = ''
  for (let i = open; i < html.length; i++) {
    const c = html[i]!
    if (quote) {
      if (c === quote) quote = ''
    } else if (c === '>') return i + 1
    else if ((c === '"' || c === "'") && html[i - 1] === '=') quote = c
  }
  return html.length
}

function after(html: string, mark: string, from: number): number {
  const i = html.indexOf(mark, from)
  return i < 0 ? html.length : i + mark.length
}

/** Start of a closing tag in any case, or the end of the page. */
function endOf(html: string, mark: string, from: number): number {
  const pattern = new RegExp(mark, 'gi')
  pattern.lastIndex = from
  return pattern.exec(html)?.index ?? html.length
}

const tidy = (text: string) => decoded(text).replace(/\s+/g, ' ').trim()

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name] ?? named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
}
