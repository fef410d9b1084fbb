/** Makes a verified copy of a park whose structure is about to change from one version to another; throws where it cannot. */
export type BeforeMigration = (folder: string, from: number, to: number) => void

let registered: BeforeMigration | undefined

/** Sets what is done before the structure of a park changes; once by each entry of the program. */
export function setBeforeMigration(work: BeforeMigration): void {
  registered = work
}

/** What the entry of the program has set. */
export const beforeMigration: BeforeMigration = (folder, from, to) => registered?.(folder, from, to)
