import type { Migration } from './migration'

/** Every park has a number of its own: a backup of another one is told from this one's by it. */
export const backups: Migration = {
  version: 90,
  name: 'backups',
  statements: [`INSERT INTO settings (key, value) VALUES ('parkId', json_quote(lower(hex(randomblob(16)))))`],
}
