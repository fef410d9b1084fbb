import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Details } from '@shared/features/details/details.contract'
import type { Finding } from '@shared/features/details/finding'
import { findingsOf } from '@shared/features/details/findings'
import type { ListName, PartName, PartSpec } from '@shared/features/details/part'
import { hiddenOf, parts } from '@shared/features/details/parts'
import { usePark } from '../../api/park'
import { useRights } from '../../api/session'
import { errorWords } from '../../i18n/errors'
import { useFormat } from '../../i18n/format'
import { useNotify } from '../../ui'
import { draftValues, draftVersion, useDraft, useKeptNotice, type RawValues } from '../../ui/form'
import { useLatest } from '../../ui/use-latest'
import { contentToBegin } from './begin'
import type { Opened } from './DetailsPage'
import { afterAction, type DetailsAction } from './details-state'
import { findingWords } from './finding-words'
import {
  asContent,
  flattened,
  isBlank,
  rawDetails,
  readDetails,
  unflattened,
  type DetailsReading,
  type RawDetails,
  type RawLine,
} from './raw-details'

/** What is said beside a field: words, and whether they keep it from being saved. */
export type Mark = { readonly words: string; readonly refused: boolean }
export type Marks = Readonly<Record<string, Mark>>

/** Words for everything there is to say about what the form holds, by its place in the form; the gravest first. */
function useMarks(part: PartName, reading: DetailsReading): Marks {
  const { t } = useTranslation('details')
  const format = useFormat()
  return useMemo(() => {
    const marks: Record<string, Mark> = {}
    const add = (path: string, mark: Mark) => {
      if (marks[path] === undefined || (mark.refused && !marks[path].refused)) marks[path] = mark
    }
    for (const problem of reading.problems) {
      // An empty field that must be filled says so by itself; in a line it keeps the whole from being saved.
      add(problem.path, { words: errorWords(problem), refused: true })
    }
    for (const finding of findingsOf(part, asContent(reading))) {
      const inForm: Finding = { ...finding, path: reading.inForm(finding.path) }
      add(inForm.path, { words: findingWords(part, inForm, t, format), refused: finding.refused })
    }
    return marks
  }, [part, reading, t, format])
}

/** An amount that gets its first digit without a currency is taken to be in the park's. */
function withCurrency(part: PartSpec, action: DetailsAction, raw: RawDetails, currency: string): RawDetails {
  if (action.do !== 'head' && action.do !== 'cell') return raw
  const specs = action.do === 'head' ? part.head : part.lists.find(({ name }) => name === action.list)?.fields
  const spec = specs?.[action.field]
  if (spec?.kind !== 'money' || action.value === '' || (raw.head[spec.currencyField] ?? '') !== '') return raw
  return { ...raw, head: { ...raw.head, [spec.currencyField]: currency } }
}

/** The lines of a form with the numbers they were stored under. */
function withNumbers(raw: RawDetails, { content }: Details): RawDetails {
  const numbered = (list: string, lines: readonly RawLine[]) => {
    const stored = [...(content?.lines[list] ?? [])]
    return lines.map((line) => (isBlank(line) ? line : { ...line, line: stored.shift()?.line ?? null }))
  }
  const lists = Object.entries(raw.lists).map(([list, lines]) => [list, numbered(list, lines)])
  return { ...raw, lists: Object.fromEntries(lists) as RawDetails['lists'] }
}

/** What is in a draft beside the fields: by which name lists of drafts call it. */
const named = (reference: string, raw: RawDetails): RawValues => ({ reference, ...flattened(raw) })

/** The state of the form of a part: what it holds, what there is to say about it, its draft. */
export function useDetailsForm(part: PartName, { request, details, draft }: Opened) {
  const spec = parts[part]
  const { timeZone } = useFormat()
  const { currency } = usePark()
  const rights = useRights()
  const notify = useNotify()
  const [begun] = useState(() => {
    const content = details.content ?? contentToBegin(part, request)
    return rawDetails(spec, content, timeZone)
  })
  const [base, setBase] = useState({
    details,
    version: draft === null ? details.version : (draftVersion(draft) ?? details.version),
  })
  const { version } = base
  const keeper = useDraft({ register: 'details', recordId: request.id, version, draft }, notify.failed)
  const [raw, setRaw] = useState(() => (draft === null ? begun : unflattened(spec, draftValues(draft))))
  // Read by what is done before the form is drawn anew: two cells filled in one go must not undo each other.
  const current = useRef(raw)
  const latest = useLatest({ keeper, currency })
  const act = useCallback(
    (action: DetailsAction) => {
      const after = withCurrency(spec, action, afterAction(current.current, action), latest.current.currency)
      current.current = after
      setRaw(after)
      latest.current.keeper.note(named(request.reference, after))
    },
    [spec, latest, request.reference],
  )
  useKeptNotice(keeper)
  const settled = useDeferredValue(raw)
  const readers = useMemo(() => ({ zone: timeZone, isHidden: hides(rights) }), [timeZone, rights])
  const reading = useMemo(() => readDetails(spec, settled, readers), [spec, settled, readers])
  return {
    raw,
    act,
    keeper,
    /** What the form began from, and the version of the request it may be stored over. */
    base,
    /** Goes on from what has just been stored: new lines have their numbers now. */
    goOnFrom: (saved: Details) => {
      setBase({ details: saved, version: saved.version })
      current.current = withNumbers(current.current, saved)
      setRaw(current.current)
    },
    marks: useMarks(part, reading),
    hidden: useMemo(() => hiddenOf(spec.head, rights), [spec, rights]),
    /** What the form stands for at this moment. */
    read: () => readDetails(spec, current.current, readers),
  }
}

const hides = (rights: ReturnType<typeof useRights>) => (specs: PartSpec['head'], field: string) =>
  hiddenOf(specs, rights).includes(field)

export type DetailsFormState = ReturnType<typeof useDetailsForm>

/** The id of the input of a place in the form. */
export function inputId(idBase: string, path: string): string {
  return `${idBase}-${path.replaceAll('.', '-')}`
}

/** The place of a cell in the form. */
export function cellPath(list: ListName, index: number, field: string): string {
  return `lines.${list}.${index}.${field}`
}
