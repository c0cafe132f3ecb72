'use client'
import { placePrecisions } from '../lib/columns/columns'
import { incidentTypes, statuses } from '../lib/taxonomy'
import type { Text } from '../lib/text'
import { isDay, sortings, type Notice } from '../lib/view'
import { Icon } from './icon'
import { useText } from './text'

const choices = { type: incidentTypes, status: statuses, precision: placePrecisions, sort: sortings, panel: ['open'] }

/** Why a part of a link was left out, in the reader's language; a request's errors have it in English, from lib/query. */
function reasonOf({ t }: Text, { name, value, reason }: Notice): string {
  switch (name) {
    case 'type': case 'status': case 'precision': case 'sort': case 'panel': return t('frame.notAChoice', { choices: choices[name].join(', ') })
    case 'from': case 'to': return t(isDay(value) ? 'frame.beforeStart' : 'frame.notADay')
    case 'q': return t('frame.notAText')
    case 'map': return t('frame.notAPosition')
    case 'incident': case 'stack': return t('frame.notAnId')
    default: return reason
  }
}

const named = ['type', 'status', 'precision', 'from', 'to', 'q', 'map', 'sort', 'incident', 'panel', 'stack'] as const
const isNamed = (name: string): name is (typeof named)[number] => named.some((one) => one === name)

/** Says which parts of a link were left out, and that the rest works. */
export function Notices({ notices, gone, searchFailed, onDismiss }: { notices: Notice[]; gone: boolean; searchFailed: boolean; onDismiss: () => void }) {
  const text = useText()
  const { t } = text
  if (!notices.length && !gone && !searchFailed) return null
  const parts = notices.map((notice) => t('frame.leftOutPart', {
    name: isNamed(notice.name) ? t(`frame.param_${notice.name}`) : notice.name,
    value: notice.value.length > 40 ? `${notice.value.slice(0, 40)}…` : notice.value,
    reason: reasonOf(text, notice),
  }))
  return (
    <div className="notice" role="status">
      <div>
        {searchFailed ? <p>{t('frame.searchFailed')}</p> : null}
        {gone ? <p>{t('frame.incidentGone')}</p> : null}
        {parts.length ? <p>{t('frame.leftOut', { parts: parts.join('; ') })}</p> : null}
      </div>
      <button type="button" className="icon-button" aria-label={t('frame.dismiss')} onClick={onDismiss}><Icon name="close" /></button>
    </div>
  )
}
