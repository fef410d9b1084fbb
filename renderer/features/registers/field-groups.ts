import { fieldEntries, type RegisterName } from '@shared/kernel/registers'

export type GroupKey =
  | 'identity'
  | 'lease'
  | 'people'
  | 'request'
  | 'cargo'
  | 'progress'
  | 'incident'
  | 'consequences'
  | 'handling'
  | 'note'

export type FieldGroup = { readonly key: GroupKey; readonly fields: readonly string[] }

/** What belongs together, the usual first. */
const listedGroups: Readonly<Record<RegisterName, readonly FieldGroup[]>> = {
  tenants: [
    {
      key: 'identity',
      fields: ['name', 'nameZh', 'nameRu', 'nameEn', 'country', 'registrationNo', 'sector', 'size'],
    },
    {
      key: 'lease',
      fields: ['movedIn', 'movedOut', 'unit', 'leasedArea', 'leaseStart', 'leaseEnd', 'rent', 'rentCurrency'],
    },
    { key: 'people', fields: ['employees', 'localEmployees', 'contact', 'phone'] },
    { key: 'note', fields: ['note'] },
  ],
  requests: [
    {
      key: 'request',
      fields: ['type', 'tenantId', 'subject', 'priority', 'receivedAt', 'dueAt', 'firstDueAt', 'officer'],
    },
    {
      key: 'cargo',
      fields: [
        'direction',
        'hsCode',
        'goods',
        'grossWeight',
        'declaredValue',
        'currency',
        'borderPoint',
        'transportMode',
        'container',
      ],
    },
    { key: 'progress', fields: ['status', 'firstResponseAt', 'closedAt', 'reference'] },
    { key: 'note', fields: ['note'] },
  ],
  incidents: [
    {
      key: 'incident',
      fields: ['category', 'severity', 'occurredAt', 'reportedAt', 'location', 'tenantId', 'description'],
    },
    { key: 'consequences', fields: ['injured', 'loss', 'currency'] },
    { key: 'handling', fields: ['status', 'closedAt', 'confidentiality', 'reference'] },
  ],
}

/** The fields of a register as forms and records show them; a field no group lists stands at the end of the first. */
export function fieldGroups(register: RegisterName): readonly FieldGroup[] {
  const groups = listedGroups[register]
  const listed = new Set(groups.flatMap((group) => group.fields))
  const others = fieldEntries(register)
    .map(([field]) => field)
    .filter((field) => !listed.has(field))
  return groups.map((group, index) =>
    index === 0 ? { ...group, fields: [...group.fields, ...others] } : group,
  )
}
