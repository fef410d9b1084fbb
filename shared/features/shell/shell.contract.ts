import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fileTokenSchema, jobIdSchema } from '../../kernel/job'
import { languageSchema } from '../../kernel/language-schema'
import { themes } from '../settings/settings'

/** A file or folder the user chose; null when the dialog was closed. */
export type ChosenFile = { readonly token: string; readonly name: string } | null
export type AppInfo = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly sqlite: string
  readonly platform: string
}

/** Operations of the main process: dialogs, menu, windows. */
export const shellContract = {
  chooseFile: command({
    place: 'main',
    right: 'public',
    input: z.strictObject({
      purpose: z.enum(['import', 'rejects', 'export', 'backup', 'restore', 'attachment']),
      title: z.string().max(200),
      suggestedName: z.string().max(200).optional(),
    }),
    output: answers<ChosenFile>(),
  }),
  /** Files to attach; empty when the dialog was closed. */
  chooseAttachments: command({
    place: 'main',
    right: 'public',
    input: z.strictObject({ title: z.string().max(200) }),
    output: answers<readonly Exclude<ChosenFile, null>[]>(),
  }),
  chooseFolder: command({
    place: 'main',
    right: 'public',
    input: z.strictObject({ title: z.string().max(200) }),
    output: answers<ChosenFile>(),
  }),
  /** Shows the chosen file or folder in the system's file manager. */
  showInFolder: command({
    place: 'main',
    right: 'public',
    input: z.strictObject({ token: fileTokenSchema }),
    output: answers<null>(),
  }),
  /** Prints what the window shows, by the system's dialog. */
  print: command({ place: 'main', right: 'public', input: z.strictObject({}), output: answers<null>() }),
  /** Follows the interface's language and theme in the menu and the window frame. */
  appearance: command({
    place: 'main',
    right: 'public',
    input: z.strictObject({ language: languageSchema, theme: z.enum(themes) }),
    output: answers<null>(),
  }),
  about: query({ place: 'main', right: 'public', input: z.strictObject({}), output: answers<AppInfo>() }),
  /** Writes nothing itself: as a command it would wait for the end of the very job it is to stop. */
  cancelJob: query({
    right: 'signedIn',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: answers<null>(),
  }),
}
