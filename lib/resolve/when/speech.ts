import type { Span } from '../../types'
import { readData } from '../../data'

const { saying } = JSON.parse(readData('link-words.json').toString('utf8')) as { saying: string[] }
const said = new RegExp(`\\b(?:${saying.join('|')})\\s+(?:reporters\\s+|journalists\\s+)?(?:(?:late|early)\\s+)?(?:on\\s+)?$`, 'i')

/** "…, the mayor said on Tuesday": the day of the telling. */
export const isOfSpeech = (text: string, { start }: Span): boolean => said.test(text.slice(Math.max(0, start - 40), start))
