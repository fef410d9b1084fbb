/** What reaches into a Node or an Electron from its environment, and what a checkout tells the program of its runtime. */
const opening = /^(?:NODE_|ELECTRON_|PARKDESK_)|^(?:SSLKEYLOGFILE|CHROME_DEVEL_SANDBOX)$/

/**
 * Forgets variables that would make a packaged program or one of its processes load, write or trust something else.
 * Fuses already keep the first process from them; this keeps them from those it starts.
 */
export function clearEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) if (opening.test(name)) delete env[name]
}
