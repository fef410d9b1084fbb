import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { declarationForm } from '@shared/features/details/numbers'
import { specOf, type PartName } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import { detailLabel } from '@shared/features/details/words'
import { useLanguage } from '../../i18n/language'
import { FieldInput, FormField } from '../../ui/form'
import type { DetailsAction } from './details-state'
import { inputId } from './use-details-form'

type Props = {
  readonly part: PartName
  readonly field: string
  readonly idBase: string
  readonly value: string
  /** Of the declaration: what a number must look like depends on it. */
  readonly territory: string
  readonly words: string | undefined
  readonly refused: boolean
  readonly act: (action: DetailsAction) => void
  readonly onBlur: () => void
}

const long = new Set(['declarant', 'broker', 'counterparty', 'outcome'])

/** One field of a part's head. */
export const HeadField = memo(function HeadField(props: Props) {
  const { part, field, idBase, value, words, refused, act, onBlur } = props
  const { language } = useLanguage()
  const spec = specOf(parts[part].head, field)
  if (spec === undefined) return null
  const id = inputId(idBase, `head.${field}`)
  return (
    <FormField
      id={id}
      label={detailLabel(part, field, language)}
      required={false}
      error={refused ? words : undefined}
      hint={
        words === undefined ? (
          <Aside field={field} territory={props.territory} />
        ) : (
          <span className="form-warning">{words}</span>
        )
      }
      wide={long.has(field)}
    >
      <FieldInput
        spec={spec}
        id={id}
        value={value}
        onChange={(next) => act({ do: 'head', field, value: next })}
        onBlur={onBlur}
        status={refused ? 'error' : undefined}
        aria-describedby={`${id}-note`}
        aria-invalid={refused}
      />
    </FormField>
  )
})

/** What a number must look like. */
function Aside({ field, territory }: Pick<Props, 'field' | 'territory'>) {
  const { t } = useTranslation('details')
  if (field !== 'declarationNo' || territory === '') return null
  const form = declarationForm(territory)
  return <span className="ui-quiet">{form === undefined ? t('anyNumber') : t(`form.${form}`)}</span>
}
