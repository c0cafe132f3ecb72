'use client'
import { useEffect, useState } from 'react'
import { Icon } from './icon'
import { phone, useMedia } from './media'

/** Copies an address; where the system has a share sheet and the screen is a phone's, opens that. Says what it did. */
export function CopyLink({ href, label, quiet = false }: { href: () => string; label: string; quiet?: boolean }) {
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
    setSaid((await copy(url)) ? 'copied' : 'failed')
  }

  const text = said === 'copied' ? 'Link copied' : said === 'failed' ? 'Copy the address bar instead' : label
  return (
    <button type="button" className={quiet ? 'quiet-button' : 'bar-button'} onClick={() => void send()} data-said={said || undefined}>
      <Icon name={said === 'copied' ? 'check' : 'link'} />
      <span className="button-text" aria-live="polite">{text}</span>
    </button>
  )
}

/** The clipboard API exists on https and localhost only; elsewhere an old-fashioned selection does it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.className = 'visually-hidden'
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    return done
  }
}
