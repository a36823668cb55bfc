import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { Calendar } from '../../core/calendar/schema';
import * as content from '../repositories/content';
import { findVersionMetas } from '../repositories/versions';
import type { Db } from '../repositories/database';

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
