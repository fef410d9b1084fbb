/** A prepared Electron; `nativeBinding` is the better-sqlite3 addon for it, absent where the npm package's own fits. */
export type ElectronRuntime = {
  readonly executable: string
  readonly nativeBinding?: string
  readonly dist: string
  readonly version: string
  readonly official: boolean
}

/** The prepared runtime, or undefined while there is none (`npm run setup` prepares it). */
export function electronRuntime(): ElectronRuntime | undefined

/** Prepares the runtime where that has not been done yet. */
export function ensureElectron(): Promise<ElectronRuntime>

/** What the application is told about the runtime through its environment. */
export function runtimeEnvironment(runtime: ElectronRuntime | undefined): Readonly<Record<string, string>>
