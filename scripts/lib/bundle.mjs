import { inProject, root } from './paths.mjs'

/**
 * Bundles programs of the tests as the application itself is bundled, so that they run the same code.
 *
 * @param {Readonly<Record<string, string>>} input name of each program and its source file
 * @param {string} output folder of the bundled programs, emptied first
 * @param {readonly string[]} external packages that are loaded as they are
 */
export async function bundle(input, output, external) {
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': inProject('shared'), '@resources': inProject('resources') } },
    ssr: { noExternal: true, external: [...external] },
    build: {
      ssr: true,
      rollupOptions: { input },
      outDir: output,
      emptyOutDir: true,
      target: 'node20.18',
    },
  })
}
