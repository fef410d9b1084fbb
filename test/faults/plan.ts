/**
 * A kind of fault and where it is tried: by cases of this plan, by a test elsewhere, or, where it cannot be tried on the
 * machine that runs the tests, the reason why.
 */
export type PlanRow = {
  readonly row: number
  readonly fault: string
  /** What must hold afterwards. */
  readonly expected: string
  /** Names of groups (`npm run faults -- <name>`). */
  readonly groups?: readonly string[]
  /** Test files, from the project's top folder. */
  readonly tests?: readonly string[]
  /** What is not tried, and why. */
  readonly notHere?: string
}

const whole = 'sound database; every import whole or absent; acknowledged ≤ stored ≤ acknowledged + 1'

/** Every row of the fault plan. */
export const plan: readonly PlanRow[] = [
  {
    row: 1,
    fault: 'killed at a write, during an import and single commands',
    expected: whole,
    groups: ['import', 'commands'],
  },
  {
    row: 2,
    fault: 'killed at any other call on a file: sync, truncate, unlink, rename, open, close',
    expected: whole,
    groups: ['import', 'commands'],
  },
  {
    row: 3,
    fault: 'the whole application killed at a random moment of an import',
    expected: whole,
    groups: ['application'],
    tests: ['test/e2e/killed-application.test.ts'],
  },
  {
    row: 4,
    fault: 'killed while a park is made, and while one of each older structure is brought up to date',
    expected: 'the old structure or the new one with all rows; no park or a whole one',
    groups: ['migration', 'create'],
  },
  {
    row: 5,
    fault: 'killed during a backup',
    expected: 'the older backup or the new one; the next backup goes through and clears up',
    groups: ['backup'],
  },
  {
    row: 6,
    fault: 'killed during a restore',
    expected: 'the park or the backup, whole; where it is the backup, the park is in quarantine',
    groups: ['restore'],
  },
  {
    row: 7,
    fault: 'killed while a bundle from another workstation is taken in',
    expected: 'nothing or all of it',
    notHere: 'workstations do not exchange bundles yet; the row comes with them',
  },
  {
    row: 8,
    fault: 'killed, without room and on a bad disk while a file is attached',
    expected: 'no row without its file; what was begun is cleared away',
    groups: ['attachment'],
  },
  {
    row: 9,
    fault: 'killed and without room while accounts are switched on, and while key and password change',
    expected: 'one of the two copies of the key fits, the old password opens the account or the new one',
    groups: ['switch-on', 'recover'],
  },
  {
    row: 10,
    fault: 'power loss: un-synced writes lost or torn, un-synced names lost',
    expected: 'as rows 1 and 4 to 6',
    groups: [
      'power-commands',
      'power-import',
      'power-create',
      'power-backup',
      'power-restore',
      'power-migration',
    ],
  },
  {
    row: 11,
    fault: 'negative control: row 10 on a park that never syncs',
    expected: 'losses are found; a plan that finds none fails',
    groups: ['power-control'],
  },
  {
    row: 12,
    fault: 'no room, once and for good, at each call that takes some; a small disk really full',
    expected:
      'a named error, no half import, reading goes on, with room again work goes on without a new start',
    groups: ['import', 'commands', 'create', 'restore', 'migration', 'full-disk'],
    tests: ['test/cli/bad-input.test.ts'],
  },
  {
    row: 13,
    fault: 'no room where backups, exports and reports go',
    expected: 'a named error, nothing left that could be taken for a whole file, the park untouched',
    groups: ['full-target'],
  },
  {
    row: 14,
    fault: 'a disk that fails to read, write and sync, once and for good',
    expected: 'a named error, nothing acknowledged that is not stored',
    groups: ['import', 'commands', 'backup', 'restore'],
  },
  {
    row: 15,
    fault: 'a park on a medium, in a folder or in a file that can only be read, or not even that',
    expected: 'it is read, or refused with its reason; not a byte is changed',
    groups: ['read-only'],
    tests: ['test/cli/bad-input.test.ts'],
  },
  {
    row: 16,
    fault: 'a file that cannot be renamed or deleted because another program holds it',
    expected: 'a named error, the older file and the park untouched',
    groups: ['backup', 'restore', 'export'],
    notHere: 'how Windows itself locks files can be tried on Windows only; its codes are given by hand here',
  },
  {
    row: 17,
    fault: 'a database file cut, emptied, overwritten, or with a page of zeros',
    expected: 'noticed at the start, left as it is, never replaced by a new park',
    groups: ['damage'],
  },
  {
    row: 18,
    fault: 'single bits flipped',
    expected:
      'every bit of the log is noticed; the figures say what of the rest SQLite, having no checksums, lets pass',
    groups: ['bits'],
  },
  {
    row: 19,
    fault: 'the write-ahead log lost, cut, spoilt or taken from another park',
    expected: 'the park as it was some commits ago, or a refusal; never a mixture',
    groups: ['write-ahead-log'],
  },
  {
    row: 20,
    fault: 'a backup cut, emptied, spoilt, of another kind',
    expected: 'refused, the park untouched',
    groups: ['spoilt-backup'],
  },
  {
    row: 21,
    fault: 'the file of an attachment lost or altered',
    expected: 'it is called so, and never given out',
    groups: ['spoilt-attachment'],
  },
  {
    row: 22,
    fault: 'the files of the key damaged, lost, put back to an earlier time',
    expected: 'the second copy serves; else the paper opens the backup; work goes on',
    groups: ['spoilt-key'],
  },
  {
    row: 23,
    fault: 'a second program, a second machine, an owner that was killed',
    expected:
      'the second is refused, a dead owner is taken over, a silent machine only when somebody says so',
    groups: ['instances'],
    tests: ['test/e2e/guards-instance.test.ts'],
  },
  {
    row: 24,
    fault: 'a database tool has the park open and locked',
    expected: 'the change waits or is refused as busy, and goes through afterwards',
    groups: ['other-program'],
  },
  {
    row: 25,
    fault: 'the clock jumps: back, far ahead, to 1970, at the turn of summer time',
    expected: 'the log stays in order, nothing expires, work goes on',
    groups: ['clock'],
  },
  {
    row: 26,
    fault: 'a park of a newer version',
    expected: 'refused, not a byte changed, no new park in its place',
    groups: ['newer'],
  },
  {
    row: 27,
    fault: 'hostile text tables: encodings, broken quotes, giant cells, ragged rows',
    expected: 'named reasons, bounded memory, nothing written before the user says so',
    tests: [
      'test/features/imports/reading/csv.test.ts',
      'test/features/imports/reading/encoding.test.ts',
      'test/features/imports/reading/memory.test.ts',
      'test/cli/bad-input.test.ts',
    ],
  },
  {
    row: 28,
    fault: 'hostile workbooks: bombs, lying sizes, loops of entities, passwords',
    expected: 'refused in seconds within bounded memory',
    tests: [
      'test/features/imports/reading/hostile.test.ts',
      'test/features/imports/reading/xlsx.test.ts',
      'test/e2e/bad-files.test.ts',
    ],
  },
  {
    row: 29,
    fault: 'formulas on their way through an export and back',
    expected: 'no formula in any file, the value unchanged',
    tests: ['test/features/exports/round-trip.test.ts', 'test/kernel/formula-guard.test.ts'],
    notHere:
      'the round trip through a spreadsheet program: none is installed on the machine that runs the tests',
  },
  {
    row: 30,
    fault: 'bundles replayed, reordered, forged, of another park',
    expected: 'refused or without effect',
    notHere: 'workstations do not exchange bundles yet; the row comes with them',
  },
  {
    row: 31,
    fault: 'a medium pulled out while it is written to or read from',
    expected: 'a named error, the park untouched',
    groups: ['backup', 'full-target'],
    notHere: 'pulling a real medium needs hands; its errors (EIO for good) are those of row 14',
  },
  {
    row: 32,
    fault: 'the data process, the import, the window or the graphics process killed',
    expected: 'drafts kept, work goes on, nothing acknowledged is lost',
    tests: ['test/e2e/killed-import.test.ts', 'test/e2e/killed-application.test.ts'],
  },
  {
    row: 33,
    fault: 'a day of work without a stop',
    expected: 'files, memory and handles stay bounded',
    notHere: 'a day is too long for a test; the long form of rows 1 and 10 writes as much as one',
  },
  {
    row: 34,
    fault: 'a second fault while the first is being mended',
    expected: 'still one whole park',
    groups: ['compound'],
  },
  {
    row: 35,
    fault: 'a text of many megabytes',
    expected: 'refused at the import; the park stays small and its lists work',
    groups: ['huge-row'],
  },
]
