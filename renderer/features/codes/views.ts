import type { CodeView } from '@shared/features/codes/codes.contract'

/** What a list shows; the contract itself, with its schemas, is not for the window. */
export const views = ['all', 'own', 'hidden'] as const satisfies readonly CodeView[]
