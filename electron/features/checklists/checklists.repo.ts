import { v7 as newId } from 'uuid'
import type { Checklist, ChecklistItem, ItemStatus, Need } from '@shared/features/checklists/checklist'
import {
  shippedTemplates,
  type ChecklistTemplate,
  type TemplateContent,
} from '@shared/features/checklists/template'
import { all, get, number, run, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

type Named = { readonly zh: string; readonly ru: string; readonly en: string }

type ItemRow = Omit<ChecklistItem, 'name' | 'files'> & Named & { readonly files: string }

const itemColumns = sql`i.id, i.version, i.need, i.name_zh AS zh, i.name_ru AS ru, i.name_en AS en, i.status, i.reason,
  i.issued_on AS issuedOn, i.valid_to AS validTo, (SELECT json_group_array(f.attachment_id) FROM checklist_files f
    JOIN attachments a ON a.id = f.attachment_id AND a.deleted_at IS NULL WHERE f.item_id = i.id) AS files`

function toItem({ zh, ru, en, files, ...row }: ItemRow): ChecklistItem {
  return { ...row, name: { zh, ru, en }, files: JSON.parse(files) as readonly string[] }
}

/** The papers of a request in the order of the template; null where it has no list. */
export function readChecklist(db: ReadableDb, requestId: string): Checklist | null {
  const list = get<Omit<Checklist, 'name' | 'items'> & Named>(
    db,
    sql`SELECT template_id AS templateId, template_version AS templateVersion, name_zh AS zh, name_ru AS ru,
      name_en AS en FROM checklists WHERE request_id = ${requestId}`,
  )
  if (!list) return null
  const { zh, ru, en, ...rest } = list
  const items = all<ItemRow>(
    db,
    sql`SELECT ${itemColumns} FROM checklist_items i WHERE i.request_id = ${requestId} ORDER BY i.position`,
  )
  return { ...rest, name: { zh, ru, en }, items: items.map(toItem) }
}

/** One paper of a request; undefined when there is none. */
export function findItem(db: ReadableDb, requestId: string, id: string): ChecklistItem | undefined {
  const row = get<ItemRow>(
    db,
    sql`SELECT ${itemColumns} FROM checklist_items i WHERE i.id = ${id} AND i.request_id = ${requestId}`,
  )
  return row && toItem(row)
}

/** Required papers of a request that are neither accepted nor declared unnecessary. */
export function countOpenItems(db: ReadableDb, requestId: string): number {
  return number(
    db,
    sql`SELECT count(*) AS items FROM checklist_items WHERE request_id = ${requestId} AND need = 'required'
      AND status NOT IN ('accepted', 'not_needed')`,
  )
}

type By = { readonly actor: string; readonly now: number }

/** Gives a request the papers of a template. Runs inside a transaction. */
export function insertChecklist(
  db: WritableDb,
  requestId: string,
  { id, version, name, items }: ChecklistTemplate,
  { actor, now }: By,
): void {
  run(
    db,
    sql`INSERT INTO checklists (request_id, template_id, template_version, name_zh, name_ru, name_en, created_at, created_by)
      VALUES (${requestId}, ${id}, ${version}, ${name.zh}, ${name.ru}, ${name.en}, ${now}, ${actor})`,
  )
  items.forEach((item, position) => {
    run(
      db,
      sql`INSERT INTO checklist_items (id, request_id, position, need, name_zh, name_ru, name_en, status, updated_at, updated_by)
        VALUES (${newId()}, ${requestId}, ${position}, ${item.need}, ${item.name.zh}, ${item.name.ru}, ${item.name.en},
          'missing', ${now}, ${actor})`,
    )
  })
}

type ItemState = {
  readonly status: ItemStatus
  readonly need: Need
  readonly reason: string | null
  readonly issuedOn: string | null
  readonly validTo: string | null
}

/** Stores what became of a paper. Runs inside a transaction. */
export function updateItem(db: WritableDb, id: string, state: ItemState, { actor, now }: By): void {
  runOne(
    db,
    sql`UPDATE checklist_items SET status = ${state.status}, need = ${state.need}, reason = ${state.reason},
      issued_on = ${state.issuedOn}, valid_to = ${state.validTo}, version = version + 1, updated_at = ${now},
      updated_by = ${actor} WHERE id = ${id}`,
  )
}

/** Whether the slot did not hold the file yet. */
export function putFile(db: WritableDb, itemId: string, attachmentId: string): boolean {
  return (
    run(
      db,
      sql`INSERT INTO checklist_files (item_id, attachment_id) VALUES (${itemId}, ${attachmentId}) ON CONFLICT DO NOTHING`,
    ) === 1
  )
}

/** Whether the slot held the file. */
export function takeFile(db: WritableDb, itemId: string, attachmentId: string): boolean {
  return (
    run(
      db,
      sql`DELETE FROM checklist_files WHERE item_id = ${itemId} AND attachment_id = ${attachmentId}`,
    ) === 1
  )
}

/** Every template: the park's own version where there is one, else the one Parkdesk comes with. */
export function readTemplates(db: ReadableDb): readonly ChecklistTemplate[] {
  const rows = all<{ id: string; version: number; content: string }>(
    db,
    sql`SELECT id, version, content FROM checklist_templates ORDER BY id`,
  )
  const own = rows.map(({ id, version, content }) => ({
    ...(JSON.parse(content) as TemplateContent),
    id,
    version,
  }))
  const ownIds = new Set(own.map(({ id }) => id))
  return [...shippedTemplates.filter(({ id }) => !ownIds.has(id)), ...own]
}

/** Stores the next version of a template. Runs inside a transaction. */
export function writeTemplate(
  db: WritableDb,
  { id, version, ...content }: ChecklistTemplate,
  { actor, now }: By,
): void {
  run(
    db,
    sql`INSERT INTO checklist_templates (id, version, content, updated_at, updated_by)
      VALUES (${id}, ${version}, ${JSON.stringify(content)}, ${now}, ${actor})
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, content = excluded.content,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  )
}
