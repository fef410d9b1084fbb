import type { Migration } from './migration'

/** `table index rows rows-per-distinct-prefix …` of a park of a million requests, as ANALYZE counted them. */
const counted = [
  'tenants tenants_by_name 600 1 1',
  'tenants tenants_by_moved_in 600 2 1',
  'tenants tenants_by_registration 600 1',
  'tenants sqlite_autoindex_tenants_1 600 1',
  'tenant_keys tenant_keys 1978 1 1',
  'tenant_keys tenant_keys_of_tenant 1978 4',
  'headcounts headcounts 2400 4 1',
  'requests sqlite_autoindex_requests_1 1000000 1',
  'requests requests_by_reference 1000000 1',
  'requests requests_by_received 1000000 3 1',
  'requests requests_by_closed 947300 2 1 1 1 1',
  'requests requests_by_due 1000000 2 1',
  'requests requests_by_type 1000000 250000 3 1 1 1',
  'requests requests_by_status 1000000 125000 3 1',
  'requests requests_of_tenant 1000000 1600 1 1',
  'requests requests_open_by_due 22433 2 1 1 1',
  'requests requests_open_by_received 22433 2 1 1 1',
  'requests requests_deleted 1000 2',
  'incidents sqlite_autoindex_incidents_1 20000 1',
  'incidents incidents_by_reference 20000 1',
  'incidents incidents_by_occurred 20000 2 1',
  'incidents incidents_of_tenant 14000 24 1',
  'incidents incidents_open 2500 2 1',
  'change_log change_log_of_record 1002600 1 1',
  'change_log change_log_of_batch 1002600 500000 1',
]

const rowOf = (line: string) => {
  const [table, index, ...numbers] = line.split(' ')
  return `('${table}', '${index}', '${numbers.join(' ')}')`
}

/**
 * Statistics for the query planner, the same in every park: without any it walks a million rows where an index of the
 * few open ones would do, and with its own count a plan could change from one day to the next. Never run ANALYZE or
 * `PRAGMA optimize` on a park; a new index gets its line here.
 */
export const statistics: Migration = {
  version: 50,
  name: 'statistics',
  statements: [
    'ANALYZE',
    'DELETE FROM sqlite_stat1',
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ${counted.map(rowOf).join(', ')}`,
    'ANALYZE sqlite_schema',
  ],
}
