import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Passwords are kept as scrypt hashes (RFC 7914) with the cost that OWASP's Password Storage Cheat Sheet names for it:
 * N = 2^17, r = 8, p = 1. The record names its cost, so that a later one can be taken up: `$scrypt$ln=17,r=8,p=1$salt$hash`.
 */
const cost = { ln: 17, r: 8, p: 1 }
const saltBytes = 16
const hashBytes = 32
/** N = 2^17 takes 128 MiB; Node's own limit is 32. */
const maximumMemory = 256 * 1024 * 1024

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u

const derive: (text: string, salt: Uint8Array, length: number, options: ScryptOptions) => Promise<Buffer> =
  promisify(scrypt)

/** Two at once: more would take memory from everybody and gain nothing. */
const mostAtOnce = 2
let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => queue.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}

type Cost = typeof cost

/**
 * Unicode NFKC first, as NIST SP 800-63B 5.1.1.2 advises: the same keys must give the same bytes on every keyboard and
 * input method. Nothing is cut off, trimmed or folded.
 */
function hashOf(password: string, salt: Uint8Array, { ln, r, p }: Cost): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: maximumMemory }
  return inTurn(() => derive(password.normalize('NFKC'), salt, hashBytes, options))
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

/** What is kept of a password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await hashOf(password, salt, cost)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(hash)}`
}

/** Stands in for the record of an account that does not exist: the answer then takes as long as any other. */
const nobody = `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(new Uint8Array(saltBytes))}$${base64(new Uint8Array(hashBytes))}`

/** Whether a password is the one a record was made of; without a record it never is, after the same time. */
export async function isPassword(password: string, record: string | undefined): Promise<boolean> {
  const [, ln, r, p, salt = '', hash = ''] = form.exec(record ?? nobody) ?? []
  const known = Buffer.from(hash, 'base64')
  if (ln === undefined || known.length !== hashBytes) throw new Error('not a password record')
  const given = await hashOf(password, Buffer.from(salt, 'base64'), {
    ln: Number(ln),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(given, known) && record !== undefined
}

/** Whether a record was made at another cost than today's and should be made anew when its password is known. */
export function isOutdated(record: string): boolean {
  return !record.startsWith(`$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$`)
}

/** Without signs that are mistaken for one another, as it is read out or copied from paper. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'

/** A password for one sign-in: 16 signs in groups of four, 79 bits. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('')
  return Array.from({ length: 4 }, group).join('-')
}
