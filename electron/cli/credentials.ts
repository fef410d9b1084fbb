import type { Surroundings } from './session'

/** How somebody says who they are. Secrets are never arguments, which others on the machine could read. */
export type CredentialOptions = {
  readonly user?: string
  readonly passwordStdin?: boolean
  readonly recoveryKeyStdin?: boolean
}

/** What was said; undefined for what was not. */
export type Credentials = {
  readonly name: string | undefined
  readonly password: string | undefined
  readonly recoveryKey: string | undefined
}

/**
 * Name by `--user` or PARKDESK_USER; password and recovery key from standard input where asked for, one a line and the
 * recovery key first, else from PARKDESK_PASSWORD and PARKDESK_RECOVERY_KEY. Standard input is read once.
 */
export function credentialsReader(
  options: CredentialOptions,
  { env, readLines }: Pick<Surroundings, 'env' | 'readLines'>,
): () => Promise<Credentials> {
  let known: Promise<Credentials> | undefined
  const read = async (): Promise<Credentials> => {
    const asked = options.passwordStdin === true || options.recoveryKeyStdin === true
    const lines = asked ? [...(await readLines())] : []
    const recoveryKey = options.recoveryKeyStdin ? lines.shift() : env['PARKDESK_RECOVERY_KEY']
    const password = options.passwordStdin ? lines.shift() : env['PARKDESK_PASSWORD']
    return { name: options.user ?? env['PARKDESK_USER'], password, recoveryKey }
  }
  return () => (known ??= read())
}
