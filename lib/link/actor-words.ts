/** The words of `data/actor-words.json` that tell what part somebody has, opened once. */
import { readDataText } from '../data'

const file = JSON.parse(readDataText('actor-words.json')) as Record<string, string>
const set = (name: string): ReadonlySet<string> => new Set(file[name]!.split(' '))

/** Verbs by which somebody only speaks of an event. */
export const saying = set('saying')
export const accusing = set('accusing')
/** "attack on the army": prepositions of a target. */
export const against = set('against')
/** "near the army", "amid protesters": prepositions of what has no part. */
export const dropped = set('dropped')
/** "launched an attack", "held talks": what makes the subject the doer of a noun. */
export const carries = set('carries')
/** "died in an attack", "survived": what makes it the sufferer. */
export const suffers = set('suffers')
/** "the blast killed": verbs by which an event reaches somebody. */
export const harms = set('harms')
/** "the arrest of X", "X's killing": nouns whose owner suffers them. */
export const undergone = set('undergone')
/** "the withdrawal of X", "X's visit": nouns whose owner does them. */
export const self = set('self')
/** Participles that need no "was": "a soldier killed in Sarn". */
export const transitive = set('transitive')
/** "members of", "jets of": what belongs to somebody acts for them. */
export const peopleOf = set('peopleOf')
export const determiner = set('determiners')

/** Words of a side that is no state: "rebels", "Hamas". */
export const rebelSides = set('rebelSides')

/** "charged with", "accused of": verbs that lay a deed to somebody. */
export const suspected = set('suspectedOf')

/** Those whose protest it is, whoever does what in the sentence. */
export const crowd = set('crowd')
