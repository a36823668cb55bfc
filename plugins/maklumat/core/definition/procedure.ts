import { z } from 'zod';
import { Duration } from '../calendar/duration';
import { CaseStatus } from '../case/status';
import { SimpleField } from '../form/schema';

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant') }),
  z.strictObject({ kind: z.literal('position'), position: Slug }),
]);
export type Actor = z.infer<typeof Actor>;

export const Effect = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('stopClock') }),
  z.strictObject({ type: z.literal('notify'), message: z.string().describe('Kunci pesan pada bagian messages') }),
]);
export type Effect = z.infer<typeof Effect>;

/** What an actor may decide at a step: where the case goes, what must be said, and what follows. */
export const Outcome = z
  .strictObject({
    key: Slug,
    label: z.string().min(1).describe('Tombol di meja kerja, mis. "Lengkap"'),
    to: Slug.optional().describe('Langkah berikut; kosong berarti perkara berakhir'),
    end: z.enum(['completed', 'rejected']).optional(),
    reason: z.enum(['none', 'optional', 'required']).default('none'),
    result: z.string().optional().describe('Hasil yang dicatat di register, mis. "Dikabulkan seluruhnya"'),
    sentence: z.string().optional().describe('Kalimat pada garis waktu warga; tanpa ini judul langkah dan label dipakai'),
    fields: z.array(SimpleField).default([]),
    effects: z.array(Effect).default([]),
  })
  .refine((outcome) => (outcome.to === undefined) !== (outcome.end === undefined), { message: 'Isi tepat satu dari "to" dan "end"' });
export type Outcome = z.infer<typeof Outcome>;

export const Step = z.strictObject({
  key: Slug,
  title: z.string().min(1),
  actor: Actor,
  status: CaseStatus,
  allowance: Duration.optional(),
  output: z.string().optional(),
  outcomes: z.array(Outcome).min(1),
});
export type Step = z.infer<typeof Step>;

/**
 * Ordered steps. The first is the applicant's filing: submitting takes its first outcome at once, and a case sent back to it waits for the applicant to supply.
 * `intake` is the position that registers what is brought to the counter and acts there for the applicant.
 */
export const Procedure = z
  .strictObject({
    intake: Slug,
    steps: z.array(Step).min(2),
    objection: z
      .strictObject({ within: Duration, addressee: Slug.describe('Jabatan tujuan keberatan'), basis: z.string() })
      .optional()
      .describe('Jalan keberatan yang disebut kepada pemohon setelah dijawab atau bila tenggat terlewati'),
  })
  .meta({ id: 'Procedure' });
export type Procedure = z.infer<typeof Procedure>;

export const Clock = z
  .strictObject({
    start: z.enum(['receipt']),
    duration: Duration,
    extension: z
      .strictObject({
        duration: Duration,
        limit: z.int().min(1).max(5),
        position: Slug.describe('Jabatan yang boleh memperpanjang'),
      })
      .optional(),
    basis: z.string().describe('Dasar tenggat, mis. "Keputusan 100.3.6/86/2023, layanan 1, komponen 3"'),
  })
  .meta({ id: 'Clock' });
export type Clock = z.infer<typeof Clock>;
