/**
 * Names → places, shared by every room that needs it. The tables are built by `npm run gazetteer`
 * into `data/` and loaded once per process.
 */
import type { Place } from './types'

export type Candidate = Place & {
  /** How the name was found: the place's own English name, an alternate, an abbreviation, a demonym, an old name. */
  match: 'name' | 'alternate' | 'abbreviation' | 'demonym' | 'variant'
}

export type Gazetteer = {
  /** Every place a name may mean, most populous first; an unknown name gives []. Case, accents, hyphens and "St."/"Saint" do not matter. */
  lookup(name: string): Candidate[]
  /** Whether any place has this name: cheap, no objects made. */
  has(name: string): boolean
  /** The most words any name has, so that a recogniser knows how far to look ahead. */
  readonly longestName: number
  place(id: string): Place | undefined
}
