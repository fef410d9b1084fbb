import type { Migration } from './migration'

/**
 * Every list is sorted by an index that ends in `seq`, so that a page begins where the one before it ended. Empty
 * dates sort at one end. Only live rows are indexed for lists and figures; what figures and counts read beside the sort
 * column stands in the index, too, so that a million rows are counted without looking at one of them.
 */
export const indexes: Migration = {
  version: 20,
  name: 'indexes',
  statements: [
    `CREATE INDEX tenants_by_name ON tenants (sort_key, seq) WHERE deleted_at IS NULL`,
    `CREATE INDEX tenants_by_moved_in ON tenants (ifnull(moved_in, ''), seq) WHERE deleted_at IS NULL`,
    `CREATE INDEX tenants_by_registration ON tenants (registration_key) WHERE deleted_at IS NULL AND registration_key IS NOT NULL`,
    `CREATE INDEX tenant_keys_of_tenant ON tenant_keys (tenant_id)`,
    `CREATE UNIQUE INDEX requests_by_reference ON requests (reference_key) WHERE deleted_at IS NULL`,
    `CREATE INDEX requests_by_received ON requests (received_at, seq) WHERE deleted_at IS NULL`,
    `CREATE INDEX requests_by_closed ON requests (closed_at, type, received_at, due_at, status) WHERE deleted_at IS NULL AND closed_at IS NOT NULL`,
    `CREATE INDEX requests_by_due ON requests (ifnull(due_at, 9007199254740991), seq) WHERE deleted_at IS NULL`,
    `CREATE INDEX requests_by_type ON requests (type, received_at, seq, currency, declared_value) WHERE deleted_at IS NULL`,
    `CREATE INDEX requests_by_status ON requests (status, received_at, seq) WHERE deleted_at IS NULL`,
    `CREATE INDEX requests_of_tenant ON requests (tenant_id, received_at, seq) WHERE deleted_at IS NULL`,
    `CREATE INDEX requests_open_by_due ON requests (ifnull(due_at, 9007199254740991), seq, due_at, status) WHERE deleted_at IS NULL AND closed_at IS NULL AND status NOT IN ('cancelled', 'closed')`,
    `CREATE INDEX requests_open_by_received ON requests (received_at, seq, due_at, status) WHERE deleted_at IS NULL AND closed_at IS NULL AND status NOT IN ('cancelled', 'closed')`,
    `CREATE INDEX requests_deleted ON requests (deleted_at) WHERE deleted_at IS NOT NULL`,
    `CREATE UNIQUE INDEX incidents_by_reference ON incidents (reference_key) WHERE deleted_at IS NULL`,
    `CREATE INDEX incidents_by_occurred ON incidents (occurred_at, seq) WHERE deleted_at IS NULL`,
    `CREATE INDEX incidents_of_tenant ON incidents (tenant_id, occurred_at) WHERE deleted_at IS NULL AND tenant_id IS NOT NULL`,
    `CREATE INDEX incidents_open ON incidents (occurred_at, seq) WHERE deleted_at IS NULL AND closed_at IS NULL`,
  ],
}
