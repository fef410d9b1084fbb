import type { RegisterName } from '../../kernel/registers'

type Kind = {
  /** Endings of names that belong to the kind, the usual one first. */
  readonly extensions: readonly string[]
  /** Whether the system's own program may be asked to show it; what only wraps other files is saved instead. */
  readonly opens: boolean
}

/** What can be attached, each kind known by its content. Nothing here can run: no macros, no scripts, no pages. */
export const attachmentKinds = {
  pdf: { extensions: ['pdf'], opens: true },
  jpeg: { extensions: ['jpg', 'jpeg'], opens: true },
  png: { extensions: ['png'], opens: true },
  tiff: { extensions: ['tif', 'tiff'], opens: true },
  webp: { extensions: ['webp'], opens: true },
  gif: { extensions: ['gif'], opens: true },
  heic: { extensions: ['heic', 'heif'], opens: true },
  docx: { extensions: ['docx'], opens: true },
  xlsx: { extensions: ['xlsx'], opens: true },
  pptx: { extensions: ['pptx'], opens: true },
  odt: { extensions: ['odt'], opens: true },
  ods: { extensions: ['ods'], opens: true },
  rtf: { extensions: ['rtf'], opens: true },
  txt: { extensions: ['txt'], opens: true },
  csv: { extensions: ['csv'], opens: true },
  eml: { extensions: ['eml'], opens: true },
  msg: { extensions: ['msg'], opens: false },
  zip: { extensions: ['zip'], opens: false },
} as const satisfies Record<string, Kind>

export type AttachmentKind = keyof typeof attachmentKinds

const kindEntries = Object.entries(attachmentKinds) as readonly (readonly [AttachmentKind, Kind])[]

/** Every ending that is accepted. */
export const attachmentExtensions: readonly string[] = kindEntries.flatMap(([, kind]) => kind.extensions)

/** Endings of the files that the system's programs may be asked to open. */
export const openableExtensions: ReadonlySet<string> = new Set(
  kindEntries.flatMap(([, kind]) => (kind.opens ? kind.extensions : [])),
)

/** The kind a name promises, by its ending without the dot in lower case. */
export function kindOfExtension(extension: string): AttachmentKind | undefined {
  return kindEntries.find(([, kind]) => kind.extensions.includes(extension))?.[0]
}

/** Kinds that Parkdesk shows by itself, and how a page names each. */
export const previewTypes: Readonly<Partial<Record<AttachmentKind, string>>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
}

/** Largest file that is shown inside the program, in bytes: it crosses to the window as one text. */
export const previewMaximum = 20 * 1024 * 1024

/** Largest attached file, in bytes. */
export const attachmentMaximum = 50 * 1024 * 1024
/** All attached files of a park together, in bytes. */
export const attachmentQuota = 20 * 1024 ** 3
/** Files of one record, those in the bin included. */
export const attachmentsOfRecord = 200

/** `missing` and `damaged`: the file is gone or is not what was attached; everything else stays usable. */
export type AttachmentState = 'sound' | 'missing' | 'damaged'

export type Attachment = {
  readonly id: string
  readonly register: RegisterName
  readonly recordId: string
  /** As it was given, made safe to show and to save under. */
  readonly name: string
  readonly kind: AttachmentKind
  readonly bytes: number
  readonly state: AttachmentState
  readonly createdAt: number
  readonly createdBy: string
  readonly deletedAt: number | null
}
