import { useText } from './text'

/** The way from a frame to the whole map, with everything the frame shows. */
export function EmbedOpen({ href }: { href: string }) {
  const { t } = useText()
  return <a className="embed-open" href={href} target="_blank" rel="noopener">{t('embed.open')}<span className="visually-hidden"> {t('common.newTab')}</span></a>
}
