import type { Case, Group } from '../support/cases'
import { runProgram } from '../support/strace'

/** How often the long form kills the whole application. */
const kills = 50

const longest = 60 * 60_000

type Application = { readonly command: readonly string[]; readonly env: Readonly<Record<string, string>> }

/** How the tests of the whole application are run: the script that starts the plan says so in its long form. */
const given = process.env['PARKDESK_FAULTS_APPLICATION']
const known = given === undefined ? undefined : (JSON.parse(given) as Application)

const killed = ({ command, env }: Application): Case => ({
  name: `the application, killed ${kills} times`,
  run: async () => {
    const end = await runProgram(command, { ...env, PARKDESK_FAULTS_KILLS: String(kills) }, longest)
    return { hit: true, killed: true, failure: end.status === 0 ? null : end.said.slice(-20).join('\n') }
  },
})

/** Rows 3 and 32 in the long form; `npm test` runs the same tests with a few kills. */
export const application: readonly Group[] = [
  {
    row: 3,
    name: 'application',
    cases: (scope) => Promise.resolve(scope.long && known !== undefined ? [killed(known)] : []),
    sum: (results) => ({ failures: [], figures: { applicationKills: results.length * kills } }),
  },
]
