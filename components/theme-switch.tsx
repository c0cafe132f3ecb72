'use client'
import { useCallback, useState } from 'react'
import { Icon } from './icon'
import { useMedia } from './media'
import { useText } from './text'

export type ThemeChoice = 'light' | 'dark' | null

/** The choice is a cookie, so the server already sends the right page and nothing flashes; without one the system decides. */
export function useTheme(initial: ThemeChoice): { theme: 'light' | 'dark'; setTheme(theme: 'light' | 'dark'): void } {
  const [choice, setChoice] = useState(initial)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  // Only what a person chose here is kept: a frame's colours, which its address says, are not the reader's wish.
  const setTheme = useCallback((theme: 'light' | 'dark') => {
    setChoice(theme)
    document.documentElement.dataset.theme = theme
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`
  }, [])
  return { theme: choice ?? (systemDark ? 'dark' : 'light'), setTheme }
}

/** @param inMenu a line of a menu, in words, where the bar has no room for a button */
export function ThemeSwitch({ theme, setTheme, inMenu = false }: { theme: 'light' | 'dark'; setTheme(theme: 'light' | 'dark'): void; inMenu?: boolean }) {
  const { t } = useText()
  const other = theme === 'dark' ? 'light' : 'dark'
  const label = t(other === 'light' ? 'frame.useLight' : 'frame.useDark')
  return (
    <button type="button" className={inMenu ? undefined : 'icon-button theme-switch'} onClick={() => setTheme(other)} {...(inMenu ? {} : { 'aria-label': label, title: label })}>
      {inMenu ? label : null}
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  )
}
