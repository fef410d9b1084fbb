/** A check of the shell by its number in the list of checks: where it is tried, or why it is not tried here. */
export type Check = {
  readonly number: number
  readonly what: string
  /** What of it can only be tried on another system. */
  readonly elsewhere?: string
} & ({ readonly tests: readonly string[] } | { readonly notHere: string })

const content = 'test/e2e/guards-content.test.ts'
const input = 'test/e2e/guards-input.test.ts'
const instance = 'test/e2e/guards-instance.test.ts'
const network = 'test/e2e/guards-network.test.ts'
const outside = 'test/e2e/guards-outside.test.ts'
const permissions = 'test/e2e/guards-permissions.test.ts'
const residue = 'test/e2e/guards-residue.test.ts'
const window = 'test/e2e/guards-window.test.ts'
const contents = 'test/packaging/package.test.ts'
const packaged = 'test/packaging/guards.test.ts'
const rule = (name: string) => `test/app/security/${name}.test.ts`

/**
 * Every check of the shell. Those of a window run as a user without privileges and with Chromium's sandbox on; those of a
 * package run the packaged program.
 */
export const checks: readonly Check[] = [
  { number: 1, what: 'Node is off in every window, that of printing too', tests: [window] },
  { number: 2, what: 'pages are isolated from the preload script', tests: [window] },
  { number: 3, what: 'the system holds the page in a sandbox', tests: [window, packaged] },
  { number: 4, what: 'web security is on, nothing insecure or experimental', tests: [window] },
  { number: 5, what: 'there is no webview', tests: [window, rule('navigation')] },
  { number: 6, what: 'a page has nothing of Node', tests: [window] },
  {
    number: 7,
    what: 'what the bridge shows is committed',
    tests: [window, 'test/architecture/bridge.test.ts'],
  },
  { number: 8, what: 'an event reaches the page as its text alone', tests: [window] },
  { number: 9, what: 'scripts in the page do not run', tests: [content] },
  { number: 10, what: 'handlers in attributes do not run', tests: [content] },
  { number: 11, what: 'text made code does not run', tests: [content] },
  { number: 12, what: 'the content security policy is well-formed', tests: [rule('csp'), content] },
  { number: 13, what: 'Electron finds nothing to warn of', tests: [window] },
  { number: 14, what: 'a page reads no file', tests: [content] },
  { number: 15, what: 'the scheme serves nothing beside the window’s files', tests: [content] },
  { number: 16, what: 'every answer has its type, every page its policy', tests: [content] },
  { number: 17, what: 'nothing in the page reaches a server', tests: [content] },
  { number: 18, what: 'a whole session makes no connection', tests: [network] },
  { number: 19, what: 'no window is opened', tests: [content, rule('navigation')] },
  { number: 20, what: 'the window stays where it is', tests: [content, rule('navigation')] },
  { number: 21, what: 'no form is sent', tests: [content] },
  { number: 22, what: 'frames and redirects lead nowhere', tests: [content, rule('navigation')] },
  { number: 23, what: 'dropped files and middle clicks lead nowhere', tests: [outside] },
  { number: 24, what: 'every permission is refused and written down', tests: [permissions, window] },
  { number: 25, what: 'nobody listens on another channel', tests: [window] },
  { number: 26, what: 'frames inside a page are not heard', tests: [outside, rule('sender')] },
  { number: 27, what: 'other hosts of an own scheme are not heard', tests: [outside, rule('sender')] },
  { number: 28, what: 'input of two megabytes is refused on every channel', tests: [input] },
  { number: 29, what: 'input of any wrong shape is refused and writes nothing', tests: [input] },
  { number: 30, what: 'before signing in and after locking', notHere: 'accounts' },
  { number: 31, what: 'every operation by every role', notHere: 'accounts' },
  { number: 32, what: 'records and fields of others', notHere: 'accounts' },
  { number: 33, what: 'failures name no place, statement or stack', tests: [input] },
  { number: 34, what: 'the fuses are set', tests: [contents] },
  { number: 35, what: 'neither environment nor signal opens a door', tests: [packaged, rule('switches')] },
  { number: 36, what: 'switches that open the program are refused', tests: [packaged, rule('switches')] },
  {
    number: 37,
    what: 'only the archive is loaded',
    tests: [packaged],
    elsewhere:
      'Electron checks the hash of the archive on Windows and macOS only; on Linux its files are root’s, which `dpkg -V` shows of the installed .deb, and that needs tools to make it that are no npm packages',
  },
  { number: 38, what: 'the archive holds what runs and nothing else', tests: [contents] },
  { number: 39, what: 'no developer tools and no reload in a package', tests: [packaged] },
  { number: 40, what: 'a second start has no say', tests: [instance] },
  { number: 41, what: 'what was worked on stays in the data folder', tests: [residue] },
  {
    number: 42,
    what: 'files of the program are for their user alone',
    tests: [residue],
    elsewhere: 'access lists of folders are looked at on Windows',
  },
  { number: 43, what: 'the system is asked to open nothing', tests: [outside] },
  { number: 44, what: 'locking clears the page', notHere: 'accounts' },
  {
    number: 45,
    what: 'Electron is one that is supported',
    tests: ['test/architecture/electron-age.test.ts'],
  },
  {
    number: 46,
    what: 'Electronegativity finds nothing new',
    notHere:
      'it is no dependency: it brings four hundred packages, ends with 0 whatever it finds, and its parser passes over every file of newer syntax without a word; what it looks for is tried in a running window instead',
  },
]
