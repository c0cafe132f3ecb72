'use client'
import { useState, type ComponentType } from 'react'
import { Icon } from './icon'
import type { ShareProps } from './share/share-dialog'
import { useText } from './text'

/**
 * Opens everything there is to send a view with. The dialog's code is fetched at the first press.
 * @param shown the view as it is now: asked when the button is pressed
 */
export function ShareButton({ shown }: { shown: () => Omit<ShareProps, 'onClose'> }) {
  const { t } = useText()
  const [Dialog, setDialog] = useState<ComponentType<ShareProps> | null>(null)
  const [given, setGiven] = useState<Omit<ShareProps, 'onClose'> | null>(null)
  const [busy, setBusy] = useState(false)

  async function open() {
    setBusy(true)
    try {
      const code = await import('./share/share-dialog')
      setDialog(() => code.ShareDialog)
      setGiven(shown())
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <button type="button" className="icon-button" onClick={() => void open()} aria-busy={busy} aria-haspopup="dialog" aria-label={t('share.button')} title={t('share.button')}><Icon name="share" /></button>
      {Dialog && given ? <Dialog {...given} onClose={() => setGiven(null)} /> : null}
    </>
  )
}
