import { truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Attachment } from '@shared/features/attachments/attachment'
import { attachmentFile } from '../../../electron/features/attachments'
import { attachmentsOf } from '../../../electron/features/attachments/attachments.repo'
import { addTenant } from '../../support/park'
import { adding, desk, fileOf, jobId, pdf, png, zip } from './files'

async function attached(content: string | Uint8Array, name: string) {
  const at = desk()
  const recordId = addTenant(at.db)
  const attachment = await at.ask<Attachment>(
    'attachments.add',
    adding('tenants', recordId, fileOf(name, content)),
  )
  const [stored] = attachmentsOf(at.db, attachment)
  const { id } = attachment
  return {
    at,
    file: attachmentFile(at.folder, stored?.sha256 ?? ''),
    ref: { register: 'tenants', recordId, id, jobId },
  }
}

test.each([
  ['Инвойс.pdf', pdf],
  ['скан.png', png],
] as const)('%s is shown inside the program byte by byte as it was attached', async (name, content) => {
  const { at, ref } = await attached(content, name)
  const shown = await at.ask<{ content: string }>('attachments.preview', ref)
  expect(Buffer.from(shown.content, 'base64').equals(Buffer.from(content))).toBe(true)
})

test('what is not shown here, what is gone and what was spoilt says so', async () => {
  const archive = await attached(zip, 'a.zip')
  expect((await archive.at.fail('attachments.preview', archive.ref)).code).toBe('attachment_no_program')
  const { at, ref, file } = await attached(pdf, 'a.pdf')
  writeFileSync(file, Buffer.from(pdf).fill(65, 20, 24))
  expect((await at.fail('attachments.preview', ref)).code).toBe('attachment_damaged')
  truncateSync(file, 3)
  expect((await at.fail('attachments.preview', ref)).code).toBe('attachment_damaged')
})
