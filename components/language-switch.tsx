'use client'
/** The languages there are, each under its own name. The choice is a cookie: the server then sends the page in it. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { localeNames, locales, type Locale } from '../lib/text'
import { Icon } from './icon'
import { useText } from './text'

/** Loads the page anew in a language, the view as it is; a language the link asked for gives way to the one chosen. */
function choose(locale: Locale): void {
  document.cookie = `lang=${locale}; path=/; max-age=31536000; samesite=lax`
  const { pathname, search, hash } = window.location
  window.history.replaceState(null, '', pathname + search.replace(/([?&])lang=[^&]*&?/g, '$1').replace(/[?&]$/, '') + hash)
  window.location.reload()
}

/** @param children further settings, at the end of the menu */
export function LanguageSwitch({ children }: { children?: ReactNode }) {
  const { t, locale } = useText()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(function closeFromOutside() {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
    }
  }, [open])

  return (
    <div ref={box} className="languages" onKeyDown={(event) => {
      if (event.key !== 'Escape' || !open) return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }}>
      <button ref={button} type="button" className="icon-button" aria-expanded={open} aria-controls={open ? 'languages' : undefined} aria-label={`${t('frame.language')}: ${localeNames[locale]}`} title={t('frame.language')} onClick={() => setOpen(!open)}>
        <Icon name="language" />
      </button>
      {open ? (
        <ul id="languages" className="language-menu">
          {locales.map((one) => (
            <li key={one}>
              <button type="button" lang={one} dir="auto" aria-current={one === locale || undefined} onClick={() => choose(one)}>
                {localeNames[one]}
                {one === locale ? <Icon name="check" /> : null}
              </button>
            </li>
          ))}
          {children ? <li className="menu-rest">{children}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
