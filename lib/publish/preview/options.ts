/** What a picture's address says beside the view. */
import { DatelineError, type InvalidParam } from '../../errors'
import type { Theme } from '../../colours'

/** `frame` null: the preview image of a link. Else a picture of the map alone, `width` × `height` pixels of the page. */
export type PictureOptions = { theme: Theme; frame: { width: number; height: number; scale: 1 | 2 } | null }

const least = 64
const most = 2400
/** All pixels of a picture: half a minute of drawing and gigabytes for one request are no use to anyone. */
const mostPixels = 16e6

/** @throws DatelineError `invalid-query` naming a size or scale there cannot be; anything else broken is left out, as in links. */
export function readOptions(params: URLSearchParams): PictureOptions {
  const invalid: InvalidParam[] = []
  const size = params.get('size')
  const [, w, h] = /^(\d{1,5})x(\d{1,5})$/.exec(size ?? '') ?? []
  const [width, height] = [Number(w), Number(h)]
  const inRange = (n: number) => n >= least && n <= most
  if (size !== null && !(inRange(width) && inRange(height))) invalid.push({ name: 'size', value: size, reason: `is not WIDTHxHEIGHT, each ${least} to ${most}` })
  const scale = params.get('scale')
  if (scale !== null && scale !== '1' && scale !== '2') invalid.push({ name: 'scale', value: scale, reason: 'is not 1 or 2' })
  const times = scale === '2' ? 2 : 1
  if (!invalid.length && size !== null && width * height * times ** 2 > mostPixels) invalid.push({ name: 'size', value: size, reason: `is more than ${mostPixels / 1e6} million pixels at scale ${times}` })
  if (invalid.length) throw new DatelineError('invalid-query', invalid.map((p) => `${p.name}=${JSON.stringify(p.value)} ${p.reason}`).join('; '), { invalidParams: invalid })
  return { theme: params.get('theme') === 'dark' ? 'dark' : 'light', frame: size === null ? null : { width, height, scale: times } }
}
