import type { Draft } from '@shared/features/drafts/drafts.contract'
import type { FieldValue } from '@shared/kernel/field'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import type { RawValues } from './raw-values'

export type ChangedValues = Readonly<Record<string, FieldValue>>

export type FormGroup = { readonly key: string; readonly title: string; readonly fields: readonly string[] }

export type RecordFormProps = {
  readonly register: RegisterName
  /** The record as it is stored; null: one that does not exist yet. */
  readonly record: (AnyValues & { readonly id: string; readonly version: number }) | null
  /** Values a new record begins with. */
  readonly initial?: AnyValues
  readonly draft: Draft | null
  readonly groups: readonly FormGroup[]
  /**
   * Stores the changed values and answers the record's id. `version` is the one the form began from.
   *
   * @throws ApiError
   */
  readonly save: (values: ChangedValues, version: number | null) => Promise<string>
  /**
   * Asks which values should hold after somebody else changed the record, and stores those; null when nothing was
   * chosen.
   */
  readonly onConflict: (mine: ChangedValues) => Promise<string | null>
  /** Called with the id of what was saved. */
  readonly onSaved: (id: string, close: boolean) => void
  readonly onCancel: () => void
  /** What else to fill in when a field takes a value: the time of closing when the status becomes closed. */
  readonly follow?: (name: string, value: string, values: RawValues) => RawValues
}
