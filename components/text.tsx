'use client'
/** The page's language, handed from the server to every component. */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { makeText, type CompiledMessages, type Locale, type Text } from '../lib/text'

const TextContext = createContext<Text | null>(null)

export function TextProvider({ locale, messages, children }: { locale: Locale; messages: CompiledMessages; children: ReactNode }) {
  const text = useMemo(() => makeText(locale, messages), [locale, messages])
  return <TextContext value={text}>{children}</TextContext>
}

export function useText(): Text {
  const text = useContext(TextContext)
  if (!text) throw new Error('useText outside of TextProvider')
  return text
}
