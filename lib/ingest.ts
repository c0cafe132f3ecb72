/** From an article to the store: the one way in, for the command and for POST /api/articles. */
import { combineReports } from './link/combine'
import { groupReports } from './link/group'
import { sameIncident, widest } from './link/same'
import { readReading } from './pipeline'
import type { ArticleInput } from './read/article'
import { putTogether, takeApart } from './store/apart'
import type { Store } from './store/open'
import type { Linking } from './store/regroup'
import { saveReading, type Saved } from './store/save'
import type { Incident, Reading } from './types'

const linking: Linking = { days: widest, same: sameIncident, group: groupReports, combine: combineReports }

/**
 * Reads an article and stores what it tells.
 * @throws DatelineError when the article cannot be read; nothing is stored then.
 */
export async function ingestArticle(store: Store, input: ArticleInput): Promise<{ reading: Reading; saved: Saved }> {
  const reading = readReading(input)
  return { reading, saved: await saveReading(store, reading, linking) }
}

/** Undoes a merge for good. @throws DatelineError what `takeApart` throws. */
export const takeReportsApart = (store: Store, ids: string[]): Promise<{ taken: Incident[]; left: Incident[] }> => takeApart(store, ids, linking)

/** Takes that back. @throws DatelineError what `putTogether` throws. */
export const putReportsTogether = (store: Store, ids: string[]): Promise<Incident[]> => putTogether(store, ids, linking)
