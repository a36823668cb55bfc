import knex, { type Knex } from 'knex';
import request from 'supertest';
import type { Interval } from '../../plugins/maklumat/core/booking/interval';
import { RefusalError, type Refusal } from '../../plugins/maklumat/core/refusal';
import { aCalendar, at } from '../../plugins/maklumat/core/testing/builders';
import { insertBookings } from '../../plugins/maklumat/server/repositories/bookings';
import { accept, isFree, nextFreeSlots, release, reserve, type BookingContext } from '../../plugins/maklumat/server/services/bookings';
import { startApp, type App } from '../support/app';
import { anOffice, type Office } from '../support/desk';

let app: App;
let office: Office;
let db: Knex;
beforeAll(async () => {
  app = await startApp();
  office = await anOffice(app.url);
  // As many connections as there are callers at once, so that they wait for each other in the database and not here.
  db = knex({ client: 'pg', connection: app.databaseUrl, pool: { min: 0, max: 25 } });
});
afterAll(async () => {
  await db.destroy();
  await app.stop();
});
beforeEach(async () => {
  await db('maklumat_booking').delete();
});

const agency = 'diskominfo-kota-probolinggo';
const [van, room, driver, operator] = [
  'mobil-siaran-keliling',
  'fasilitas-video-conference',
  'pengemudi-siaran-keliling',
  'operator-video-conference',
];
const resource = (slug: string, capacity = 1, crew: string[] = []) => ({ slug, name: slug, agency, capacity, crew, active: true });
const context: BookingContext = {
  snapshot: {
    resources: new Map(
      [
        resource(driver),
        resource(van, 1, [driver]),
        resource('bus', 1, [driver]),
        resource(operator, 2),
        resource(room, 1, [operator]),
        { ...resource('rusak'), active: false },
      ].map((one) => [one.slug, one]),
    ),
    agencies: [
      {
        slug: agency,
        name: 'Dinas',
        shortName: 'Dinas',
        address: '',
        phones: [],
        complaintChannels: [],
        calendar: { slug: 'kota-contoh' },
      },
    ],
    calendars: new Map([['kota-contoh', aCalendar()]]),
  },
  now: at('2026-01-05T08:00+07:00'),
  language: 'id',
};

let cases = 0;
/** A case in the database as far as a booking needs one. */
async function aCase(): Promise<number> {
  cases += 1;
  const [row] = await db('maklumat_case')
    .insert({
      number: `UJI/${cases}`,
      service: 'informasi-publik',
      version_id: db('maklumat_version').where({ service: 'informasi-publik' }).min('id'),
      agency,
      tracking_hash: '',
      received_at: context.now,
      last_sequence: 1,
      status: 'submitted',
    })
    .returning<{ id: string }[]>('id');
  return Number(row?.id);
}

const slot = (from: string, to: string): Interval => ({ from: at(`2026-01-${from}+07:00`), to: at(`2026-01-${to}+07:00`) });
const morning = slot('06T09:00', '06T12:00');

/** Reserves in a transaction of its own, as a command would. Resolves to the refusal when it is refused. */
async function book(caseId: number, wanted: string, when: Interval, offered = false): Promise<Refusal | 'booked'> {
  try {
    await db.transaction((trx) => reserve(trx, context, { caseId, resource: wanted, ...when, offered }));
    return 'booked';
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

/** What is held now: resource, unit and hours, sorted. */
async function held(): Promise<string[]> {
  const rows = await db('maklumat_booking')
    .select<{ resource: string; unit: number; hours: string }[]>('resource', 'unit')
    .select(
      db.raw(
        `to_char(lower(during) AT TIME ZONE 'Asia/Jakarta', 'HH24:MI') || '-' || to_char(upper(during) AT TIME ZONE 'Asia/Jakarta', 'HH24:MI') AS hours`,
      ),
    )
    .whereNull('released_at');
  return rows.map((row) => `${row.resource} ${row.unit} ${row.hours}`).sort();
}

describe('reserve', () => {
  it('gives a slot to one of twenty who ask at once, and the others the next three free slots', async () => {
    const asking = await Promise.all(Array.from({ length: 20 }, aCase));
    const answers = await Promise.all(asking.map((caseId) => book(caseId, van, morning)));
    expect(answers.filter((answer) => answer === 'booked')).toHaveLength(1);
    const refusals = answers.filter((answer) => answer !== 'booked');
    expect(refusals).toHaveLength(19);
    for (const refusal of refusals)
      expect(refusal).toEqual({
        kind: 'slot-taken',
        message: `${van} sudah terpakai pada Selasa 6 Januari 2026 pukul 09.00 sampai pukul 12.00 WIB. Waktu kosong berikutnya: Selasa 6 Januari 2026 pukul 13.00 sampai pukul 16.00 WIB; Rabu 7 Januari 2026 pukul 07.30 sampai pukul 10.30 WIB; Rabu 7 Januari 2026 pukul 08.00 sampai pukul 11.00 WIB.`,
        slots: [slot('06T13:00', '06T16:00'), slot('07T07:30', '07T10:30'), slot('07T08:00', '07T11:00')],
      });
    expect(await held()).toEqual([`${van} 1 09:00-12:00`, `${driver} 1 09:00-12:00`].sort());
  });

  it('lets one begin at the instant at which another ends', async () => {
    const [before, during, after] = [await aCase(), await aCase(), await aCase()];
    expect(await book(during, van, morning)).toBe('booked');
    expect(await book(before, van, slot('06T08:00', '06T09:00'))).toBe('booked');
    expect(await book(after, van, slot('06T12:00', '06T13:00'))).toBe('booked');
    expect(await book(await aCase(), van, slot('06T11:59', '06T12:01'))).toMatchObject({ kind: 'slot-taken' });
  });

  it('is refused for the crew of another vehicle, naming the crew, and then books nothing at all', async () => {
    expect(await book(await aCase(), 'bus', morning)).toBe('booked');
    const answer = await book(await aCase(), van, slot('06T11:00', '06T13:00'));
    expect(answer).toMatchObject({
      kind: 'slot-taken',
      message: expect.stringMatching(new RegExp(`^${driver} sudah terpakai`)) as unknown,
    });
    expect(await held()).toEqual(['bus 1 09:00-12:00', `${driver} 1 09:00-12:00`]);
  });

  it('moves what the case holds, crew included, even onto a part of itself', async () => {
    const caseId = await aCase();
    await book(caseId, van, morning);
    expect(await book(caseId, van, slot('06T10:00', '06T13:00'))).toBe('booked');
    expect(await held()).toEqual([`${van} 1 10:00-13:00`, `${driver} 1 10:00-13:00`].sort());
    expect(await book(await aCase(), van, slot('06T09:00', '06T10:00'))).toBe('booked');
  });

  it('leaves what the case holds when a move is refused', async () => {
    const caseId = await aCase();
    await book(caseId, van, morning);
    await book(await aCase(), van, slot('06T13:00', '06T16:00'));
    expect(await book(caseId, van, slot('06T12:30', '06T14:00'))).toMatchObject({ kind: 'slot-taken' });
    expect(await held()).toContain(`${van} 1 09:00-12:00`);
  });

  it('keeps what the case holds of another resource', async () => {
    const caseId = await aCase();
    await book(caseId, van, morning);
    await book(caseId, room, morning);
    expect(await held()).toHaveLength(4);
  });

  it('gives as many units as there are, each its own', async () => {
    const asking = await Promise.all(Array.from({ length: 10 }, aCase));
    const answers = await Promise.all(asking.map((caseId) => book(caseId, operator, morning)));
    expect(answers.filter((answer) => answer === 'booked')).toHaveLength(2);
    expect(await held()).toEqual([`${operator} 1 09:00-12:00`, `${operator} 2 09:00-12:00`]);
  });

  it('refuses what is out of use or not there, and what is no slot', async () => {
    const caseId = await aCase();
    expect(await book(caseId, 'rusak', morning)).toEqual({ kind: 'slot-taken', message: 'rusak sedang tidak dapat dipesan.', slots: [] });
    expect(await book(caseId, 'tidak-ada', morning)).toMatchObject({ kind: 'slot-taken', slots: [] });
    expect(await book(caseId, van, { from: morning.to, to: morning.from })).toMatchObject({ kind: 'invalid-answers' });
    expect(await book(caseId, van, { from: morning.from, to: morning.from })).toMatchObject({ kind: 'invalid-answers' });
    expect(await book(caseId, van, { from: '9999-12-31T23:00:00Z', to: '+010000-01-01T01:00:00Z' })).toMatchObject({
      kind: 'invalid-answers',
    });
  });
});

describe('the database', () => {
  it('refuses an overlap whoever writes it, and the transaction goes on', async () => {
    const first = await aCase();
    await book(first, van, morning);
    const caseId = await aCase();
    await db.transaction(async (trx) => {
      const order = { caseId, reservedFor: van, ...slot('06T11:00', '06T13:00'), offered: false };
      expect(
        await insertBookings(trx, order, [
          { resource: operator, unit: 1 },
          { resource: van, unit: 1 },
        ]),
      ).toBe(false);
      expect(await insertBookings(trx, order, [{ resource: van, unit: 2 }])).toBe(true);
    });
    expect(await held()).toEqual([`${van} 1 09:00-12:00`, `${van} 2 11:00-13:00`, `${driver} 1 09:00-12:00`].sort());
  });

  it.each([
    ['an empty interval', 'empty'],
    ['an interval that holds its end', '[2026-01-06 09:00+07,2026-01-06 12:00+07]'],
    ['an interval without an end', '[2026-01-06 09:00+07,)'],
  ])('refuses %s', async (_name, during) => {
    const row = { resource: van, unit: 1, reserved_for: van, case_id: await aCase(), during };
    await expect(db('maklumat_booking').insert(row)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('what is held', () => {
  it('counts while it is an offer, is kept once accepted, and is free once released', async () => {
    const caseId = await aCase();
    await book(caseId, van, morning, true);
    const asked = { resource: van, ...morning };
    expect(await isFree(db, context, asked)).toBe(false);
    expect(await accept(db, caseId)).toBe(2);
    expect(await accept(db, caseId)).toBe(0);
    expect(await release(db, caseId)).toBe(2);
    expect(await isFree(db, context, asked)).toBe(true);
    expect(await book(await aCase(), van, morning)).toBe('booked');
  });

  it('is told free neither for what is out of use nor for what is not there', async () => {
    expect(await isFree(db, context, { resource: 'rusak', ...morning })).toBe(false);
    expect(await isFree(db, context, { resource: 'tidak-ada', ...morning })).toBe(false);
    expect(await nextFreeSlots(db, context, { resource: 'rusak', from: morning.from, minutes: 60 })).toEqual([]);
  });

  it('leaves the next free slots past closing time, a holiday and the weekend, and never before now', async () => {
    await book(await aCase(), van, slot('15T13:00', '15T15:00'));
    const from = (instant: string, minutes: number) => nextFreeSlots(db, context, { resource: van, from: at(`${instant}+07:00`), minutes });
    expect(await from('2026-01-15T12:30', 120)).toEqual([
      slot('19T07:30', '19T09:30'),
      slot('19T08:00', '19T10:00'),
      slot('19T08:30', '19T10:30'),
    ]);
    expect((await from('2025-12-01T09:00', 60))[0]).toEqual(slot('05T08:00', '05T09:00'));
  });
});

describe('the schedule at the desk', () => {
  const bookings = (query: string, slug = van) => office.officer.get(`/maklumat/resources/${slug}/bookings?${query}`);

  it('lists the resources of the agency in which a position is held', async () => {
    const { body } = await office.officer.get('/maklumat/resources').expect(200);
    const { data } = body as { data: { slug: string; capacity: number; crew: { slug: string }[]; zone: string }[] };
    expect(data.map(({ slug }) => slug).sort()).toEqual(
      [van, room, driver, operator, 'narator-siaran-keliling', 'operator-siaran-keliling'].sort(),
    );
    expect(data.find(({ slug }) => slug === van)).toMatchObject({ capacity: 1, zone: 'Asia/Jakarta' });
    expect(
      data
        .find(({ slug }) => slug === van)
        ?.crew.map(({ slug }) => slug)
        .sort(),
    ).toEqual([driver, 'narator-siaran-keliling', 'operator-siaran-keliling'].sort());
    expect(data.find(({ slug }) => slug === operator)).toMatchObject({ capacity: 2 });
  });

  it('shows a resource that the content admin adds at once, and the rate table takes no amount below nought', async () => {
    const create = (type: string, data: object) =>
      request(app.url).post(`/content-manager/collection-types/plugin::maklumat.${type}`).set(office.people.content.headers).send(data);
    const { body } = await request(app.url)
      .get(`/content-manager/collection-types/plugin::maklumat.agency?filters[slug][$eq]=${agency}`)
      .set(office.people.content.headers)
      .expect(200);
    const [owner] = (body as { results: { documentId: string }[] }).results;
    const proyektor = { slug: 'proyektor', name: 'Proyektor', capacity: 3, active: true, agency: { connect: [owner] } };
    await create('resource', proyektor).expect(201);
    await create('resource', { ...proyektor, slug: 'laptop', capacity: 0 }).expect(400);
    const { body: seen } = await office.officer.get('/maklumat/resources').expect(200);
    expect(seen).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ slug: 'proyektor', capacity: 3, crew: [] })]) as unknown,
    });

    const tarif = { key: 'siar', name: 'Siar', unit: 'per siar', amount: 10_000, effectiveFrom: '2026-01-01', basis: 'Perwali' };
    await create('rate', tarif).expect(201);
    await create('rate', { ...tarif, effectiveFrom: '2026-06-01', amount: 12_000 }).expect(201);
    await create('rate', { ...tarif, amount: -1 }).expect(400);
  });

  it('shows day by day who has it, for what, and how long it is taken', async () => {
    await book(await aCase(), van, slot('05T22:00', '06T01:00'), true);
    await book(await aCase(), van, morning);
    const { body } = await bookings('from=2026-01-05&to=2026-01-11').expect(200);
    const { days } = (body as { data: { days: { date: string; occupiedMinutes: number; bookings: object[] }[] } }).data;
    expect(days.map(({ date, occupiedMinutes, bookings: rows }) => [date, occupiedMinutes, rows.length])).toEqual([
      ['2026-01-05', 120, 1],
      ['2026-01-06', 240, 2],
      ...['07', '08', '09', '10', '11'].map((day) => [`2026-01-${day}`, 0, 0]),
    ]);
    expect(days[0]).toMatchObject({
      opens: '07:30',
      holiday: null,
      bookings: [{ from: '2026-01-05T22:00:00+07:00', to: '2026-01-06T01:00:00+07:00', unit: 1, offered: true, reservedFor: null }],
    });
    expect(days[6]).toMatchObject({ opens: null, closes: null });
    const { body: crew } = await bookings('from=2026-01-06&to=2026-01-06', driver).expect(200);
    expect(crew).toMatchObject({ data: { days: [{ bookings: [{ offered: true }, { reservedFor: 'Mobil siaran keliling' }] }] } });
    expect(JSON.stringify(crew)).toContain(`UJI/${cases}`);
  });

  it('names the holiday on which the office is closed', async () => {
    const { body } = await bookings('from=2026-01-16&to=2026-01-16').expect(200);
    expect(body).toMatchObject({ data: { days: [{ opens: null, holiday: expect.stringContaining('Isra Mikraj') as unknown }] } });
  });

  it('tells the next three free slots', async () => {
    const query = `from=${encodeURIComponent('2027-05-03T09:00:00+07:00')}&minutes=60`;
    const { body } = await office.officer.get(`/maklumat/resources/${van}/slots?${query}`).expect(200);
    expect((body as { data: Interval[] }).data.map(({ from }) => from)).toEqual(
      ['09:00', '09:30', '10:00'].map((time) => `2027-05-03T${time}:00+07:00`),
    );
  });

  it.each([
    ['a first day after the last', 'from=2026-01-11&to=2026-01-05'],
    ['more days than an answer may span', 'from=2026-01-01&to=2026-06-01'],
    ['no day at all', 'from=besok&to=lusa'],
    ['a day beyond the calendar', 'from=9999-12-31&to=9999-12-31'],
  ])('refuses %s', async (_name, query) => {
    const { body } = await bookings(query).expect(400);
    expect(body).toMatchObject({ error: { details: { kind: 'invalid-request' } } });
  });

  it('shows nothing to whoever holds no position there, and is closed to whoever has no desk', async () => {
    expect((await bookings('from=2026-01-05&to=2026-01-05', 'tidak-ada').expect(404)).body).toMatchObject({
      error: { details: { kind: 'not-found' } },
    });
    await office.content.get('/maklumat/resources').expect(403);
  });
});
