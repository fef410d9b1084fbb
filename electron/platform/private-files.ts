/** Hands the user's own mask on to the processes that write documents for him. */
const variable = 'PARKDESK_UMASK'

/**
 * From now on every file and folder that this process and its children make is the user's alone: the park with its
 * backups and logs, whichever part of the program writes them. Has no effect on Windows, where folders of a user are his.
 */
export function makeFilesPrivate(): void {
  process.env[variable] = process.umask(0o077).toString(8)
}

/** Where no process said otherwise, what this one was started with is the user's own. */
function userMask(): number {
  const handedOn = process.env[variable]
  return handedOn === undefined ? process.umask() : Number.parseInt(handedOn, 8)
}

/** The mode of a document that the user saves to pass it on: that of any file he makes. */
export function documentMode(): number {
  return 0o666 & ~userMask()
}

/** The same for a folder of such documents. */
export function documentFolderMode(): number {
  return 0o777 & ~userMask()
}
