import { text } from 'node:stream/consumers'
import type { Surroundings } from './session'

/** Every line of standard input, as they are: a blank at the end belongs to a password. */
export async function readLines(): Promise<readonly string[]> {
  const all = await text(process.stdin)
  return all.split(/\r?\n/u)
}

/** Variables that programs started by this one have no business with. */
const secrets = ['PARKDESK_PASSWORD', 'PARKDESK_RECOVERY_KEY'] as const

/** The environment as the caller set it; what is secret in it is not handed on. */
export function takeEnvironment(): Surroundings['env'] {
  const env = { ...process.env }
  for (const name of secrets) Reflect.deleteProperty(process.env, name)
  return env
}
