/** The words of `data/actor-words.json` that tell who says so, opened once. */
import { readDataText } from '../../data'

const file = JSON.parse(readDataText('actor-words.json')) as Record<string, string>
const set = (name: string): ReadonlySet<string> => new Set(file[name]!.split(' '))

/** Words of a speaker that is a side in a fight: "the army", "rebels", "defence ministry". */
export const sides = set('sides')
/** Words of a speaker whose word is a plain report: "police", "a hospital", "residents". */
export const plainSpeakers = set('plainSpeakers')
export const media = set('media')
export const claiming = set('claims')
export const saying = set('says')
export const confirming = set('confirms')
export const denying = set('denies')
/** "rejected the report", but not "rejected the offer". */
export const rejecting = set('rejects')
export const denials = set('denials')
/** What may stand between a speaker and his verb: "also", "has repeatedly". */
export const adverbs = set('adverbs')
/** "claimed the attack": what one is answerable for. */
export const deeds = set('deeds')
/** "took responsibility". */
export const taking = set('takes')
export const nobody = set('nobody')
export const unconfirmed = set('unconfirmed')
/** ", the army said in a statement on Friday.": words that may follow a verb that ends its sentence. */
export const time = set('time')
