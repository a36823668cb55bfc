import { z } from 'zod';
import type { Vault } from '../adapters/vault';
import { isoOf, type Db } from './database';

const Row = z.object({
  id: z.uuid(),
  case_id: z.coerce.number().nullable(),
  sealed_name: z.string(),
  mime: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'audio/mpeg']),
  size: z.int(),
  pages: z.int().nullable(),
  seconds: z.coerce.number().nullable(),
  created_at: z.date(),
});

export interface AttachmentRow {
  id: string;
  caseId: number | null;
  name: string;
  mime: z.infer<typeof Row>['mime'];
  size: number;
  /** Of a PDF, where its content tells. */
  pages: number | null;
  /** Playing time of a recording, where its content tells. */
  seconds: number | null;
  createdAt: string;
}

const columns = ['id', 'case_id', 'sealed_name', 'mime', 'size', 'pages', 'seconds', 'created_at'];

function read(vault: Vault, row: unknown): AttachmentRow {
  const parsed = Row.parse(row);
  return {
    id: parsed.id,
    caseId: parsed.case_id,
    name: z.string().parse(vault.open(parsed.sealed_name)),
    mime: parsed.mime,
    size: parsed.size,
    pages: parsed.pages,
    seconds: parsed.seconds,
    createdAt: isoOf(parsed.created_at),
  };
}

export async function insertAttachment(
  db: Db,
  vault: Vault,
  file: { id: string; name: string; mime: string; size: number; sha256: string; pages?: number | undefined; seconds?: number | undefined },
): Promise<void> {
  const { name, ...rest } = file;
  await db('maklumat_attachment').insert({ ...rest, sealed_name: vault.seal(name) });
}

export async function findAttachments(db: Db, vault: Vault, ids: readonly string[]): Promise<AttachmentRow[]> {
  const rows: unknown[] = await db('maklumat_attachment')
    .select(columns)
    .whereIn('id', [...ids]);
  return rows.map((row) => read(vault, row));
}

export async function findCaseAttachments(db: Db, vault: Vault, caseId: number): Promise<AttachmentRow[]> {
  const rows: unknown[] = await db('maklumat_attachment').select(columns).where({ case_id: caseId });
  return rows.map((row) => read(vault, row));
}

/** Binds uploads to a case. Returns how many were free to bind: a file belongs to one case for ever. */
export async function claimAttachments(db: Db, ids: readonly string[], caseId: number): Promise<number> {
  return db('maklumat_attachment')
    .whereIn('id', [...ids])
    .where((free) => void free.whereNull('case_id').orWhere('case_id', caseId))
    .update({ case_id: caseId });
}
