/** The map as plain HTML, for readers and machines that run no scripts: filters, search, pages and every incident by ordinary links. */
import { incidentTypes, type IncidentType } from '../lib/taxonomy'
import { localeNames, locales, type Text } from '../lib/text'
import type { Incident, Toll } from '../lib/types'
import type { Filters, View } from '../lib/view'
import { hrefOf } from './view-href'

type Props = {
  text: Text
  view: View
  /** The language the link itself asks for, to be handed on. */
  lang: string | null
  /** Of the page, in the order of the view. */
  incidents: Incident[]
  open: Incident | undefined
  found: number
  /** Incidents each type would show; indices as in `incidentTypes`. */
  byType: Uint32Array
  page: number
  pages: number
}

export function PlainList({ text, view, lang, incidents, open, found, byType, page, pages }: Props) {
  const { t } = text
  const link = (next: View, more = '') => {
    const href = hrefOf(next)
    const added = [more, lang && `lang=${lang}`].filter(Boolean).join('&')
    return added ? `${href}${href.includes('?') ? '&' : '?'}${added}` : href
  }
  const filters: View = { type: view.type, status: view.status, precision: view.precision, from: view.from, to: view.to, q: view.q, sort: view.sort }
  const isOnly = (type: IncidentType) => view.type?.length === 1 && view.type[0] === type
  return (
    <main className="page plain-list">
      <p className="plain-home"><a href={link({})}>Dateline</a></p>
      <p>{t('embed.plainNote')}</p>
      {open ? <PlainIncident incident={open} text={text} href={link({ incident: open.id })} isOpen /> : null}
      {view.incident && !open ? <p role="status">{t('embed.plainGone')}</p> : null}
      <h1>{t('common.incidents', { count: found })}</h1>
      <form action="/" className="plain-search">
        <label>{t('embed.plainSearch')} <input type="search" name="q" defaultValue={view.q} maxLength={200} /></label>
        {hiddenFields(view, lang).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <button>{t('embed.plainFind')}</button>
      </form>
      <nav aria-label={t('embed.plainFilters')}>
        <ul className="plain-links">
          <li><a href={link({ ...filters, type: undefined })} aria-current={view.type ? undefined : 'true'}>{t('embed.plainAll')}</a></li>
          {incidentTypes.map((type, i) => byType[i] ? (
            <li key={type}><a href={link({ ...filters, type: [type] })} aria-current={isOnly(type) ? 'true' : undefined}>{t(`common.${type}`)} ({text.number(byType[i])})</a></li>
          ) : null)}
        </ul>
      </nav>
      {found === 0 ? <p>{t('embed.plainNone')}</p> : null}
      <ol start={1 + (page - 1) * plainRows}>{incidents.map((incident) => <li key={incident.id}><PlainIncident incident={incident} text={text} href={link({ incident: incident.id })} /></li>)}</ol>
      {pages > 1 ? (
        <nav aria-label={t('embed.plainPages')} className="plain-pages">
          {page > 1 ? <a rel="prev" href={link(filters, page > 2 ? `page=${page - 1}` : '')}>{t('embed.plainPrevious')}</a> : null}
          <span>{t('embed.plainPage', { page: text.number(page), pages: text.number(pages) })}</span>
          {page < pages ? <a rel="next" href={link(filters, `page=${page + 1}`)}>{t('embed.plainNext')}</a> : null}
        </nav>
      ) : null}
      <p className="plain-links">{locales.map((locale) => <a key={locale} lang={locale} hrefLang={locale} href={`${hrefOf(view)}${hrefOf(view).includes('?') ? '&' : '?'}lang=${locale}`}>{localeNames[locale]}</a>)}</p>
    </main>
  )
}

/** Incidents on one page. */
export const plainRows = 60

/** What a search keeps of the view it starts from. */
function hiddenFields(view: Filters & Pick<View, 'sort'>, lang: string | null): [string, string][] {
  const kept: [string, string | null | undefined][] = [['type', view.type?.join()], ['status', view.status?.join()], ['precision', view.precision?.join()], ['from', view.from], ['to', view.to], ['sort', view.sort], ['lang', lang]]
  return kept.filter((field): field is [string, string] => Boolean(field[1]))
}

/** @param isOpen with all its reports, not the first alone */
function PlainIncident({ incident: { id, type, status, where, when, killed, injured, reports }, text, href, isOpen = false }: { incident: Incident; text: Text; href: string; isOpen?: boolean }) {
  const { t } = text
  const place = where.known ? where.value.name : t('common.unplaced')
  const tolls = [killed && t('common.killed', { count: tollRange(killed, text) }), injured && t('common.injured', { count: tollRange(injured, text) })].filter(Boolean)
  return (
    <article id={isOpen ? undefined : id}>
      <h2><a href={href}>{t(`common.${type}`)}: <bdi>{place}</bdi></a></h2>
      <p>{[text.dates(when.known ? when.value.edtf : null), ...(status === 'happened' ? [] : [t(`common.${status}`)]), ...tolls, ...(reports.length > 1 ? [t('common.reports', { count: reports.length })] : [])].join(' · ')}</p>
      {(isOpen ? reports : reports.slice(0, 1)).map(({ id: report, evidence, source }) => (
        <div key={report}>
          <blockquote dir="auto">{evidence.quote}</blockquote>
          <a href={`/article/${encodeURIComponent(source.id)}#incident-${id}`} dir="auto">{source.title || t('common.untitled')}</a>
          {source.publisher || source.published ? <span> <bdi>{source.publisher}</bdi> {source.published ? text.dates(source.published) : null}</span> : null}
        </div>
      ))}
    </article>
  )
}

/** "9", "9–12", "9+". */
function tollRange({ low, best, high }: Toll, text: Text): string {
  if (best !== null) return text.number(best)
  return high === null ? `${text.number(low)}+` : low === high ? text.number(low) : `${text.number(low)}–${text.number(high)}`
}
