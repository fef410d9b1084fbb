import type { AttachmentState } from '@shared/features/attachments/attachment'
import { safeFileName } from '@shared/features/attachments/file-name'
import type { ReadableDb } from '../../data/sql'
import { anyOfContent, attachmentFiles, type RecordRef } from './attachments.repo'
import { inspect, type Content } from './stored-file'

/** A file that is not what was attached. */
export type AttachmentProblem = RecordRef &
  Content & { readonly name: string; readonly state: Exclude<AttachmentState, 'sound'> }

/** A file the disk will not give is as good as damaged. */
function stateOf(folder: string, content: Content): AttachmentState {
  try {
    return inspect(folder, content)
  } catch {
    return 'damaged'
  }
}

/**
 * Reads every attached file of a park and compares it with its hash.
 *
 * @param folder the folder that holds `attachments`: the data folder, or one a backup was unpacked into
 * @param onFile called after each file; may throw to stop
 */
export function attachmentProblems(
  folder: string,
  db: ReadableDb,
  onFile: (done: number, total: number) => void = () => undefined,
): AttachmentProblem[] {
  const contents = [...attachmentFiles(db)]
  const problems: AttachmentProblem[] = []
  contents.forEach((content, index) => {
    const state = stateOf(folder, content)
    const row = state === 'sound' ? undefined : anyOfContent(db, content.sha256)
    if (row && state !== 'sound') {
      const { register, recordId, sha256, bytes, name } = row
      problems.push({ register, recordId, sha256, bytes, name: safeFileName(name), state })
    }
    onFile(index + 1, contents.length)
  })
  return problems
}
