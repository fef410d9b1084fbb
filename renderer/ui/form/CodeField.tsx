import { AutoComplete, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CodebookName } from '@shared/features/codes/codebooks'
import { wordsOfError } from '../../i18n/errors'
import { CodeNote } from './code/CodeNote'
import { CodeOption } from './code/CodeOption'
import { standsAlone, useCodeSearch } from './code/use-code-search'
import type { InputProps } from './input-props'
import './code/code.css'

type Props = InputProps & {
  readonly list: CodebookName
  readonly disabled?: boolean
  /** Day (`YYYY-MM-DD`) on which codes must be valid to be offered; without one, today. */
  readonly at?: string
  /** Without the line beneath that says what the code means: in cells of a table. */
  readonly bare?: boolean
}

/**
 * A code, found by typing it, a word in any language, pinyin or initials. What is typed is the value until a code is
 * chosen, and stays where the list takes codes of others; the note beneath says what it means.
 */
export function CodeField({ list, value, onChange, at, disabled, status, bare, ...rest }: Props) {
  const { t } = useTranslation('codes')
  const search = useCodeSearch({ list, value, onChange, at, noted: bare !== true })
  const { open, setOpen, hits, isStale, known } = search
  return (
    <div className="code-search" onKeyDownCapture={search.onKey} onPointerDownCapture={search.onPointer}>
      <AutoComplete
        {...rest}
        status={status}
        disabled={disabled}
        className="form-pick"
        popupMatchSelectWidth={440}
        listHeight={320}
        placeholder={rest.placeholder ?? t('pick.placeholder')}
        getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
        showSearch={{ filterOption: false }}
        // A whole code of the field's own must not turn into the first one offered by Enter.
        defaultActiveFirstOption={!isStale && !standsAlone(list, value)}
        open={open}
        onOpenChange={setOpen}
        notFoundContent={<Nothing search={search} />}
        options={hits.map((hit) => ({ value: hit.code, label: <CodeOption hit={hit} /> }))}
        value={value}
        onChange={(text: string | undefined) => onChange(text ?? '')}
        onSelect={(code) => search.pick(code ?? value)}
      />
      {bare !== true && (
        <div className="code-search-note">
          {known !== undefined && !open && <CodeNote list={list} known={known} />}
        </div>
      )}
    </div>
  )
}

/** In the place of the codes: that they are looked for, that none fits, or why they could not be had. */
function Nothing({ search: { found, isStale } }: { readonly search: ReturnType<typeof useCodeSearch> }) {
  const { t } = useTranslation(['codes', 'common'])
  if (found.isError) {
    return (
      <span role="alert">
        {wordsOfError(found.error)}{' '}
        <Button size="small" onClick={() => void found.refetch()}>
          {t('common:retry')}
        </Button>
      </span>
    )
  }
  return <output>{isStale ? t('pick.searching') : t('pick.none')}</output>
}
