/** The words of `data/link-words.json`, opened once. */
import { readData } from '../data'

const lists = JSON.parse(readData('link-words.json').toString('utf8')) as Record<string, string[]> & { locative: Record<string, number> }
const set = (name: string) => new Set(lists[name] as string[])

/** Preposition → how well a place behind it is where something happened (1 surely, below 0 rather not). */
export const locative = new Map(Object.entries(lists.locative))
export const notHere = set('notHere')
export const speakers = set('speakers')
export const anotherOne = set('anotherOne')
export const sameOne = set('sameOne')
export const subordinators = set('subordinators')
export const saying = set('saying')
export const ongoing = set('ongoing')
/** Prepositions before a building where something happens. */
export const atSite = set('atSite')
/** Last words of the names of such buildings. */
export const sites = set('sites')
/** Those who are of the town that stands before them. */
export const locals = set('locals')
/** Before "of murder", "with arson": the deed that somebody is accused of. */
export const accused = set('accused')
/** Behind "murder", "arson": what deals with a deed. */
export const accusedNext = set('accusedNext')
/** What makes a people's adjective a place: "Syrian territory". */
export const ground = set('ground')
