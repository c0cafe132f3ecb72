/** What the arguments of `npm run explain` ask for. */
import { parseArgs } from 'node:util'

export type Options = { help: boolean; file: string; brief: boolean; published?: string }

const known = { help: { type: 'boolean', short: 'h' }, brief: { type: 'boolean' }, published: { type: 'string' } } as const

/** @throws Error for arguments that are not understood, saying which. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({ args, options: known, allowPositionals: true, strict: false })
  const unknown = Object.keys(values).find((name) => !(name in known))
  if (unknown) throw new Error(`there is no option ${unknown.length > 1 ? '--' : '-'}${unknown} (--help tells more)`)
  const { help, brief, published } = values
  const [file = '', ...rest] = positionals
  if (help) return { help: true, file, brief: false }
  if (typeof brief === 'string') throw new Error('--brief takes no value (--help tells more)')
  if (published !== undefined && (typeof published !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(published))) throw new Error('--published needs a day, YYYY-MM-DD')
  if (!file) throw new Error('one file is needed (--help tells more)')
  if (rest.length > 0) throw new Error(`one file at a time, not also ${rest.join(', ')} (--help tells more)`)
  return { help: false, file, brief: Boolean(brief), ...(typeof published === 'string' && { published }) }
}
