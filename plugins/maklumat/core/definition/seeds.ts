import { z } from 'zod';
import { Calendar, Holiday } from '../calendar/schema';
import { registrationStages } from '../identity/registration';
import { retentionKinds } from './retention';
import { Slug } from './slug';

const Text = z.string().min(1).max(5_000);

/** An office that serves. What its documents do not state is empty or null, never guessed. One entry of `database/seeds/agencies.json`. */
export const AgencySeed = z.strictObject({
  slug: Slug,
  name: Text,
  shortName: Text,
  address: z.string().max(300).describe('Kosong bila tidak tercantum dalam dokumen'),
  phones: z.array(Text),
  email: z.email().nullable(),
  website: z.url().nullable(),
  calendar: Slug.describe('Kalender yang menentukan zona waktu, jam kerja, dan hari libur'),
  complaintChannels: z.array(Text),
});
export type AgencySeed = z.infer<typeof AgencySeed>;

/** A bidang, team or other part of an agency. Slugs are unique over all agencies, because routes name a unit by its slug alone. */
export const UnitSeed = z.strictObject({ slug: Slug, name: Text, agency: Slug });
export type UnitSeed = z.infer<typeof UnitSeed>;

/** A position that acts in procedures. Slugs are unique over all agencies, because steps name a position by its slug alone. */
export const PositionSeed = z.strictObject({ slug: Slug, name: Text, unit: Slug });
export type PositionSeed = z.infer<typeof PositionSeed>;

/** Zone, office hours and seasons; holidays are a list of their own. */
export const CalendarSeed = Calendar.omit({ holidays: true }).extend({ slug: Slug });
export type CalendarSeed = z.infer<typeof CalendarSeed>;

/** A day on which agencies are closed or close early; a name ending in "(perkiraan)" marks a date that is not decided yet. */
export const HolidaySeed = Holiday;
export type HolidaySeed = z.infer<typeof HolidaySeed>;

/**
 * A van, a room, a device or a person that is booked by the clock. `crew` goes along with every booking, one unit of each, and stands before it in the list.
 * One entry of `database/seeds/resources.json`.
 */
export const ResourceSeed = z.strictObject({
  slug: Slug,
  name: Text,
  agency: Slug,
  capacity: z.int().min(1).describe('Banyak unit yang dapat dipesan bersamaan'),
  crew: z.array(Slug),
});
export type ResourceSeed = z.infer<typeof ResourceSeed>;

/** A region of the Ministry of Home Affairs' code list, from province (`35`) to kelurahan (`35.74.01.1001`); a code starts with its parent's. */
export const AreaSeed = z.strictObject({
  code: z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/),
  level: z.enum(['provinsi', 'kota', 'kecamatan', 'kelurahan']),
  name: Text,
});
export type AreaSeed = z.infer<typeof AreaSeed>;

/** The text of a decree that sets standards: what it considers, on which law it rests, and its articles. Paragraphs within one are on lines of their own. */
export const DecreeSeed = z.strictObject({
  number: Text,
  title: Text,
  date: z.iso.date(),
  signatory: Text,
  signatoryRank: Text,
  signatoryNip: z.string().regex(/^\d{8} \d{6} \d \d{3}$/),
  considerations: z.array(Text).min(1),
  legalBasis: z.array(Text).min(1),
  articles: z.array(z.strictObject({ number: z.string().regex(/^Pasal \d+$/), text: Text })).min(1),
});
export type DecreeSeed = z.infer<typeof DecreeSeed>;

/** The maklumat pelayanan of an agency, in the words of the decree that sets it. */
export const CharterSeed = z.strictObject({
  agency: Slug,
  text: Text,
  signatory: Text,
  signatoryTitle: Text,
  date: z.iso.date(),
  decreeNumber: Text,
});
export type CharterSeed = z.infer<typeof CharterSeed>;

/** How citizens register: which service's procedure it is, and which of its steps is done on which screen. `database/seeds/registration.json`. */
export const RegistrationSeed = z.strictObject({
  service: Slug,
  stages: z.array(z.strictObject({ stage: z.enum(registrationStages), step: Slug })),
});

/** The words to which a person agrees. A version's words stay; new words are a new version. One entry of `database/seeds/consents.json`. */
export const ConsentSeed = z.strictObject({
  version: z.int().min(1),
  title: Text,
  body: z.string().min(1).max(20_000),
  effectiveFrom: z.iso.date(),
});

/** How many days a kind of data is kept, and on what ground. One entry of `database/seeds/retentions.json`. */
export const RetentionSeed = z.strictObject({ kind: z.enum(retentionKinds), name: Text, days: z.int().min(1).max(36_500), basis: Text });
