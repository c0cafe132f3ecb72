/** Writes made-up incidents into a database: the store's own rows, many in a transaction. */
import { closeStore, openStore } from '../../lib/store/open'
import { countWrite } from '../../lib/store/regroup'
import { incidentRow, reportRow, searchWords } from '../../lib/store/rows'
import { putInIndexes } from '../../lib/store/sqlite'
import type { Sampled } from './sample'

const atOnce = 2000
/** SQLite binds at most 32,766 values in a statement. */
const rowsAtOnce = 500

/**
 * @param file made when it is not there
 * @throws DatelineError `store-unavailable`; Error when the database holds incidents already, which are not to be mixed with made-up ones
 */
export async function fillStore(file: string, incidents: Iterable<Sampled>): Promise<void> {
  const store = await openStore(file)
  try {
    const { db } = store
    if (await db.selectFrom('incidents').select('n').limit(1).executeTakeFirst()) throw new Error(`${file} holds incidents already`)
    const added = new Date().toISOString()
    const write = (batch: Sampled[]) => db.transaction().execute(async (tx) => {
      const articles = batch.flatMap(({ incident, texts }) => incident.reports.map(({ source }) => ({
        id: source.id, text: texts.get(source.id)!, language: 'en', added, published_basis: 'given',
        title: source.title ?? null, publisher: source.publisher ?? null, url: source.url ?? null, published: source.published ?? null,
      })))
      for (const rows of slices(articles)) await tx.insertInto('articles').values(rows).execute()
      const numbers = new Map<string, number>()
      for (const rows of slices(batch)) {
        for (const { id, n } of await tx.insertInto('incidents').values(rows.map(({ incident }) => incidentRow(incident))).returning(['id', 'n']).execute()) numbers.set(id, n)
      }
      for (const rows of slices(batch.flatMap(({ incident }) => incident.reports.map((report) => reportRow(report, incident.id))))) await tx.insertInto('reports').values(rows).execute()
      for (const { incident } of batch) await putInIndexes(tx, numbers.get(incident.id)!, searchWords(incident), incident.where.known ? incident.where.value.at : undefined)
      await countWrite(tx)
    })
    let batch: Sampled[] = []
    for (const one of incidents) {
      batch.push(one)
      if (batch.length === atOnce) {
        await write(batch)
        batch = []
      }
    }
    if (batch.length) await write(batch)
  } finally {
    await closeStore(store)
  }
}

function* slices<T>(list: T[]): Generator<T[]> {
  for (let i = 0; i < list.length; i += rowsAtOnce) yield list.slice(i, i + rowsAtOnce)
}
