import { chmodSync, copyFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/**
 * What a package's Electron may still do. Everything a packaged application has no use for is off, so that neither an
 * environment variable nor an option nor a folder beside it can make it run other code. WasmTrapHandlers keeps its
 * default (on), and older runtimes do not know it.
 */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}

const launcher = fileURLToPath(new URL('launcher.sh', import.meta.url))

function executableOf({ appOutDir, electronPlatformName, packager }) {
  if (electronPlatformName === 'darwin') return join(appOutDir, `${packager.appInfo.productFilename}.app`)
  if (electronPlatformName === 'win32') return join(appOutDir, `${packager.appInfo.productFilename}.exe`)
  return join(appOutDir, packager.executableName)
}

/** electron-builder's hook: sets the fuses and, on Linux, puts the launcher in front of the executable. */
export async function afterPack(context) {
  const executable = executableOf(context)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...fuses,
  })
  if (context.electronPlatformName !== 'linux') return
  renameSync(executable, `${executable}-bin`)
  copyFileSync(launcher, executable)
  chmodSync(executable, 0o755)
}
