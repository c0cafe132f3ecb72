import { useId, useState, type ReactNode } from 'react'
import type { Theme } from '../../lib/colours'
import { embedDefaults, embedHref, embedSnippet, themes, type EmbedOptions } from '../../lib/embed'
import { localeNames, locales, type Locale } from '../../lib/text'
import type { View } from '../../lib/view'
import { useText } from '../text'
import { CopyField } from './copy-field'

const widths = [null, 400, 640, 800] as const
const heights = [320, 480, 640, 800] as const
const parts = ['timeline', 'list', 'legend'] as const

/** Makes the markup of a frame with this view; it changes as one chooses. */
export function EmbedCode({ view, title }: { view: View; title: string }) {
  const { t, number } = useText()
  const [options, setOptions] = useState<EmbedOptions>(embedDefaults)
  const [width, setWidth] = useState<number | null>(null)
  const [height, setHeight] = useState<number>(480)
  const src = new URL(embedHref(view, options), window.location.origin).href
  const set = (patch: Partial<EmbedOptions>) => setOptions({ ...options, ...patch })
  const pixels = (size: number) => t('share.widthFixed', { pixels: number(size) })
  return (
    <>
      <div className="embed-options">
        <Choice label={t('share.width')} value={String(width ?? '')} onChange={(value) => setWidth(value ? Number(value) : null)}>
          {widths.map((size) => <option key={size} value={size ?? ''}>{size === null ? t('share.widthFull') : pixels(size)}</option>)}
        </Choice>
        <Choice label={t('share.height')} value={String(height)} onChange={(value) => setHeight(Number(value))}>
          {heights.map((size) => <option key={size} value={size}>{pixels(size)}</option>)}
        </Choice>
        <Choice label={t('share.colours')} value={options.theme ?? ''} onChange={(value) => set({ theme: value ? (value as Theme) : undefined })}>
          <option value="">{t('share.coloursSystem')}</option>
          {themes.map((theme) => <option key={theme} value={theme}>{t(theme === 'light' ? 'share.coloursLight' : 'share.coloursDark')}</option>)}
        </Choice>
        <Choice label={t('share.language')} value={options.lang ?? ''} onChange={(value) => set({ lang: value ? (value as Locale) : undefined })}>
          <option value="">{t('share.languageReader')}</option>
          {locales.map((locale) => <option key={locale} value={locale} lang={locale}>{localeNames[locale]}</option>)}
        </Choice>
      </div>
      <fieldset className="embed-parts">
        <legend>{t('share.show')}</legend>
        {parts.map((part) => <label key={part}><input type="checkbox" checked={options[part]} onChange={(event) => set({ [part]: event.target.checked })} /> {t(`share.${part}`)}</label>)}
      </fieldset>
      <CopyField label={t('share.code')} value={embedSnippet({ src, title, width, height })} button={t('share.copyCode')} rows={6}>
        <a className="chip" href={src} target="_blank" rel="noopener">{t('share.try')}<span className="visually-hidden"> {t('common.newTab')}</span></a>
      </CopyField>
    </>
  )
}

function Choice({ label, value, onChange, children }: { label: string; value: string; onChange(value: string): void; children: ReactNode }) {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>{children}</select>
    </div>
  )
}
