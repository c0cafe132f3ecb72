/** From an article to the store: the one way in, for the command and for POST /api/articles. */
import { readReading } from './pipeline'
import type { ArticleInput } from './read/article'
import type { Store } from './store/open'
import { saveReading, type Linking, type Saved } from './store/save'
import type { Reading } from './types'

/** Until the link room compares articles, each report is an incident of its own. */
const linking: Linking = {
  same: () => 0,
  combine(reports) {
    const { id, type, status, where, when, actors, killed, injured, claimedBy, deniedBy, confidence } = reports[0]!
    return { id, type, status, where, when, actors, killed, injured, claimedBy, deniedBy, confidence, reports }
  },
}

/**
 * Reads an article and stores what it tells.
 * @throws DatelineError when the article cannot be read; nothing is stored then.
 */
export async function ingestArticle(store: Store, input: ArticleInput): Promise<{ reading: Reading; saved: Saved }> {
  const reading = readReading(input)
  return { reading, saved: await saveReading(store, reading, linking) }
}
