import { rawText, type RawValues } from '../../ui/form'

/** A form's rule: what is set to closed without a time of closing was closed just now. */
export function closingTime(zone: string): (name: string, value: string, values: RawValues) => RawValues {
  return (name, value, values): RawValues => {
    if (name !== 'status' || value !== 'closed' || values['closedAt'] !== '') return {}
    return { closedAt: rawText({ kind: 'instant' }, Date.now(), zone) }
  }
}
