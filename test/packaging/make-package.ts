import { makePackage } from './packaged-app'

/** One package is made for all tests. */
export async function setup(): Promise<void> {
  await makePackage()
}
