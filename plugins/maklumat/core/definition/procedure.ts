import { z } from 'zod';
import { Duration } from '../calendar/duration';
import { CaseStatus } from '../case/status';
import { FieldKey, SimpleField } from '../form/schema';
import { Condition, OpenCase } from '../rules/schema';
import { Slug } from './slug';

/** Who acts at a step. A step of the system is passed at once, by the first of its outcomes whose condition holds. */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant') }),
  z.strictObject({ kind: z.literal('position'), position: Slug }),
  z.strictObject({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

/** Time that a step is given: a duration, or seconds on the wall clock for what a person does on a screen. Guidance, never a barrier. */
export const Allowance = z
  .union([Duration, z.strictObject({ amount: z.int().min(1).max(3_600), unit: z.literal('seconds') })])
  .describe('Waktu untuk langkah ini; pada langkah pemohon menurut jam dinding, pada langkah kantor menurut jam kerja');
export type Allowance = z.infer<typeof Allowance>;

const reserve = z.strictObject({
  type: z.literal('reserve'),
  resource: Slug.describe('Sumber daya; kru yang dimilikinya ikut dipesan'),
  startField: FieldKey.describe('Isian tanggal dan jam: dari keputusan bila ada, bila tidak dari formulir'),
  minutes: z.int().min(1).max(20_160).describe('Lama pemakaian dalam menit'),
  minutesField: FieldKey.optional().describe('Isian angka yang menggantikan lamanya, mis. menurut disposisi'),
  offer: z.boolean().default(false).describe('Ditahan sebagai tawaran sampai pemohon menerimanya'),
});
export type Reserve = z.infer<typeof reserve>;

/** What follows from an outcome. The machine returns effects as data; the server carries them out in the transaction of the decision. */
export const Effect = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('startClock') })
    .describe('Tenggat mulai berjalan (untuk clock.start selain receipt dan schedule); yang pertama berlaku'),
  z.strictObject({ type: z.literal('pauseClock') }),
  z.strictObject({ type: z.literal('resumeClock') }),
  z.strictObject({ type: z.literal('stopClock') }).describe('Janji ditepati atau tidak pada saat ini'),
  z.strictObject({
    type: z.literal('notify'),
    message: z.string().describe('Kunci pesan pada bagian messages'),
    to: Slug.optional().describe('Jabatan penerima; kosong berarti pemohon'),
  }),
  z.strictObject({ type: z.literal('issueDocument'), document: z.string().describe('Kunci dokumen pada bagian documents') }),
  reserve,
  z.strictObject({ type: z.literal('acceptReservation') }).describe('Jadwal yang ditawarkan menjadi tetap'),
  z.strictObject({ type: z.literal('releaseReservation') }),
  z.strictObject({ type: z.literal('invoice'), document: z.string().describe('Kunci dokumen tagihan; jumlahnya dari aturan charge') }),
  OpenCase,
]);
export type Effect = z.infer<typeof Effect>;

/** What an actor may decide at a step: where the case goes, what must be said, and what follows. */
export const Outcome = z
  .strictObject({
    key: Slug,
    label: z.string().min(1).describe('Tombol di meja kerja, mis. "Lengkap"'),
    when: Condition.optional().describe('Hanya terbuka bila syarat ini terpenuhi; boleh memakai answers.* dan decisions.*'),
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
  allowance: Allowance.optional(),
  output: z.string().optional(),
  outcomes: z.array(Outcome).min(1),
});
export type Step = z.infer<typeof Step>;

/**
 * Ordered steps. The first is the applicant's filing: submitting takes the first of its outcomes whose condition holds at once, and a case sent back to it
 * waits for the applicant to supply. `intake` is the position that registers what is brought to the counter and acts there for the applicant.
 */
export const Procedure = z
  .strictObject({
    intake: Slug,
    steps: z.array(Step).min(2),
    blind: z.array(Slug).default([]).describe('Jabatan yang tidak melihat isian rahasia (confidential)'),
    objection: z
      .strictObject({ within: Duration, addressee: Slug.describe('Jabatan tujuan keberatan'), basis: z.string() })
      .optional()
      .describe('Jalan keberatan yang disebut kepada pemohon setelah dijawab atau bila tenggat terlewati'),
  })
  .meta({ id: 'Procedure' });
export type Procedure = z.infer<typeof Procedure>;

/**
 * The promise of time. It runs from the receipt, from the outcome with the effect `startClock` (the three starts in between are words for what that outcome means),
 * or from the reserved time itself. Before it has begun there is a provisional date only.
 */
export const Clock = z
  .strictObject({
    start: z
      .enum(['receipt', 'completion', 'disposition', 'forwarding', 'schedule'])
      .describe(
        'receipt sejak diterima, completion sejak lengkap, disposition sejak disposisi, forwarding sejak diteruskan, schedule sejak waktu yang dijadwalkan',
      ),
    startField: FieldKey.optional().describe('Untuk schedule: isian tanggal dan jam mulai'),
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
  .refine((clock) => (clock.start === 'schedule') === (clock.startField !== undefined), {
    message: 'startField diisi tepat bila start adalah schedule',
    path: ['startField'],
  })
  .meta({ id: 'Clock' });
export type Clock = z.infer<typeof Clock>;
