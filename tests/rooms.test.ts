/** The house's plan, read from the imports themselves: who may know whom. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const rooms = ['read', 'recognise', 'resolve', 'link', 'store', 'publish']

type Module = { file: string; source: ts.SourceFile; imports: { from: string; names: string[] | 'all' }[]; /** Functions, classes and values; types may be exported for a signature's sake. */ exports: string[] }

const modules = new Map(['lib', 'app', 'components', 'scripts', 'tests', 'proxy.ts'].flatMap(filesUnder).map((file) => [file, read(file)]))

function filesUnder(path: string): string[] {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
}

function read(file: string): Module {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const imports: Module['imports'] = []
  const exports: string[] = []
  const add = (specifier: ts.Expression | undefined, names: string[] | 'all') => {
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ from: target(file, specifier.text), names })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause
      const bindings = clause?.namedBindings
      const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map((e) => (e.propertyName ?? e.name).text) : []
      add(node.moduleSpecifier, bindings && ts.isNamespaceImport(bindings) ? 'all' : [...named, ...(clause?.name ? ['default'] : [])])
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, 'all')
      if (node.exportClause && ts.isNamedExports(node.exportClause) && !node.isTypeOnly) exports.push(...node.exportClause.elements.filter((e) => !e.isTypeOnly).map((e) => e.name.text))
    } else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')) {
      add(node.arguments[0], 'all')
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal as ts.Expression, 'all')
    } else if (!ts.isTypeAliasDeclaration(node) && !ts.isInterfaceDeclaration(node) && ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) {
      if (ts.isVariableStatement(node)) exports.push(...node.declarationList.declarations.flatMap((d) => namesOf(d.name)))
      else if ('name' in node && node.name) exports.push((node.name as ts.Identifier).text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { file, source, imports, exports }
}

function namesOf(name: ts.BindingName): string[] {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((e) => (ts.isOmittedExpression(e) ? [] : namesOf(e.name)))
}

/** The file a relative import means, or the package's name. */
function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const path = join(dirname(from), specifier).replaceAll('\\', '/')
  return [path, `${path}.ts`, `${path}.tsx`, `${path}.mjs`].find((candidate) => /\.\w+$/.test(candidate) && existsSync(join(root, candidate))) ?? path
}

/** "lib/store/save.ts" → "store"; the shared modules of lib/ are in no room. */
function roomOf(file: string): string | undefined {
  const name = /^lib\/(\w+)(?:\/|\.ts$)/.exec(file)?.[1]
  return name && rooms.includes(name) ? name : undefined
}

/** Every import for which `isWrong` holds, as "importer → imported". */
function importsWhere(isWrong: (importer: string, imported: string) => boolean): string[] {
  return [...modules.values()].flatMap(({ file, imports }) => imports.filter(({ from }) => isWrong(file, from)).map(({ from }) => `${file} → ${from}`))
}

const isPackage = (imported: string, ...names: string[]) => names.some((name) => imported === name || imported.startsWith(`${name}/`))

describe('rooms', () => {
  test('the plan is read from all the sources', () => {
    expect(modules.size).toBeGreaterThan(30)
    expect(importsWhere((a, b) => a === 'lib/ingest.ts' && b.startsWith('lib/')).length).toBeGreaterThan(3)
  })

  test('never import one another', () => {
    expect(importsWhere((a, b) => roomOf(a) !== undefined && roomOf(b) !== undefined && roomOf(a) !== roomOf(b))).toEqual([])
  })

  test('know nothing of what joins them', () => {
    expect(importsWhere((a, b) => roomOf(a) !== undefined && /^(app|components|scripts|tests)\/|^lib\/(pipeline|ingest)\.ts$/.test(b))).toEqual([])
  })

  test('shared modules of lib/ do not reach into rooms, but for those that join them', () => {
    expect(importsWhere((a, b) => /^lib\//.test(a) && !roomOf(a) && !/^lib\/(pipeline|ingest)\.ts$/.test(a) && roomOf(b) !== undefined)).toEqual([])
  })

  test('every import of a file finds one', () => {
    expect(importsWhere((_, b) => /^(lib|app|components|scripts|tests)\//.test(b) && !existsSync(join(root, b)))).toEqual([])
  })
})

describe('the outside world is met in one place', () => {
  test('SQL in the store', () => {
    expect(importsWhere((a, b) => isPackage(b, 'libsql', 'kysely', 'pg', 'better-sqlite3') && roomOf(a) !== 'store' && !a.startsWith('tests/'))).toEqual([])
  })

  test('SQL that is only SQLite’s in one module of it', () => {
    expect(importsWhere((a, b) => isPackage(b, 'libsql') && a !== 'lib/store/sqlite.ts')).toEqual([])
    const tells = [...modules.values()].filter(({ file, source }) => /\b(fts5|rtree|pragma)\b/i.test(withoutComments(source)) && roomOf(file) === 'store')
    expect(tells.map(({ file }) => file)).toEqual(['lib/store/sqlite.ts'])
  })

  test('leaflet in components/map', () => {
    expect(importsWhere((a, b) => isPackage(b, 'leaflet', 'react-leaflet', 'protomaps-leaflet') && !a.startsWith('components/map/'))).toEqual([])
  })

  test('React in app and components', () => {
    expect(importsWhere((a, b) => isPackage(b, 'react', 'react-dom') && !/^(app|components)\//.test(a))).toEqual([])
  })
})

test('components import no server room', () => {
  expect(importsWhere((a, b) => a.startsWith('components/') && (roomOf(b) !== undefined || isPackage(b, 'node:fs', 'fs', 'libsql')))).toEqual([])
})

test('what the browser gets never reaches for files or databases, however far down', () => {
  const reached = new Set<string>()
  const follow = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const { from } of modules.get(file)?.imports ?? []) follow(from)
  }
  for (const file of modules.keys()) if (file.startsWith('components/')) follow(file)
  expect([...reached].filter((name) => name.startsWith('node:') || isPackage(name, 'fs', 'path', 'libsql', 'kysely'))).toEqual([])
})

test('nothing imports a route', () => {
  expect(importsWhere((a, b) => b.startsWith('app/') && !a.startsWith('app/') && !a.startsWith('tests/'))).toEqual([])
})

test('nothing is exported that nobody imports', () => {
  const used = new Map<string, Set<string>>()
  for (const { imports } of modules.values()) {
    for (const { from, names } of imports) {
      const known = used.get(from) ?? new Set<string>()
      for (const name of names === 'all' ? ['*'] : names) known.add(name)
      used.set(from, known)
    }
  }
  // Next calls the exports of app/ and proxy.ts, not another module.
  const unused = [...modules.values()]
    .filter(({ file }) => /^(lib|components|scripts)\//.test(file))
    // It stands in for the package leaflet (next.config.mjs), so react-leaflet imports from it too.
    .filter(({ file }) => file !== 'components/map/leaflet.ts')
    .flatMap(({ file, exports }) => exports.filter((name) => !used.get(file)?.has(name) && !used.get(file)?.has('*')).map((name) => `${file}: ${name}`))
  expect(unused).toEqual([])
})

function withoutComments(source: ts.SourceFile): string {
  return source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
