// Run after `npm install`: completes package-lock.json with the other platforms' builds of native packages.
// npm leaves out of the lock file what the configured registry does not carry, and mirrors seldom carry every platform;
// `npm ci` then refuses the file as incomplete. The version is the exact one its package asks for, and the platform is in
// the name, which keeps npm from fetching it anywhere else.
import { readFileSync, writeFileSync } from 'node:fs'
import { inProject } from './lib/paths.mjs'

const path = inProject('package-lock.json')
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** The entry of a package that is built for one platform, or undefined where the name tells none. */
function platformEntry(name, version, { dev }) {
  const words = name.split(/[/-]/)
  const os = words.find((word) => systems.includes(word))
  const cpu = words.find((word) => processors.includes(word))
  if (!os || !cpu) return undefined
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), optional: true, os: [os] }
}

const lock = JSON.parse(readFileSync(path, 'utf8'))
const packages = lock.packages
const isLocked = (name, dependant) =>
  `node_modules/${name}` in packages || `${dependant}/node_modules/${name}` in packages
const added = []
for (const [dependant, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(name, dependant)) continue
    const missing = platformEntry(name, version, entry)
    if (!missing) continue
    packages[`node_modules/${name}`] = missing
    added.push(`${name}@${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added.length} entries added\n`)
