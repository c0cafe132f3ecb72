/**
 * All that is SQLite's own: the connection, full-text search (FTS5) and the box index (R*Tree).
 * A PostgreSQL store gives the same functions over `tsvector` and a GiST index; nothing else in this room may need to know.
 */
import Libsql from 'libsql'
import { CompiledQuery, SqliteDialect, SqliteDriver, sql, type DatabaseConnection, type Driver, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { BBox } from '../view'
import { wordsOf } from '../search'
import type { LonLat } from '../types'
import type { Tables } from './tables'

/** How long a writer waits for another process's transaction before it gives up. */
const busyMs = 10_000

/** Opens a database file for several processes: readers never wait, writers queue. */
export function connect(file: string): Libsql.Database {
  const database = new Libsql(file)
  database.pragma(`busy_timeout = ${busyMs}`)
  database.pragma('journal_mode = WAL')
  database.pragma('foreign_keys = ON')
  return database
}

export class LibsqlDialect extends SqliteDialect {
  readonly #database: Libsql.Database
  constructor(database: Libsql.Database) {
    super({ database })
    this.#database = database
  }
  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database })
  }
}

/**
 * Takes the write lock when a transaction begins. A transaction that reads first and writes later
 * would fail at once, without waiting, when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

export async function createIndexes(db: Kysely<Tables>): Promise<void> {
  await sql`create virtual table incident_text using fts5(words, prefix = '2 3')`.execute(db)
  await sql`create virtual table incident_box using rtree(n, west, east, south, north)`.execute(db)
}

/** @param words the incident's words as `searchable` prepares them */
export async function putInIndexes(db: Kysely<Tables>, n: number, words: string, at: LonLat | undefined): Promise<void> {
  await dropFromIndexes(db, n)
  await sql`insert into incident_text(rowid, words) values (${n}, ${words})`.execute(db)
  if (at) await sql`insert into incident_box(n, west, east, south, north) values (${n}, ${at.lon}, ${at.lon}, ${at.lat}, ${at.lat})`.execute(db)
}

export async function dropFromIndexes(db: Kysely<Tables>, n: number): Promise<void> {
  await sql`delete from incident_text where rowid = ${n}`.execute(db)
  await sql`delete from incident_box where n = ${n}`.execute(db)
}

/** Every word of the query stands in the text, the last one perhaps not typed to its end. Words are quoted and hold letters and digits only, so no query can be a syntax error. */
export function matchesText(text: string): RawBuilder<SqlBool> {
  const words = wordsOf(text)
  if (!words.length) return sql<SqlBool>`1 = 0`
  const query = `${words.map((word) => `"${word}"`).join(' ')}*`
  return sql<SqlBool>`incidents.n in (select rowid from incident_text where incident_text match ${query})`
}

/** Several columns as one text, a JSON array: a row costs by its values, and what repeats from row to row is parsed once. (PostgreSQL: `json_build_array`.) */
export function jsonArray<C extends keyof Tables['incidents'] & string>(...columns: C[]): RawBuilder<string> {
  return sql<string>`json_array(${sql.join(columns.map((column) => sql.ref(column)))})`
}

/** Incidents whose point lies in the box; `west > east` crosses the antimeridian. */
export function inBox([west, south, east, north]: BBox): RawBuilder<SqlBool> {
  const parts = west <= east ? [[west, east] as const] : [[west, 180] as const, [-180, east] as const]
  const degrees = parts.reduce((sum, [w, e]) => sum + (e - w), 0)
  const exact = sql<SqlBool>`incidents.lat between ${south} and ${north} and (${sql.join(parts.map(([w, e]) => sql`incidents.lon between ${w} and ${e}`), sql` or `)})`
  // The tree pays for small boxes; a box of continents is read faster by the other indexes.
  if (degrees * (north - south) > 3_000) return sql<SqlBool>`(${exact})`
  // The tree keeps 32-bit numbers, rounded outwards, so the exact columns have the last word.
  const boxes = parts.map(([w, e]) => sql`(east >= ${w} and west <= ${e})`)
  return sql<SqlBool>`(incidents.n in (select n from incident_box where north >= ${south} and south <= ${north} and (${sql.join(boxes, sql` or `)})) and ${exact})`
}
