/**
 * `node scripts/complete-lock.mjs`, after a change of the dependencies: adds to package-lock.json the binaries for other systems
 * that npm left out. npm writes only those that its registry offers to the machine it runs on, and `npm ci` elsewhere then refuses the lock.
 * Running it twice is running it once; `--check` only says what is missing (exit code 1).
 */
import { readFileSync, writeFileSync } from 'node:fs'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = lock.packages

const added = []
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isInstalledFor(from, name)) continue
    packages[`node_modules/${name}`] = entryOf(name, version, dev)
    added.push(`${name}@${version}`)
  }
}

if (process.argv.includes('--check')) {
  for (const name of added) console.error(`package-lock.json lacks ${name}`)
  process.exitCode = added.length ? 1 : 0
} else {
  const [[, project], ...rest] = Object.entries(packages)
  lock.packages = { '': project, ...Object.fromEntries(rest.sort(([a], [b]) => a.localeCompare(b, 'en'))) }
  if (added.length) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${added.length} packages for other systems added.`)
}

/** Node's own search: the package's folder, then each one around it. */
function isInstalledFor(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

/** "@rollup/rollup-linux-arm-musleabihf" says for which system, processor and C library it is. */
function entryOf(name, version, dev) {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}@${version} is a range: its version has to be looked up, not written down`)
  const words = name.toLowerCase().split(/[/.-]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (!os.length || !cpu.length) throw new Error(`${name} does not name its system and processor`)
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : []
  return { version, cpu, ...(dev && { dev: true }), ...(os[0] === 'linux' && libc.length && { libc }), optional: true, os }
}
