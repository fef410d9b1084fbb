import { runnerImport } from 'vite'
import type * as Contract from '@shared/contract/contract'
import { inProject } from './project'

let loaded: Promise<typeof Contract> | undefined

/** The contract as the product has it; Playwright's own loader does not take the JSON files it imports. */
export async function loadContract(): Promise<typeof Contract> {
  loaded ??= runnerImport<typeof Contract>(inProject('shared/contract/contract.ts'), {
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': inProject('shared'), '@resources': inProject('resources') } },
  }).then(({ module }) => module)
  return await loaded
}
