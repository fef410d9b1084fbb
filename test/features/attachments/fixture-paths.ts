import { join } from 'node:path'
import { projectFolder } from '../../support/sources'

/** A file of the fixtures. */
export function inFixtures(name: string): string {
  return join(projectFolder, 'test/fixtures', name)
}
