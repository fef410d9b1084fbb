/** How two requests hang together, seen from one of them. */
export const linkKinds = [
  'parent_of',
  'child_of',
  'blocks',
  'blocked_by',
  'duplicate_of',
  'duplicated_by',
  'related',
] as const
export type LinkKind = (typeof linkKinds)[number]

/** How a link is stored: from the parent, from what blocks, from the duplicate. */
export type StoredKind = 'parent' | 'blocks' | 'duplicate' | 'related'

type Side = { readonly stored: StoredKind; readonly isFrom: boolean; readonly other: LinkKind }

const sides: Readonly<Record<LinkKind, Side>> = {
  parent_of: { stored: 'parent', isFrom: true, other: 'child_of' },
  child_of: { stored: 'parent', isFrom: false, other: 'parent_of' },
  blocks: { stored: 'blocks', isFrom: true, other: 'blocked_by' },
  blocked_by: { stored: 'blocks', isFrom: false, other: 'blocks' },
  duplicate_of: { stored: 'duplicate', isFrom: true, other: 'duplicated_by' },
  duplicated_by: { stored: 'duplicate', isFrom: false, other: 'duplicate_of' },
  related: { stored: 'related', isFrom: true, other: 'related' },
}

/** How a link of a kind is stored, and what it is called from the other end. */
export function sideOf(kind: LinkKind): Side {
  return sides[kind]
}

/** What a stored link is called from the request it leads from, or the one it leads to. */
export function kindFrom(stored: StoredKind, isFrom: boolean): LinkKind {
  const kind = linkKinds.find((each) => sides[each].stored === stored && sides[each].isFrom === isFrom)
  return kind ?? 'related'
}

/** A link of a request as seen from it, with the request at the other end. */
export type Link = {
  readonly id: string
  readonly kind: LinkKind
  readonly other: LinkedRequest
}

/** As much of a request as tells which one it is. */
export type LinkedRequest = {
  readonly id: string
  readonly reference: string
  readonly subject: string | null
  readonly tenantName: string
  readonly type: string
  readonly status: string
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly deletedAt: number | null
}

/** Size of the dialog that looks for requests, in CSS pixels. */
export type DialogSize = { readonly width: number; readonly height: number }

/** The size it has at first, and how small and large it may be kept. */
export const dialogSizes = {
  usual: { width: 720, height: 440 },
  least: { width: 420, height: 260 },
  most: { width: 4000, height: 3000 },
} as const satisfies Record<string, DialogSize>
