import type { ArticleInput } from './article'

/** Keys of front matter, under the names that publishers and static site generators use. */
const keys: Record<string, 'title' | 'published' | 'publisher' | 'url'> = {
  title: 'title', headline: 'title',
  date: 'published', published: 'published', pubdate: 'published',
  publisher: 'publisher', source: 'publisher',
  url: 'url', link: 'url', canonical: 'url',
}

/**
 * Splits "---\ntitle: …\ndate: …\n---\ntext". Plain `key: value` lines only: quotes are taken off, other keys
 * (`place`, `tags`) and nested values are passed over. Text without front matter comes back as it is.
 */
export function splitFrontMatter(content: string): ArticleInput {
  const bare = content.replace(/^\uFEFF/, '')
  const opening = /^---[^\S\r\n]*\r?\n/.exec(bare)
  const closing = opening && /\r?\n---[^\S\r\n]*(?:\r?\n|$)/.exec(bare.slice(opening[0].length - 1))
  if (!opening || !closing) return { text: bare }
  const head = bare.slice(opening[0].length, opening[0].length - 1 + closing.index)
  const text = bare.slice(opening[0].length - 1 + closing.index + closing[0].length).replace(/^\s*\n/, '')
  const input: ArticleInput = { text }
  for (const line of head.split(/\r?\n/)) {
    const pair = /^(\w+)\s*:\s*(\S.*)$/.exec(line.trimEnd())
    const key = pair && keys[pair[1]!.toLowerCase()]
    if (!pair || !key) continue
    input[key] = unquoted(pair[2]!)
    if (key === 'published') input.publishedBasis = 'front-matter'
  }
  return input
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value)
  return quoted ? quoted[2]!.replace(/\\(["\\])/g, '$1').replace(/''/g, "'") : value.replace(/\s+#.*$/, '')
}
