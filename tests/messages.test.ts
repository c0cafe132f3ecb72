/** The message files and who reads them: complete in every language, all of them used, and no words in components beside them. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '../lib/text'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** "file.name" → message, as written. */
function messagesIn(locale: Locale): Map<string, string> {
  const folder = join(root, 'messages', locale)
  return new Map(readdirSync(folder).flatMap((file) => Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>).map(([name, message]): [string, string] => [`${file.replace(/\.json$/, '')}.${name}`, message])))
}
const messages = new Map(locales.map((locale) => [locale, messagesIn(locale)]))
const english = messages.get('en')!

type Argument = { name: string; kind: string; cases: string[] }

/** Every argument of a message, those inside its cases too. */
function argumentsOf(compiled: unknown): Argument[] {
  if (!Array.isArray(compiled)) return []
  return compiled.flatMap((token: unknown): Argument[] => {
    if (!Array.isArray(token) || token[0] === '#') return []
    const [name, kind = 'value', cases] = token as [string, string?, unknown?]
    const options = typeof cases === 'object' && cases !== null ? Object.entries(cases as Record<string, unknown>).filter(([option]) => option !== 'offset') : []
    return [{ name, kind, cases: options.map(([option]) => option) }, ...options.flatMap(([, inner]) => argumentsOf(inner))]
  })
}
const read = (message: string) => argumentsOf(compileMessage(message))
const namesIn = (message: string) => [...new Set(read(message).map(({ name }) => name))].sort()

/** What is a name in every language. */
const names = new Set(['frame.name', 'preview.attribution'])

/** An article's own English word, which only the English interface repeats. */
const onlyEnglish = new Set(['said'])

describe.each(locales.map((locale) => [locale, messages.get(locale)!] as const))('messages in %s', (locale, own) => {
  test('are all those of English, and no other', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('say something', () => {
    expect([...own].filter(([, message]) => message.trim() === '')).toEqual([])
  })

  test('take the values English takes', () => {
    const wrong = [...own].filter(([key, message]) => {
      const ours = namesIn(message)
      const theirs = namesIn(english.get(key) ?? '')
      return ours.some((name) => !theirs.includes(name)) || theirs.some((name) => !ours.includes(name) && !onlyEnglish.has(name))
    })
    expect(wrong).toEqual([])
  })

  test('have every plural form of the language, and none it lacks', () => {
    const forms = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort()
    const wrong = [...own].flatMap(([key, message]) => read(message).filter(({ kind }) => kind === 'plural').map(({ cases }) => ({ key, forms: cases.filter((one) => !one.startsWith('=')).sort() }))).filter((found) => found.forms.join() !== forms.join())
    expect(wrong).toEqual([])
  })

  test('have a case for whatever else is chosen by', () => {
    const open = [...own].filter(([, message]) => read(message).some(({ kind, cases }) => /^select/.test(kind) && !cases.includes('other')))
    expect(open).toEqual([])
  })
})

test('Ukrainian is written in Cyrillic and Arabic in Arabic', () => {
  const without = (locale: Locale, script: RegExp) => [...messages.get(locale)!].filter(([key, message]) => !names.has(key) && !script.test(message) && /\p{L}{2}/u.test(message.replace(/\{[^{}]*\}/g, '')))
  expect(without('uk', /\p{Script=Cyrillic}/u)).toEqual([])
  expect(without('ar', /\p{Script=Arabic}/u)).toEqual([])
  expect([...messages.get('uk')!].filter(([, message]) => /[ыэъё]/i.test(message))).toEqual([])
})

const sources = ['app', 'components', 'lib'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ts.createSourceFile(relative(root, path), readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS))

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

const escaped = (text: string) => text.replace(/\W/g, '\\$&')

test('every message is shown somewhere', () => {
  const literals = new Set<string>()
  const patterns: RegExp[] = []
  for (const source of sources) {
    if (source.fileName === 'lib/message-keys.ts') continue
    walk(source, (node) => {
      if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) literals.add(node.text)
      if (ts.isTemplateExpression(node) && /^\w+\./.test(node.head.text)) patterns.push(new RegExp(`^${escaped(node.head.text)}${node.templateSpans.map(({ literal }) => `(\\w+)${escaped(literal.text)}`).join('')}$`))
    })
  }
  // `common.${type}` shows the keys whose rest is a word of the code, such as a type's name.
  const shown = (key: string) => literals.has(key) || patterns.some((pattern) => pattern.exec(key)?.slice(1).every((word) => literals.has(word)))
  expect([...english.keys()].filter((key) => !shown(key))).toEqual([])
})

describe('words a person sees', () => {
  const letters = /\p{L}{2}/u
  const spoken = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'label', 'placeholder', 'title'])

  /** What an expression may come out as, where it is written right there. */
  function written(node: ts.Expression): string[] {
    if (ts.isStringLiteralLike(node)) return [node.text]
    if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.flatMap((span) => [...written(span.expression), span.literal.text])]
    if (ts.isParenthesizedExpression(node)) return written(node.expression)
    if (ts.isConditionalExpression(node)) return [...written(node.whenTrue), ...written(node.whenFalse)]
    if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.PlusToken ? [...written(node.left), ...written(node.right)] : written(node.right)
    return []
  }

  /** `<code>` holds what one types, which is the same in every language. */
  const isCode = (node: ts.Node) => ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'code'

  /** Strings in markup and in the attributes people hear or read. */
  function wordsIn(source: ts.SourceFile): string[] {
    const found: string[] = []
    walk(source, (node) => {
      if (ts.isJsxText(node)) found.push(...(isCode(node.parent) ? [] : [node.text]))
      else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) found.push(...written(node.expression))
      else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(source)) && node.initializer) {
        if (ts.isStringLiteral(node.initializer)) found.push(node.initializer.text)
        else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) found.push(...written(node.initializer.expression))
      } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'setAttribute') {
        const [name, value] = node.arguments
        if (name && value && ts.isStringLiteralLike(name) && spoken.has(name.text)) found.push(...written(value))
      }
    })
    return found.map((words) => words.trim()).filter((words) => letters.test(words) && words !== english.get('frame.name'))
  }

  test('are found where they stand', () => {
    const sample = ts.createSourceFile('sample.tsx', `const a = <p title="One" className="no" aria-label={on ? 'Two' : t('no')}>Three {x && 'Four'} {t('no')} {\`Five \${n}\`} · 7 <code>no</code></p>; b.setAttribute('aria-label', 'Six'); b.setAttribute('role', 'no')`, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
    expect(wordsIn(sample).sort()).toEqual(['Five', 'Four', 'One', 'Six', 'Three', 'Two'])
  })

  test('come from the message files', () => {
    expect(sources.filter(({ fileName }) => /^(app|components)\//.test(fileName)).flatMap((source) => wordsIn(source).map((words) => `${source.fileName}: ${words}`))).toEqual([])
  })
})
