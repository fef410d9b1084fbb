import type { Migration } from './migration'

const ofRequest = `request_id TEXT PRIMARY KEY REFERENCES requests (id) ON DELETE CASCADE`

/** `line` is a line's number for good; in which order lines stand is told by `position`. */
const ofLine = `
  request_id TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line > 0), position INTEGER NOT NULL CHECK (position >= 0)`

const head = (table: string, columns: string) =>
  `CREATE TABLE ${table} (${ofRequest}, ${columns}) STRICT, WITHOUT ROWID`
const lines = (table: string, columns: string) =>
  `CREATE TABLE ${table} (${ofLine}, ${columns}, PRIMARY KEY (request_id, line)) STRICT, WITHOUT ROWID`

const amount = (column: string) => `${column} INTEGER CHECK (${column} >= 0)`
const day = (column: string) => `${column} TEXT CHECK (${column} IS date(${column}))`
const text = (column: string, most: number) =>
  `${column} TEXT CHECK (length(${column}) BETWEEN 1 AND ${most})`
const yesNo = (column: string) => `${column} TEXT CHECK (${column} IN ('yes', 'no'))`

const declarations = [
  `direction TEXT, territory TEXT, ${text('procedure', 2)}, ${text('previous_procedure', 2)}, ${text('movement_feature', 3)}`,
  `${text('supervision_mode', 4)}, ${text('declarant', 200)}, ${text('broker', 200)}, ${text('declaration_no', 40)}`,
  `declared_at INTEGER, released_at INTEGER CHECK (released_at >= declared_at), customs_office TEXT, border_point TEXT`,
  `transport_mode TEXT, trading_country TEXT, departure_country TEXT, destination_country TEXT`,
  `${text('contract_no', 60)}, ${day('contract_date')}, ${text('invoice_no', 60)}, ${day('invoice_date')}`,
  `currency TEXT, ${amount('invoice_total')}, incoterm TEXT, ${text('incoterm_place', 120)}, ${amount('packages')}`,
  `${amount('gross_weight')}, net_weight INTEGER CHECK (net_weight >= 0 AND ifnull(net_weight <= gross_weight, TRUE))`,
  `valuation_method TEXT, payment_currency TEXT, ${amount('duty')}, ${amount('vat')}, ${day('paid_at')}`,
].join(', ')

const goods = [
  `description TEXT NOT NULL CHECK (length(description) BETWEEN 1 AND 300), ${text('hs_code', 13)}`,
  `${amount('quantity')}, unit TEXT, ${amount('gross_weight')}`,
  `net_weight INTEGER CHECK (net_weight >= 0 AND ifnull(net_weight <= gross_weight, TRUE))`,
  `${amount('unit_price')}, ${amount('value')}, origin TEXT, ${amount('duty_rate')}, ${text('preference', 20)}`,
].join(', ')

const shipments = [
  `transport_mode TEXT, ${text('carrier', 200)}, ${text('origin', 120)}, ${text('destination', 120)}, border_point TEXT`,
  `second_border_point TEXT, ${yesNo('gauge_change')}, transport_document TEXT, ${text('document_no', 60)}`,
  `${day('document_date')}, incoterm TEXT, ${text('incoterm_place', 120)}, ${day('free_time_end')}`,
].join(', ')

const units = [
  `kind TEXT NOT NULL CHECK (kind IN ('container', 'wagon', 'vehicle'))`,
  `number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 40), type TEXT, ${text('seal', 60)}`,
  `${amount('gross_weight')}, ${amount('tare_weight')}`,
].join(', ')

const cargo = [
  `description TEXT NOT NULL CHECK (length(description) BETWEEN 1 AND 300), ${amount('packages')}`,
  `${amount('gross_weight')}, ${amount('volume')}, ${text('un_number', 7)}`,
].join(', ')

const milestones = [
  `milestone TEXT NOT NULL CHECK (length(milestone) BETWEEN 1 AND 10), planned_at INTEGER, actual_at INTEGER`,
  `${text('place', 120)}, ${text('note', 300)}`,
].join(', ')

const matters = [
  `category TEXT, ${text('lawyer', 120)}, ${yesNo('conflict_check')}, confidentiality TEXT, ${text('counterparty', 200)}`,
  `counterparty_country TEXT, ${text('governing_law', 120)}, ${text('forum', 120)}, currency TEXT, ${amount('amount')}`,
  `${day('limitation_expires')}, hearing_at INTEGER, outcome TEXT CHECK (length(outcome) <= 4000)`,
].join(', ')

/** `table rows rows-per-distinct-prefix …` in the park of `0050-statistics`: a million requests, every second with more. */
const counted = [
  'request_declarations 300000 1',
  'request_goods_lines 900000 3 1',
  'request_shipments 200000 1',
  'request_transport_units 400000 2 1',
  'request_cargo_lines 300000 2 1',
  'request_milestones 1200000 6 1',
  'request_matters 100000 1',
  'request_texts 1400000 3 1',
]

const statistics = counted.map((line) => {
  const [table, ...numbers] = line.split(' ')
  return `('${table}', '${table}', '${numbers.join(' ')}')`
})

/**
 * What a request carries by its type: the declaration of a customs request, the shipment of a logistics one, the matter of
 * a legal one, each one row with lists of lines, all found by the request. `request_texts` holds what of it a request is
 * found by; the search index is made from it.
 */
export const details: Migration = {
  version: 110,
  name: 'details',
  statements: [
    head('request_declarations', declarations),
    lines('request_goods_lines', goods),
    head('request_shipments', shipments),
    lines('request_transport_units', units),
    lines('request_cargo_lines', cargo),
    lines('request_milestones', milestones),
    head('request_matters', matters),
    `CREATE TABLE request_texts (
      request_id TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
      text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200), PRIMARY KEY (request_id, text)
    ) STRICT, WITHOUT ROWID`,
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ${statistics.join(', ')}`,
    'ANALYZE sqlite_schema',
  ],
}
