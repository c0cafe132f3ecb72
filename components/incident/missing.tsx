'use client'
import type { Details } from '../details'
import type { Item } from '../incidents'
import { useText } from '../text'

/** In place of an incident's texts: on their way, not to be had just now, or gone for good. */
export function IncidentMissing({ item, details }: { item: Item | null | undefined; details: Pick<Details, 'failed' | 'retry'> }) {
  const { t } = useText()
  if (item === null) return <IncidentGone />
  if (details.failed) return <p className="incident-failed" role="alert">{t('incident.failed')} <button type="button" className="text-button" onClick={details.retry}>{t('list.retry')}</button></p>
  return <div className="report is-coming" role="status"><span className="visually-hidden">{t('incident.loading')}</span><i /><i /><i /></div>
}

/** What a link to an incident shows that is no longer there. */
function IncidentGone() {
  const { t } = useText()
  return (
    <div className="incident-gone" role="status">
      <h3>{t('incident.gone')}</h3>
      <p>{t('incident.goneText')}</p>
      <button type="button" className="primary-button" onClick={() => window.location.reload()}>{t('incident.reload')}</button>
    </div>
  )
}
