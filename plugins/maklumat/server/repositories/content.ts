import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { retentionKinds } from '../../core/definition/retention';
import { registrationStages } from '../../core/identity/registration';
import type { Calendar, Holiday, OfficeHours, Season, Weekday } from '../../core/calendar/schema';

const Line = z.object({ text: z.string() }).transform(({ text }) => text);
const Lines = z
  .array(Line)
  .nullish()
  .transform((lines) => lines ?? []);
const Slugged = z.object({ slug: z.string() });
const nullableText = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const weekdays: Record<string, Weekday> = {
  Senin: 'monday',
  Selasa: 'tuesday',
  Rabu: 'wednesday',
  Kamis: 'thursday',
  Jumat: 'friday',
  Sabtu: 'saturday',
  Minggu: 'sunday',
};
const zones = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
const kinds = { libur_nasional: 'national', cuti_bersama: 'jointLeave', libur_setempat: 'local' } as const;

/** Names that the Content Manager shows for what core calls otherwise. */
export const contentNames = { weekdays, zones, kinds } as const;

/** Strapi keeps times as HH:MM:SS.mmm. */
const Time = z.string().transform((time) => time.slice(0, 5));

const Hours = z
  .object({
    day: z.enum(['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']),
    opens: Time,
    closes: Time,
    breakFrom: Time.nullish(),
    breakTo: Time.nullish(),
  })
  .transform((row): OfficeHours => ({
    day: weekdays[row.day] ?? 'monday',
    opens: row.opens,
    closes: row.closes,
    ...(row.breakFrom && row.breakTo ? { breakFrom: row.breakFrom, breakTo: row.breakTo } : {}),
  }));

const SeasonRow = z
  .object({ name: z.string(), from: z.iso.date(), to: z.iso.date(), officeHours: z.array(Hours) })
  .transform((row): Season => row);

const CalendarRow = z.object({
  slug: z.string(),
  name: z.string(),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  officeHours: z.array(Hours),
  seasons: z.array(SeasonRow).nullish(),
});
const HolidayRow = z
  .object({
    date: z.iso.date(),
    name: z.string(),
    kind: z.enum(['libur_nasional', 'cuti_bersama', 'libur_setempat']),
    closes: Time.nullish(),
    calendars: z.array(Slugged).nullish(),
  })
  .transform((row): Holiday => ({
    date: row.date,
    name: row.name,
    kind: kinds[row.kind],
    ...(row.closes ? { closes: row.closes } : {}),
    calendars: (row.calendars ?? []).map(({ slug }) => slug),
  }));

const AgencyRow = z.object({
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  address: nullableText,
  phones: Lines,
  email: z.string().nullish(),
  website: z.string().nullish(),
  calendar: Slugged.nullish(),
  complaintChannels: Lines,
});
export type AgencyRow = z.infer<typeof AgencyRow>;

const UnitRow = z.object({ slug: z.string(), name: z.string(), agency: Slugged.nullish() });
export type UnitRow = z.infer<typeof UnitRow>;

const PositionRow = z.object({
  slug: z.string(),
  name: z.string(),
  unit: Slugged.nullish(),
  holders: z
    .array(
      z.object({
        id: z.int(),
        firstname: z.string().nullish(),
        lastname: z.string().nullish(),
        username: z.string().nullish(),
        email: z.string().nullish(),
        isActive: z.boolean().nullish(),
      }),
    )
    .nullish(),
});
export type PositionRow = z.infer<typeof PositionRow>;

const CharterRow = z.object({
  agency: Slugged.nullish(),
  text: z.string(),
  signatory: z.string(),
  signatoryTitle: z.string(),
  date: z.string(),
  decreeNumber: z.string(),
});
export type CharterRow = z.infer<typeof CharterRow>;

const AreaRow = z.object({ code: z.string(), level: z.enum(['provinsi', 'kota', 'kecamatan', 'kelurahan']), name: z.string() });
export type AreaRow = z.infer<typeof AreaRow>;

/** How citizens register. What an installation has not filled in has the default of the content type. */
const RegistrationRow = z.object({
  service: z.string().nullish(),
  stages: z.array(z.object({ stage: z.enum(registrationStages), step: z.string() })),
  codeSeconds: z.int(),
  resendSeconds: z.int(),
  codesPerPhoneHour: z.int(),
  codesPerAddressHour: z.int(),
  codesPerHour: z.int(),
  codeText: z.string(),
  knownText: z.string(),
  draftText: z.string(),
});
export type RegistrationRow = z.infer<typeof RegistrationRow>;

const ConsentRow = z.object({ version: z.int(), title: z.string(), body: z.string(), effectiveFrom: z.string() });
export type ConsentRow = z.infer<typeof ConsentRow>;

const RetentionRow = z.object({ kind: z.enum(retentionKinds), name: z.string(), days: z.int() });
export type RetentionRow = z.infer<typeof RetentionRow>;

/** One more than any list here is expected to reach; Strapi would otherwise cut at its default page. */
const all = 10_000;

/** Every calendar with the holidays of its own and those of all. */
export async function findCalendars(strapi: Core.Strapi): Promise<Calendar[]> {
  const rows = await strapi
    .documents('plugin::maklumat.calendar')
    .findMany({ populate: { officeHours: true, seasons: { populate: ['officeHours'] } }, limit: all });
  const days = await strapi.documents('plugin::maklumat.holiday').findMany({ populate: ['calendars'], sort: 'date:asc', limit: all });
  const holidays = z.array(HolidayRow).parse(days);
  return z
    .array(CalendarRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      name: row.name,
      zone: zones[row.zone],
      officeHours: row.officeHours,
      seasons: row.seasons ?? [],
      holidays: holidays.filter(({ calendars }) => calendars.length === 0 || calendars.includes(row.slug)),
    }));
}

export async function findAgencies(strapi: Core.Strapi): Promise<AgencyRow[]> {
  return z
    .array(AgencyRow)
    .parse(
      await strapi
        .documents('plugin::maklumat.agency')
        .findMany({ populate: ['phones', 'calendar', 'complaintChannels'], sort: 'id:asc', limit: all }),
    );
}

export async function findUnits(strapi: Core.Strapi): Promise<UnitRow[]> {
  return z.array(UnitRow).parse(await strapi.documents('plugin::maklumat.unit').findMany({ populate: ['agency'], limit: all }));
}

export async function findPositions(strapi: Core.Strapi): Promise<PositionRow[]> {
  return z
    .array(PositionRow)
    .parse(await strapi.documents('plugin::maklumat.position').findMany({ populate: ['unit', 'holders'], limit: all }));
}

export async function findCharters(strapi: Core.Strapi): Promise<CharterRow[]> {
  return z
    .array(CharterRow)
    .parse(await strapi.documents('plugin::maklumat.charter').findMany({ status: 'published', populate: ['agency'], limit: all }));
}

export async function findAreas(strapi: Core.Strapi): Promise<AreaRow[]> {
  return z.array(AreaRow).parse(await strapi.documents('plugin::maklumat.area').findMany({ sort: 'code:asc', limit: all }));
}

/** Undefined while the installation has no entry: then nobody can register. */
export async function findRegistration(strapi: Core.Strapi): Promise<RegistrationRow | undefined> {
  const row: unknown = await strapi.documents('plugin::maklumat.registration').findFirst({ populate: ['stages'] });
  return row === null ? undefined : RegistrationRow.parse(row);
}

/** The newest version first. */
export async function findConsents(strapi: Core.Strapi): Promise<ConsentRow[]> {
  return z.array(ConsentRow).parse(await strapi.documents('plugin::maklumat.consent').findMany({ sort: 'version:desc', limit: all }));
}

export async function findRetentions(strapi: Core.Strapi): Promise<RetentionRow[]> {
  return z.array(RetentionRow).parse(await strapi.documents('plugin::maklumat.retention').findMany({ limit: all }));
}
