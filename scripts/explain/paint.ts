/** Colours for a terminal; none with NO_COLOR (https://no-color.org), or when the output is no terminal and FORCE_COLOR is not set. */
import type { Mention } from '../../lib/types'

const codes = { bold: '1', dim: '2', place: '32', time: '36', event: '1;31', actor: '35', toll: '33', claim: '34', good: '32', bad: '31' } as const
export type Colour = keyof typeof codes & (Mention['kind'] | 'bold' | 'dim' | 'good' | 'bad')

const coloured = !process.env.NO_COLOR && (process.stdout.isTTY || Boolean(process.env.FORCE_COLOR))

export const paint = (colour: Colour, text: string) => (coloured ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text)

/** An article may hold control characters that move a terminal's cursor or colour it; they are shown as dots. */
export const harmless = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, (run) => (/^\s+$/.test(run) ? ' ' : '·'))

/** Characters a text takes on a line, so that columns stand straight. */
export const column = (text: string, width: number) => {
  const short = [...text].length > width ? `${[...text].slice(0, width - 1).join('')}…` : text
  return short + ' '.repeat(width - [...short].length)
}

const lineWidth = 120
const widthOf = (text: string) => [...text.replace(/\u001b\[[\d;]*m/g, '')].length

/** Parts one after another on as many lines as they need; later lines begin under the first part. */
export function flow(start: string, parts: readonly string[], separator = ' '): string {
  const indent = widthOf(start)
  let text = start
  let at = indent
  parts.forEach((part, i) => {
    const piece = i < parts.length - 1 ? part + separator.trimEnd() : part
    const width = widthOf(piece)
    if (at > indent && at + 1 + width > lineWidth) {
      text += `\n${' '.repeat(indent)}`
      at = indent
    } else if (at > indent) {
      text += ' '
      at++
    }
    text += piece
    at += width
  })
  return text
}
