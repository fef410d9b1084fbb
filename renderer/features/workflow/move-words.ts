import type { TFunction } from 'i18next'
import type { Move } from '@shared/features/workflow/moves'
import { codeLabel } from '@shared/kernel/code-lists'
import type { Language } from '@shared/kernel/language'

/** What a move is called on its button. */
export function moveWords(
  move: Pick<Move, 'kind' | 'to'>,
  t: TFunction<'workflow'>,
  language: Language,
): string {
  return t(`move.${move.kind}`, { stage: codeLabel('requestStage', move.to, language) })
}
