import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { isOperable, ServiceDefinition } from '../../plugins/maklumat/core/definition/schema';
import {
  AgencySeed,
  AreaSeed,
  CalendarSeed,
  CharterSeed,
  DecreeSeed,
  HolidaySeed,
  PositionSeed,
  UnitSeed,
} from '../../plugins/maklumat/core/definition/seeds';
import type { Comparison, Condition } from '../../plugins/maklumat/core/rules/schema';

const directory = join(__dirname, '../../database/seeds');
const read = (path: string): unknown => JSON.parse(readFileSync(join(directory, path), 'utf8'));
const list = <T extends z.ZodType>(path: string, schema: T): z.infer<T>[] => z.array(schema).parse(read(path));

const agencies = list('agencies.json', AgencySeed);
const units = list('units.json', UnitSeed);
const positions = list('positions.json', PositionSeed);
const calendars = list('calendars.json', CalendarSeed);
const holidays = list('holidays.json', HolidaySeed);
const areas = list('areas.json', AreaSeed);
const decrees = list('decrees.json', DecreeSeed);
const charters = list('charters.json', CharterSeed);

const files = readdirSync(join(directory, 'services')).sort();
const services = files.map((file) => ServiceDefinition.parse(read(`services/${file}`)));
const service = (slug: string): ServiceDefinition => {
  const found = services.find((candidate) => candidate.slug === slug);
  if (!found) throw new Error(`no bundle for ${slug}`);
  return found;
};

const slugs = (things: readonly { slug: string }[]): string[] => things.map((thing) => thing.slug);
const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);
const components = (of: ServiceDefinition): Record<string, string> =>
  Object.fromEntries(
    Object.entries(of.standard).flatMap(([part, members]) =>
      Object.entries(members).map(([name, value]) => [`${part}.${name}`, [value].flat().join('\n')]),
    ),
  );
const comparisons = (condition: Condition): Comparison[] => {
  if ('fact' in condition) return [condition];
  if ('not' in condition) return comparisons(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(comparisons);
};

const decreed = [
  'informasi-publik',
  'pengaduan-masyarakat',
  'siaran-keliling',
  'iklan-radio',
  'rekomendasi-aplikasi',
  'video-conference',
  'hosting-domain',
  'email-go-id',
  'sertifikat-elektronik',
];

describe('offices', () => {
  it('use every slug once', () => {
    for (const things of [agencies, units, positions, calendars, services]) expect(repeated(slugs(things))).toEqual([]);
    expect(repeated(services.map(({ numberPrefix }) => numberPrefix))).toEqual([]);
  });

  it('refer to what exists', () => {
    for (const agency of agencies) expect(slugs(calendars)).toContain(agency.calendar);
    for (const unit of units) expect(slugs(agencies)).toContain(unit.agency);
    for (const position of positions) expect(slugs(units)).toContain(position.unit);
    for (const charter of charters) {
      expect(slugs(agencies)).toContain(charter.agency);
      expect(decrees.map(({ number }) => number)).toContain(charter.decreeNumber);
    }
  });

  it('promise what Lampiran II of the decree promises', () => {
    expect(charters.map(({ agency, text }) => ({ agency, text: text.toUpperCase() }))).toEqual([
      {
        agency: 'diskominfo-kota-probolinggo',
        text: 'DENGAN INI, KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN YANG TELAH DITETAPKAN DAN APABILA TIDAK MENEPATI JANJI INI, KAMI SIAP MENERIMA SANKSI SESUAI PERATURAN PERUNDANG-UNDANGAN YANG BERLAKU',
      },
    ]);
  });

  it('keep the whole decree: 3 considerations, 15 legal bases, 4 articles, 9 services in Pasal 2', () => {
    const [decree] = decrees;
    expect(decree?.considerations).toHaveLength(3);
    expect(decree?.legalBasis).toHaveLength(15);
    expect(decree?.articles.map(({ number }) => number)).toEqual(['Pasal 1', 'Pasal 2', 'Pasal 3', 'Pasal 4']);
    expect(decree?.articles[1]?.text.match(/^[a-i]\. /gm)).toHaveLength(9);
  });
});

describe('areas and holidays', () => {
  it('hold the city with its 5 kecamatan and 29 kelurahan, each under its parent', () => {
    const count = (level: string): number => areas.filter((area) => area.level === level).length;
    expect([count('provinsi'), count('kota'), count('kecamatan'), count('kelurahan')]).toEqual([1, 1, 5, 29]);
    expect(repeated(areas.map(({ code }) => code))).toEqual([]);
    for (const { code } of areas.filter(({ level }) => level !== 'provinsi')) {
      expect(areas.map((area) => area.code)).toContain(code.slice(0, code.lastIndexOf('.')));
    }
  });

  // 2025 and 2026 are the joint ministerial decrees' 17 + 10 and 17 + 8, with 18 August 2025, decided later; 2027 is the published list as archived.
  it.each([
    { year: '2025', national: 17, jointLeave: 11 },
    { year: '2026', national: 17, jointLeave: 8 },
    { year: '2027', national: 18, jointLeave: 8 },
  ])('list the days off of $year', ({ year, national, jointLeave }) => {
    const of = (kind: string): number => holidays.filter((holiday) => holiday.date.startsWith(year) && holiday.kind === kind).length;
    expect([of('national'), of('jointLeave'), of('local')]).toEqual([national, jointLeave, 0]);
  });

  it('name no day twice, and mark the dates of 2027 that are estimates', () => {
    expect(repeated(holidays.map(({ date }) => date))).toEqual([]);
    expect(holidays.filter(({ name }) => name.endsWith('(perkiraan)')).map(({ date }) => date)).toEqual([
      '2027-03-10',
      '2027-03-11',
      '2027-05-17',
    ]);
  });
});

describe('services', () => {
  it('are eleven, each in the file of its slug, of an agency that exists', () => {
    expect(slugs(services)).toEqual([...decreed, 'informasi-dukcapil', 'pendaftaran-sistem-elektronik']);
    expect(files.map((file) => basename(file, '.json').slice(3))).toEqual(slugs(services));
    for (const { agency } of services) expect(slugs(agencies)).toContain(agency);
  });

  it.each(decreed)('%s states all 14 components, under the decree', (slug) => {
    const empty = Object.entries(components(service(slug))).filter(([, text]) => text.trim() === '');
    expect(Object.keys(components(service(slug)))).toHaveLength(14);
    expect(empty).toEqual([]);
    expect(service(slug).decree).toEqual(
      expect.objectContaining({ number: decrees[0]?.number, title: decrees[0]?.title, date: decrees[0]?.date }),
    );
    expect(service(slug).effectiveFrom).toBe(decrees[0]?.date);
  });

  it('leave unset what the two SOPs do not state', () => {
    const unset = (slug: string): string[] =>
      Object.entries(components(service(slug))).flatMap(([name, text]) => (text === '' ? [name] : []));
    const manufacturing = ['supervision', 'staffing', 'guarantee', 'safety', 'evaluation'].map((name) => `manufacturing.${name}`);
    expect(unset('informasi-dukcapil')).toEqual(['servicePoint.fee', ...manufacturing]);
    expect(unset('pendaftaran-sistem-elektronik')).toEqual(['servicePoint.fee', 'servicePoint.complaints', ...manufacturing]);
  });

  it.each(services)('$slug carries no traces of the scan', (definition) => {
    for (const text of Object.values(components(definition))) expect(text).not.toMatch(/[<>*\t]|^\s|\s$|;$|\n\n| {2}/m);
  });

  it.each(services)('$slug shows what it corrects, and no longer what the document prints there', (definition) => {
    for (const { component, raw, corrected } of definition.corrections) {
      const text = components(definition)[component];
      expect(text).toContain(corrected);
      expect(text).not.toContain(raw);
    }
  });
});

describe.each(services.filter(isOperable))('$slug as a service that takes cases', (definition) => {
  const fields = definition.form.sections.flatMap((section) => section.fields);
  const { steps, intake } = definition.procedure;
  const outcomes = steps.flatMap((step) => step.outcomes);
  const stepKeys = steps.map((step) => step.key);

  it('asks each question once', () => {
    expect(repeated(fields.map(({ key }) => key))).toEqual([]);
    expect(repeated(definition.form.sections.map(({ key }) => key))).toEqual([]);
  });

  it('compares facts that exist with choices that exist', () => {
    const conditions = [
      ...definition.form.sections.map(({ visibleWhen }) => visibleWhen),
      ...fields.flatMap(({ requiredWhen, visibleWhen }) => [requiredWhen, visibleWhen]),
      ...definition.rules.map(({ when }) => when),
    ].flatMap((condition) => (condition === undefined ? [] : comparisons(condition)));
    const ofTheCase = ['receivedAt', 'receivedDate', 'receivedTime', 'receivedOnWorkingDay', 'channel'];
    for (const { fact, value } of conditions.filter((comparison) => !ofTheCase.includes(comparison.fact))) {
      const field = fields.find(({ key }) => fact === `answers.${key}`);
      expect(field?.type === 'choice' ? field.options.map((option) => option.value) : `no choice ${fact}`).toContain(value);
    }
  });

  it('leads every outcome to a step that exists, and every step to an end', () => {
    expect(repeated(stepKeys)).toEqual([]);
    for (const { to } of outcomes) if (to !== undefined) expect(stepKeys).toContain(to);
    const ends = (key: string, passed: readonly string[] = []): boolean =>
      steps
        .filter((step) => step.key === key && !passed.includes(key))
        .some((step) => step.outcomes.some(({ to }) => to === undefined || ends(to, [...passed, key])));
    expect(stepKeys.filter((key) => !ends(key))).toEqual([]);
  });

  it('names positions, units, fields and messages that exist', () => {
    const own = positions.filter(({ unit }) => units.some(({ slug, agency }) => slug === unit && agency === definition.agency));
    expect(slugs(own)).toContain(intake);
    for (const { actor } of steps) if (actor.kind === 'position') expect(slugs(own)).toContain(actor.position);
    if (definition.clock.extension) expect(slugs(own)).toContain(definition.clock.extension.position);
    for (const { then } of definition.rules) {
      if (then.type === 'route') expect(own.find(({ slug }) => slug === then.position)?.unit).toBe(then.unit);
      if (then.type === 'require') expect(fields.map(({ key }) => key)).toContain(then.field);
    }
    const notified = outcomes.flatMap(({ effects }) => effects.flatMap((effect) => (effect.type === 'notify' ? [effect.message] : [])));
    for (const message of notified) expect(Object.keys(definition.messages)).toContain(message);
  });

  it('uses only the placeholders that messages are filled with', () => {
    const used = Object.values(definition.messages).flatMap(({ subject, body }) => `${subject}${body}`.match(/\{[^}]*\}/g) ?? []);
    const known = ['{number}', '{service}', '{deadline}', '{reason}', '{trackingUrl}'];
    expect(used.filter((placeholder) => !known.includes(placeholder))).toEqual([]);
  });

  it('tells the citizen every decision in a sentence', () => {
    expect(outcomes.filter(({ sentence }) => sentence === undefined)).toEqual([]);
  });

  it('answers only questions that are asked in its examples, and expects refusals only of these', () => {
    const keys = fields.map(({ key }) => key);
    for (const { answers, expect: expected } of definition.examples) {
      expect(Object.keys(answers).filter((key) => !keys.includes(key))).toEqual([]);
      expect((expected.invalid ?? []).filter((key) => !keys.includes(key))).toEqual([]);
    }
  });
});

describe('informasi-publik', () => {
  const definition = service('informasi-publik');

  it('walks the eleven lines of the decree, by the actors that these lines name', () => {
    const actors = definition.procedure?.steps.map(({ actor }) => (actor.kind === 'applicant' ? 'pemohon' : actor.position));
    expect(actors).toEqual(['pemohon', ...Array<string>(7).fill('petugas-layanan-informasi'), 'ppid', 'ppid', 'pemohon']);
    expect(definition.standard.servicePoint.procedure).toHaveLength(11);
  });

  it('asks for all that the printed form asks the applicant', () => {
    const keys = definition.form?.sections.flatMap((section) => section.fields.map(({ key }) => key));
    expect(keys).toEqual(expect.arrayContaining(['nama', 'alamat', 'telepon', 'identitas', 'suratTugas', 'subjek', 'rincian', 'alasan']));
    expect(keys).toEqual(
      expect.arrayContaining(['namaPengguna', 'alamatPengguna', 'teleponPengguna', 'tujuan', 'format', 'caraPengiriman']),
    );
  });

  it('cites one of the ten exemptions of Pasal 17 when it refuses', () => {
    const refusal = definition.procedure?.steps.flatMap(({ outcomes }) => outcomes).find(({ key }) => key === 'ditolak');
    const exemption = refusal?.fields.find(({ key }) => key === 'pasal');
    expect(refusal?.reason).toBe('required');
    expect(exemption).toMatchObject({ type: 'choice', required: true, audience: 'applicant' });
    expect(exemption?.type === 'choice' && exemption.options).toHaveLength(10);
  });
});
