import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { Calendar } from '../../core/calendar/schema';
import { placeholdersOf } from '../../core/definition/placeholders';
import { findAgreed } from '../repositories/consents';
import * as content from '../repositories/content';
import { findVersionMetas, getVersion } from '../repositories/versions';
import type { Db } from '../repositories/database';
import { digestOf } from './consents';

const refuseEdit = (message: string): never => {
  throw new errors.ApplicationError(message, { kind: 'publish-refused', findings: [] });
};

/**
 * Looks at the offices and calendars as an edit would leave them, in that edit's transaction: what published services stand on
 * must stay whole, or every deadline of the office would fail. Throws Strapi's ApplicationError, which the Content Manager shows.
 */
export async function checkOffices(strapi: Core.Strapi, db: Db): Promise<void> {
  const calendars = await content.findCalendars(strapi);
  for (const calendar of calendars) {
    const problem = Calendar.safeParse(calendar).error?.issues[0];
    if (problem) refuseEdit(`Kalender "${calendar.name}" belum benar: ${problem.message} (${problem.path.join('.')}).`);
  }
  const known = new Set(calendars.map((calendar) => calendar.slug));
  const agencies = await content.findAgencies(strapi);
  for (const slug of new Set((await findVersionMetas(db)).map((version) => version.agency))) {
    const agency = agencies.find((candidate) => candidate.slug === slug);
    if (!agency) refuseEdit(`Perangkat daerah "${slug}" dipakai layanan yang sudah terbit; kuncinya tidak dapat diubah atau dihapus.`);
    if (!agency?.calendar || !known.has(agency.calendar.slug))
      refuseEdit(`Perangkat daerah "${slug}" dipakai layanan yang sudah terbit, sehingga harus memiliki kalender kerja.`);
  }
}

/** Refuses with Strapi's ValidationError, whose `details.errors` the Content Manager shows at the field. */
function refuseField(path: string[], message: string): never {
  throw new errors.ValidationError(message, { errors: [{ path, message, name: 'ValidationError' }] });
}

const inBraces = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

/** The texts of the settings of registrations: what each may name in braces, and what it must. */
const settingTexts = {
  codeText: { may: ['kode', 'menit'], must: ['kode'] },
  knownText: { may: [], must: [] },
  draftText: { may: ['layanan', 'tanggal'], must: [] },
} as const satisfies Partial<Record<keyof content.RegistrationRow, { may: readonly string[]; must: readonly string[] }>>;

function checkText(field: keyof typeof settingTexts, text: string): void {
  const { may, must }: { may: readonly string[]; must: readonly string[] } = settingTexts[field];
  const named = placeholdersOf(text);
  const missing = must.filter((name) => !named.includes(name));
  if (missing.length > 0) refuseField([field], `Teks ini harus memuat ${inBraces(missing)}; tanpa itu pendaftar tidak dapat melanjutkan.`);
  const unknown = named.filter((name) => !may.includes(name));
  if (unknown.length === 0) return;
  const instead = may.length > 0 ? `Yang dapat dipakai: ${inBraces(may)}.` : 'Teks ini tidak memakai kata dalam kurung kurawal.';
  refuseField([field], `${inBraces(unknown)} tidak dikenal dan akan hilang dari pesan. ${instead}`);
}

/**
 * Looks at the settings of registrations as an edit would leave them, in that edit's transaction: a code that is not in its SMS closes the door to everybody, and
 * a step that is not in the procedure is measured never. Throws Strapi's ValidationError.
 */
export async function checkRegistration(strapi: Core.Strapi, db: Db): Promise<void> {
  const registration = await content.findRegistration(strapi);
  if (!registration) return;
  for (const field of ['codeText', 'knownText', 'draftText'] as const) checkText(field, registration[field]);
  const { service, stages } = registration;
  if (!service) return;
  const newest = (await findVersionMetas(db)).find((version) => version.service === service);
  if (!newest)
    refuseField(['service'], `Layanan "${service}" tidak ada atau belum terbit. Isi dengan kunci (slug) layanan yang sudah terbit.`);
  const { procedure } = (await getVersion(db, newest.id)).definition;
  const known = procedure?.steps.map(({ key }) => key) ?? [];
  for (const [index, { stage, step }] of stages.entries()) {
    if (!known.includes(step))
      refuseField(
        ['stages', String(index), 'step'],
        `Langkah "${step}" tidak ada pada prosedur "${service}". Yang ada: ${known.join(', ')}.`,
      );
    if (stages.findIndex((other) => other.stage === stage) !== index)
      refuseField(['stages', String(index), 'stage'], 'Layar ini sudah diberi langkah; satu layar mengerjakan satu langkah.');
  }
}

/** Looks at the retention periods as an edit would leave them: a second period for one kind would win or lose by chance. Throws Strapi's ValidationError. */
export async function checkRetentions(strapi: Core.Strapi): Promise<void> {
  const names = new Map<string, string>();
  for (const { kind, name } of await content.findRetentions(strapi)) {
    const other = names.get(kind);
    if (other !== undefined) refuseField(['kind'], `Jenis data ini sudah mempunyai masa simpan: "${other}". Ubah entri itu.`);
    names.set(kind, name);
  }
}

/**
 * Looks at the consents as an edit would leave them: the words that somebody has agreed to must stay, under their number, or nobody could show any more what that
 * was. Throws Strapi's ValidationError.
 */
export async function checkConsents(strapi: Core.Strapi, db: Db): Promise<void> {
  const consents = await content.findConsents(strapi);
  for (const [version, digests] of await findAgreed(db)) {
    if (consents.some((consent) => consent.version === version && digests.includes(digestOf(consent)))) continue;
    refuseField(
      ['body'],
      `Naskah versi ${version} sudah disetujui orang, jadi tidak dapat diubah, diberi nomor lain, atau dihapus. Buat entri baru dengan nomor versi berikutnya.`,
    );
  }
}
