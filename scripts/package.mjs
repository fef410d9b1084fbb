// `npm run package`: an unpacked folder and a .tar.gz for this platform in `dist/`, without downloading anything.
// Other targets (deb, AppImage, nsis, portable) where their tools are: `npm run package -- deb AppImage`.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { say, since } from './lib/log.mjs'
import { isMain, reportFailure } from './lib/main.mjs'
import { ensureNode24 } from './lib/node-24.mjs'
import { inProject, root } from './lib/paths.mjs'

/** What a package made on the fallback runtime carries instead of the official parts. */
const fallbackConfiguration = (runtime) => ({
  extraResources: [{ from: runtime.nativeBinding, to: 'native/better_sqlite3.node' }],
  // The runtime's own start page for folders has no place in a package.
  afterExtract: ({ appOutDir }) => rmSync(join(appOutDir, 'resources', 'app'), { recursive: true }),
})
