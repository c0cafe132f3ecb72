import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Kysely } from 'kysely'
import { DatelineError } from '../errors'
import { migrate } from './migrations'
import { connect, LibsqlDialect } from './sqlite'
import type { Tables } from './tables'

export type Store = { db: Kysely<Tables>; file: string }

/** The database file of this machine: `DATELINE_DB`, else var/dateline.sqlite in the working folder. */
export function databaseFile(): string {
  return resolve(/* turbopackIgnore: true */ process.env.DATELINE_DB || 'var/dateline.sqlite')
}

/**
 * Opens a database, creating it and its folder when they are not there and bringing it to the newest shape.
 * @throws DatelineError `store-unavailable` naming the file and what is wrong with it.
 */
export async function openStore(file = databaseFile()): Promise<Store> {
  let db: Kysely<Tables> | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    db = new Kysely<Tables>({ dialect: new LibsqlDialect(connect(file)) })
    const unknown = await migrate(db)
    if (unknown) throw new Error('it was written by a newer version of Dateline')
    await db
      .insertInto('meta')
      .values([{ name: 'store', value: randomBytes(6).toString('hex') }, { name: 'revision', value: '0' }])
      .onConflict((c) => c.doNothing())
      .execute()
    return { db, file }
  } catch (cause) {
    await db?.destroy()
    throw new DatelineError('store-unavailable', `The database ${file} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause })
  }
}

export async function closeStore(store: Store): Promise<void> {
  await store.db.destroy()
}

/** Changes whenever anything stored changes; two databases never share one. */
export async function revision({ db }: Store): Promise<string> {
  const rows = await db.selectFrom('meta').selectAll().orderBy('name').execute()
  return rows.map(({ value }) => value).join('-')
}

const shared = globalThis as typeof globalThis & { datelineStore?: Promise<Store> }

/** The server's one connection, opened at the first request. It lives on `globalThis`, for `next dev` loads modules again and again. */
export function serverStore(): Promise<Store> {
  shared.datelineStore ??= openStore().catch((error: unknown) => {
    delete shared.datelineStore
    throw error
  })
  return shared.datelineStore
}
