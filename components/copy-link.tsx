'use client'
import { useEffect, useState } from 'react'
import { copyText } from './copy'
import { Icon } from './icon'
import { phone, useMedia } from './media'
import { useText } from './text'

/** Copies an address; where the system has a share sheet and the screen is a phone's, opens that. Says what it did. */
export function CopyLink({ href, label, quiet = false }: { href: () => string; label: string; quiet?: boolean }) {
  const { t } = useText()
  const [said, setSaid] = useState<'' | 'copied' | 'failed'>('')
  const small = useMedia(phone)
  useEffect(function fallSilent() {
    if (!said) return
    const timer = setTimeout(() => setSaid(''), 2400)
    return () => clearTimeout(timer)
  }, [said])

  async function send() {
    const url = new URL(href(), window.location.origin).href
    if (small && typeof navigator.share === 'function') {
      try {
        await navigator.share({ title: document.title, url })
        return
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return
      }
    }
    setSaid((await copyText(url)) ? 'copied' : 'failed')
  }

  const words = said === 'copied' ? t('share.copied') : said === 'failed' ? t('share.copyFailed') : label
  return (
    <button type="button" className={quiet ? 'quiet-button' : 'bar-button'} onClick={() => void send()} data-said={said || undefined}>
      <Icon name={said === 'copied' ? 'check' : 'link'} />
      <span className="button-text" aria-live="polite">{words}</span>
    </button>
  )
}
