/** The database's shape, step by step. A step that was released is never changed; the next one mends it. */
import type { Kysely } from 'kysely'
import type { Incident, Report } from '../types'
import { createIndexes } from './sqlite'
import type { Tables } from './tables'

type Migration = { name: string; up(db: Kysely<Tables>): Promise<void> }

const migrations: Migration[] = [
  {
    name: 'articles, reports and incidents',
    async up(db) {
      await db.schema
        .createTable('articles')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('title', 'text')
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('publisher', 'text')
        .addColumn('url', 'text')
        .addColumn('published', 'text')
        .addColumn('published_basis', 'text')
        .addColumn('language', 'text', (c) => c.notNull())
        .addColumn('added', 'text', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('incidents')
        .addColumn('n', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('id', 'text', (c) => c.notNull().unique())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('family', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('lat', 'real')
        .addColumn('lon', 'real')
        .addColumn('radius_km', 'real')
        .addColumn('level', 'text')
        .addColumn('place_id', 'text')
        .addColumn('place', 'text')
        .addColumn('country', 'text')
        .addColumn('edtf', 'text')
        .addColumn('from_day', 'text')
        .addColumn('to_day', 'text')
        .addColumn('confidence', 'real', (c) => c.notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('reports')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('article', 'text', (c) => c.notNull().references('articles.id').onDelete('cascade'))
        .addColumn('incident', 'text', (c) => c.notNull().references('incidents.id'))
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('reports_by_article').on('reports').column('article').execute()
      await db.schema.createIndex('reports_by_incident').on('reports').column('incident').execute()
      await db.schema.createIndex('incidents_by_type_and_time').on('incidents').columns(['type', 'from_day', 'to_day']).execute()
      await db.schema.createIndex('incidents_by_family_and_time').on('incidents').columns(['family', 'from_day', 'to_day']).execute()
      await db.schema
        .createTable('meta')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute()
      await createIndexes(db)
    },
  },
  {
    name: 'reports found by day and place; reports taken apart',
    async up(db) {
      await db.schema.alterTable('reports').addColumn('from_day', 'text').execute()
      await db.schema.alterTable('reports').addColumn('to_day', 'text').execute()
      await db.schema.alterTable('reports').addColumn('lat', 'real').execute()
      await db.schema.alterTable('reports').addColumn('radius_km', 'real').execute()
      for (const { id, json } of await db.selectFrom('reports').select(['id', 'json']).execute()) {
        const { where, when } = JSON.parse(json) as Report
        await db
          .updateTable('reports')
          .set({
            from_day: when.known ? when.value.from : null,
            to_day: when.known ? when.value.to : null,
            lat: where.known ? where.value.at.lat : null,
            radius_km: where.known ? where.value.radiusKm : null,
          })
          .where('id', '=', id)
          .execute()
      }
      await db.schema.createIndex('reports_by_day').on('reports').columns(['from_day', 'to_day']).execute()
      await db.schema
        .createTable('apart')
        .addColumn('a', 'text', (c) => c.notNull())
        .addColumn('b', 'text', (c) => c.notNull())
        .addColumn('decided', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('apart_pair', ['a', 'b'])
        .execute()
      await db.schema.createIndex('apart_by_b').on('apart').column('b').execute()
    },
  },
  {
    name: 'incidents read column by column',
    async up(db) {
      await db.schema.alterTable('incidents').addColumn('area', 'text').execute()
      await db.schema.alterTable('incidents').addColumn('admin1', 'text').execute()
      await db.schema.alterTable('incidents').addColumn('place_implied', 'integer', (c) => c.notNull().defaultTo(0)).execute()
      await db.schema.alterTable('incidents').addColumn('date_implied', 'integer', (c) => c.notNull().defaultTo(0)).execute()
      await db.schema.alterTable('incidents').addColumn('precision', 'text').execute()
      await db.schema.alterTable('incidents').addColumn('killed', 'integer').execute()
      await db.schema.alterTable('incidents').addColumn('reports', 'integer', (c) => c.notNull().defaultTo(1)).execute()
      // A thousand at a time: all of them with their json need not stand in memory.
      for (let last = 0; ; ) {
        const rows = await db.selectFrom('incidents').select(['n', 'json']).where('n', '>', last).orderBy('n').limit(1000).execute()
        for (const { n, json } of rows) {
          const { where, when, killed, reports } = JSON.parse(json) as Incident
          await db
            .updateTable('incidents')
            .set({
              area: where.known ? (where.value.outline ?? null) : null,
              admin1: where.known ? (where.value.admin1 ?? null) : null,
              place_implied: where.known && where.basis === 'implied' ? 1 : 0,
              date_implied: when.known && when.basis === 'implied' ? 1 : 0,
              precision: when.known ? when.value.precision : null,
              killed: killed ? (killed.best ?? killed.low) : null,
              reports: reports.length,
            })
            .where('n', '=', n)
            .execute()
          last = n
        }
        if (rows.length === 0) break
      }
      // All that the map reads, in its order: without it the reading goes through every page of json, and sorts.
      await db.schema
        .createIndex('incidents_as_columns')
        .on('incidents')
        .columns(['to_day desc', 'id', 'place', 'level', 'lat', 'lon', 'radius_km', 'country', 'admin1', 'area', 'edtf', 'from_day', 'precision', 'type', 'status', 'place_implied', 'date_implied', 'killed', 'reports'])
        .execute()
    },
  },
]

/**
 * Brings a database to the newest shape. Several processes may do so at once: the steps run under the write lock.
 * @returns how many steps the database knows that this program does not (0 unless a newer version wrote it).
 */
export async function migrate(db: Kysely<Tables>): Promise<number> {
  if ((await applied(db)) === migrations.length) return 0
  return db.transaction().execute(async (tx) => {
    await tx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .execute()
    const done = await applied(tx)
    for (const [i, { name, up }] of migrations.entries()) {
      if (i < done) continue
      await up(tx)
      await tx.insertInto('migrations').values({ number: i + 1, name }).execute()
    }
    return Math.max(0, done - migrations.length)
  })
}

async function applied(db: Kysely<Tables>): Promise<number> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'migrations')) return 0
  const { count } = await db.selectFrom('migrations').select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}
