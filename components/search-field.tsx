'use client'
import { useEffect, useState } from 'react'
import { Icon } from './icon'
import { useText } from './text'

/** Searches when typing rests. The field leads while one types; a text from the history or "clear" replaces what stands in it. */
export function SearchField({ value, onSearch }: { value: string; onSearch(text: string): void }) {
  const { t } = useText()
  const [draft, setDraft] = useState(value)
  const [sent, setSent] = useState(value)
  if (value !== sent) {
    setSent(value)
    setDraft(value)
  }
  useEffect(function searchWhenTypingRests() {
    const text = draft.trim()
    if (text === sent) return
    const timer = setTimeout(() => {
      setSent(text)
      onSearch(text)
    }, 160)
    return () => clearTimeout(timer)
  }, [draft, sent, onSearch])
  return (
    <form className="search" role="search" onSubmit={(event) => event.preventDefault()}>
      <Icon name="search" />
      <input type="search" aria-label={t('frame.searchLabel')} placeholder={t('frame.search')} value={draft} maxLength={200} onChange={(event) => setDraft(event.target.value)} />
    </form>
  )
}
