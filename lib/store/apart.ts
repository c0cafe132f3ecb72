/** Undoing a merge: reports are taken apart from their incident by a person, and put back. The decision is kept and outlives every regrouping. */
import type { Kysely } from 'kysely'
import { DatelineError } from '../errors'
import type { Incident } from '../types'
import type { Store } from './open'
import { countWrite, regroup, type Linking } from './regroup'
import type { Tables } from './tables'

/**
 * Takes reports out of their incident: they are never one with the reports that stay, whatever is stored later. Several
 * are taken out together and stay one incident if they agree with one another.
 * @returns the incidents of the reports taken out, then those of the reports that stay
 * @throws DatelineError `not-found` naming an id that no report has, `invalid-query` for reports of several incidents and for all that an incident has
 */
export async function takeApart({ db }: Store, ids: string[], linking: Linking): Promise<{ taken: Incident[]; left: Incident[] }> {
  return db.transaction().execute(async (tx) => {
    const incidents = await incidentsOf(tx, ids)
    const [incident, ...more] = new Set(incidents)
    if (incident === undefined) throw new DatelineError('invalid-query', 'Name at least one report.')
    if (more.length) throw new DatelineError('invalid-query', `The reports ${ids.join(', ')} are not of one incident, so there is no one incident to take them from.`)
    const taken = new Set(ids)
    const left = (await tx.selectFrom('reports').select('id').where('incident', '=', incident).execute()).map(({ id }) => id).filter((id) => !taken.has(id))
    if (!left.length) throw new DatelineError('invalid-query', `No other article tells the incident of ${ids.join(', ')}: there is nothing to take apart.`)
    const decided = new Date().toISOString()
    for (const one of taken) {
      for (const other of left) {
        const [a, b] = one < other ? [one, other] : [other, one]
        await tx.insertInto('apart').values({ a, b, decided }).onConflict((c) => c.doNothing()).execute()
      }
    }
    const after = await regroup(tx, [], [incident], linking)
    await countWrite(tx)
    return { taken: once([...taken].map((id) => after.get(id)!)), left: once(left.map((id) => after.get(id)!)) }
  })
}

/**
 * Forgets that reports were taken apart from others: what they are one incident with is left to their words again.
 * @returns the incidents they are in now
 * @throws DatelineError `not-found` naming an id that no report has, `invalid-query` naming a report that was not taken apart
 */
export async function putTogether({ db }: Store, ids: string[], linking: Linking): Promise<Incident[]> {
  return db.transaction().execute(async (tx) => {
    const touched = new Set(await incidentsOf(tx, ids))
    for (const id of ids) {
      const others = await tx.selectFrom('apart').select(['a', 'b']).where((e) => e.or([e('a', '=', id), e('b', '=', id)])).execute()
      if (!others.length) throw new DatelineError('invalid-query', `The report ${id} was not taken apart from any other.`)
      for (const { a, b } of others) {
        const row = await tx.selectFrom('reports').select('incident').where('id', '=', a === id ? b : a).executeTakeFirst()
        if (row) touched.add(row.incident)
      }
    }
    await tx.deleteFrom('apart').where((e) => e.or([e('a', 'in', ids), e('b', 'in', ids)])).execute()
    const after = await regroup(tx, [], [...touched], linking)
    await countWrite(tx)
    return once(ids.map((id) => after.get(id)!))
  })
}

async function incidentsOf(tx: Kysely<Tables>, ids: string[]): Promise<string[]> {
  const incidents: string[] = []
  for (const id of ids) {
    const row = await tx.selectFrom('reports').select('incident').where('id', '=', id).executeTakeFirst()
    if (!row) throw new DatelineError('not-found', `There is no report ${JSON.stringify(id)}. The ids of an incident's reports stand in GET /api/incidents/{id} under "reports".`)
    incidents.push(row.incident)
  }
  return incidents
}

const once = (incidents: Incident[]) => [...new Set(incidents)]
