import type { ManyPreview } from '@shared/contract/many'
import { unpackPage, type FilterInput, type Page } from '@shared/contract/page'
import type { FieldValue } from '@shared/kernel/field'
import type { AnyValues, RecordEnvelope, RegisterName } from '@shared/kernel/registers'
import type { RegisterSort } from '../../ui/register'
import { api } from '../../api/client'

/** A row of any register: its envelope, its fields, and the names the data side adds. */
export type AnyRow = RecordEnvelope & AnyValues

/** A row in a list: its id and the fields that were asked for. */
export type ListedRow = Pick<RecordEnvelope, 'id'> & AnyValues

export type PageInput = {
  readonly filter: FilterInput
  readonly sort?: RegisterSort
  readonly cursor: string | null
  readonly fields: readonly string[]
  readonly limit: number
}

type Versioned = { readonly id: string; readonly version: number }
type Values = Readonly<Record<string, FieldValue>>

/** The operations that every register has, without the differences of their rows. */
export type RecordApi = {
  readonly page: (input: PageInput) => Promise<Page<ListedRow>>
  readonly count: (filter: FilterInput) => Promise<number>
  readonly viewCounts: () => Promise<Readonly<Record<string, number>>>
  readonly get: (id: string) => Promise<AnyRow>
  readonly create: (values: Values) => Promise<AnyRow>
  readonly update: (record: Versioned, values: Values) => Promise<AnyRow>
  readonly remove: (record: Versioned) => Promise<AnyRow>
  readonly restore: (record: Versioned) => Promise<AnyRow>
  readonly previewMany: (input: ManyInput) => Promise<ManyPreview>
  readonly updateMany: (records: readonly Versioned[], values: Values) => Promise<number>
}

export type ManyInput = {
  readonly target: { readonly ids: string[] } | { readonly filter: FilterInput }
  readonly values: Values
}

function versioned({ id, version }: Versioned): Versioned {
  return { id, version }
}

function pageInput({ fields, ...input }: PageInput) {
  return { ...input, fields: [...fields] }
}

export const recordApis: Readonly<Record<RegisterName, RecordApi>> = {
  tenants: {
    page: async (input) => unpackPage(await api.tenants.page(pageInput(input))),
    count: (filter) => api.tenants.count(filter),
    viewCounts: () => api.tenants.viewCounts({}),
    get: async (id) => (await api.tenants.get({ id })).tenant,
    create: (values) => api.tenants.create({ values }),
    update: (record, values) => api.tenants.update({ ...versioned(record), values }),
    remove: (record) => api.tenants.remove(versioned(record)),
    restore: (record) => api.tenants.restore(versioned(record)),
    previewMany: (input) => api.tenants.previewMany(input),
    updateMany: (records, values) => api.tenants.updateMany({ records: [...records], values }),
  },
  requests: {
    page: async (input) => unpackPage(await api.requests.page(pageInput(input))),
    count: (filter) => api.requests.count(filter),
    viewCounts: () => api.requests.viewCounts({}),
    get: (id) => api.requests.get({ id }),
    create: (values) => api.requests.create({ values }),
    update: (record, values) => api.requests.update({ ...versioned(record), values }),
    remove: (record) => api.requests.remove(versioned(record)),
    restore: (record) => api.requests.restore(versioned(record)),
    previewMany: (input) => api.requests.previewMany(input),
    updateMany: (records, values) => api.requests.updateMany({ records: [...records], values }),
  },
  incidents: {
    page: async (input) => unpackPage(await api.incidents.page(pageInput(input))),
    count: (filter) => api.incidents.count(filter),
    viewCounts: () => api.incidents.viewCounts({}),
    get: (id) => api.incidents.get({ id }),
    create: (values) => api.incidents.create({ values }),
    update: (record, values) => api.incidents.update({ ...versioned(record), values }),
    remove: (record) => api.incidents.remove(versioned(record)),
    restore: (record) => api.incidents.restore(versioned(record)),
    previewMany: (input) => api.incidents.previewMany(input),
    updateMany: (records, values) => api.incidents.updateMany({ records: [...records], values }),
  },
}
