import { useMemo } from 'react'
import { encode } from 'uqr'
import { useText } from '../text'

/** Modules of white around a code, as ISO/IEC 18004 asks. */
const quiet = 4

/** Black on white in every theme, as cameras read it; nothing for a link too long for one (some 2,900 bytes). */
export function QrCode({ url }: { url: string }) {
  const { t } = useText()
  const code = useMemo(() => modulesOf(url), [url])
  if (!code) return null
  const box = `0 0 ${code.size} ${code.size}`
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${code.size}v${code.size}H0z"/><path d="${code.path}"/></svg>`
  return (
    <figure className="qr">
      <svg viewBox={box} role="img" aria-label={t('share.qrAlt')} shapeRendering="crispEdges"><path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} /><path fill="#000" d={code.path} /></svg>
      <figcaption><a className="text-button" href={`data:image/svg+xml,${encodeURIComponent(file)}`} download="dateline-qr.svg">{t('share.qrSave')}</a></figcaption>
    </figure>
  )
}

/** The dark modules as one path, each row's runs as bars. */
function modulesOf(url: string): { size: number; path: string } | null {
  try {
    const { data, size } = encode(url, { border: quiet })
    const bars = data.flatMap((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`))
    return { size, path: bars.join('') }
  } catch {
    return null
  }
}
