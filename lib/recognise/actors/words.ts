/** The words of `data/actor-words.json` that this room needs, opened once. */
import { readDataText } from '../../data'

const file = JSON.parse(readDataText('actor-words.json')) as Record<string, string>
const set = (name: string): ReadonlySet<string> => new Set(file[name]!.split(' ').map((word) => word.replace(/~/g, ' ')))

export const titles = set('titles')
/** "Gen.", "Lt.": a full stop may stand behind them. */
export const abbreviated = set('abbreviated')
/** Offices that act without a name: "the president", "foreign ministers". */
export const offices = set('offices')
export const officeModifiers = set('officeModifiers')
/** "Minister of Defence", "Secretary of State". */
export const portfolios = set('portfolios')
/** "the police station", "army bases": what makes a group a mere modifier. */
export const compounds = set('compounds')
/** "a wedding party", "a relief group": heads that need a word before them that says they act. */
export const weakHeads = set('weakHeads')
/** Capitalised only since they open the sentence: "Meanwhile rebels", "On Friday police". */
export const leading = set('leading')
