import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const idBytes = 16
// Asked for one id's bytes at a time, the system's random numbers cost more than the rest of the id.
const pool = new Uint8Array(256 * idBytes)
let used = pool.length
let lastTime = 0
let counter = 0

function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += idBytes
  return pool.slice(used - idBytes, used)
}

/** A new UUIDv7 (RFC 9562); those of one millisecond are told apart and ordered by a counter that begins anywhere. */
export function newId(): string {
  const now = Date.now()
  const random = randomBytes()
  counter = now > lastTime ? new DataView(random.buffer).getUint32(0) >>> 1 : counter + 1
  lastTime = Math.max(lastTime, now)
  return v7({ random, msecs: lastTime, seq: counter })
}
