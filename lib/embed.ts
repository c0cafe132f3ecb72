/**
 * What a framed map shows beside the map itself, written into the address of the frame and read from it. The dialog that makes
 * a snippet, the page that shows it and the oEmbed answer all go through here.
 */
import type { Theme } from './colours'
import { isLocale, type Locale } from './text'
import { formatView, type View } from './view'

const parts = ['timeline', 'list', 'legend'] as const
export const themes = ['light', 'dark'] as const satisfies Theme[]
export type EmbedOptions = Record<(typeof parts)[number], boolean> & {
  /** Without one the reader's system decides. */
  theme?: Theme
  /** Without one the reader's browser decides. */
  lang?: Locale
}
export const embedDefaults: EmbedOptions = { timeline: true, list: false, legend: true }

/** The path and query of a frame; what is as by default is left out, so that short addresses stay short. */
export function embedHref(view: View, options: EmbedOptions): string {
  const said = parts.filter((part) => options[part] !== embedDefaults[part]).map((part) => `${part}=${options[part] ? 1 : 0}`)
  if (options.theme) said.push(`theme=${options.theme}`)
  if (options.lang) said.push(`lang=${options.lang}`)
  const query = [formatView(view), ...said].filter(Boolean).join('&')
  return query ? `/embed?${query}` : '/embed'
}

/** Reads the options of a frame's address; an unknown value is as if it were not there. */
export function parseEmbed(params: URLSearchParams): EmbedOptions {
  const options = { ...embedDefaults }
  for (const part of parts) {
    const said = params.getAll(part).at(-1)
    if (said === '0' || said === '1') options[part] = said === '1'
  }
  const theme = themes.find((one) => one === params.getAll('theme').at(-1))
  if (theme) options.theme = theme
  const lang = params.getAll('lang').at(-1)
  if (isLocale(lang)) options.lang = lang
  return options
}

/**
 * The markup a person pastes into a page.
 * @param src absolute address of the frame
 * @param width pixels, or null for the whole width of where it stands
 */
export function embedSnippet({ src, title, width, height }: { src: string; title: string; width: number | null; height: number }): string {
  return `<iframe src="${escapeMarkup(src)}" title="${escapeMarkup(title)}" width="${width ?? '100%'}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`
}

/** For text and quoted attributes of HTML and XML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!)
}
