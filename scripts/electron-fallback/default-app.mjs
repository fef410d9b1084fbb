// Opens the application folder named on the command line, as the official Electron does when it is started on a folder;
// the fallback runtime comes without that part. The application is awaited here because Electron holds back `ready`
// until its entry module has been evaluated, and some of the application's calls are only allowed before `ready`.
import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const required = []
let folder
for (let i = 1; i < process.argv.length && folder === undefined; i += 1) {
  const argument = process.argv[i]
  if (argument === '-r' || argument === '--require') required.push(process.argv[(i += 1)])
  else if (!argument.startsWith('-')) folder = resolve(argument)
}
if (folder === undefined) {
  process.stderr.write('usage: electron [options] <application folder>\n')
  process.exit(2)
}

process.defaultApp = true
for (const name of required) require(name)
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
if (manifest.version) app.setVersion(manifest.version)
app.setAppPath(folder)
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('appData'), app.getName()))

const entry = join(folder, manifest.main ?? 'index.js')
const isModule = extname(entry) === '.mjs' || (extname(entry) === '.js' && manifest.type === 'module')
if (isModule) await import(pathToFileURL(entry).href)
else Module._load(entry, null, true)
