import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { copyText } from '../copy'
import { Icon } from '../icon'
import { useText } from '../text'

/** Text in a readable field with a button that copies it. */
export function CopyField({ label, value, button, note, rows, children }: { label: string; value: string; button: string; note?: string; rows?: number; children?: ReactNode }) {
  const { t } = useText()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const id = useId()
  const [said, setSaid] = useState<'' | 'copied' | 'selected'>('')
  useEffect(function fallSilent() {
    if (!said) return
    const timer = setTimeout(() => setSaid(''), 2400)
    return () => clearTimeout(timer)
  }, [said])

  const given = { id, ref: field, value, readOnly: true, dir: 'ltr', spellCheck: false, className: 'copy-field', onFocus: () => field.current?.select(), 'aria-describedby': note ? `${id}-note` : undefined }
  return (
    <div className="copy">
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea {...given} rows={rows} /> : <input {...given} type="text" />}
      {note ? <p className="share-note" id={`${id}-note`}>{note}</p> : null}
      <div className="share-buttons">
        <button type="button" className="primary-button" data-said={said || undefined} onClick={() => void copyText(value, field.current).then((done) => setSaid(done ? 'copied' : 'selected'))}>
          <Icon name={said === 'copied' ? 'check' : 'link'} /> <span aria-live="polite">{said === 'copied' ? t('share.copyDone') : said === 'selected' ? t('share.copySelect') : button}</span>
        </button>
        {children}
      </div>
    </div>
  )
}
