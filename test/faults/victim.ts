import Database from 'better-sqlite3'
import { deeds, isDeed } from './support/deeds'

/** A process that does one thing with a park and is hindered from outside: `node victim.js <deed> <folder> …`. */
const [deed = '', folder = '', ...rest] = process.argv.slice(2)
if (!isDeed(deed)) throw new Error(`no deed ${deed}`)

// The negative control: every connection of the product is robbed of its syncs, from outside, for it has no such setting.
if (process.env['PARKDESK_FAULTS_UNSYNCED']) {
  const { pragma } = Database.prototype
  Database.prototype.pragma = function unsynced(text, options) {
    return pragma.call(this, text.replace('synchronous = FULL', 'synchronous = OFF'), options)
  }
}

// The addon is loaded with the first connection; a fault shall hit the park and not the program's own files.
new Database(':memory:').close()

await deeds[deed](folder, rest)
