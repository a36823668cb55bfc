import { randomBytes, randomUUID } from 'node:crypto';
import knex, { type Knex } from 'knex';
import { PDFDocument } from 'pdf-lib';
import { at } from '../../plugins/maklumat/core/testing/builders';
import { createVault } from '../../plugins/maklumat/server/adapters/vault';
import { findIssued, insertIssued } from '../../plugins/maklumat/server/repositories/issued';
import { findSecrets, insertSecret, openSecret, purgeSecrets } from '../../plugins/maklumat/server/repositories/secrets';
import { holdUnique, isHeld, releaseUniques } from '../../plugins/maklumat/server/repositories/uniques';
import { ratesOn } from '../../plugins/maklumat/server/services/rates';
import { createDatabase } from '../support/database';
import { api, type Api } from '../support/http';
import { sharedUrl } from '../support/shared';
import { recording } from '../support/files';
import { aPdf } from '../support/requests';

const vault = createVault(`k1:${randomBytes(32).toString('base64')}`, randomBytes(32).toString('hex'));
const now = at('2026-01-05T08:00+07:00');
const later = at('2026-01-12T08:00+07:00');
let db: Knex;
beforeAll(async () => {
  db = knex({ client: 'pg', connection: await createDatabase(), pool: { min: 0, max: 25 } });
});
afterAll(() => db.destroy());

let cases = 0;
/** A case in the database as far as what is kept for it needs one. */
async function aCase(): Promise<number> {
  cases += 1;
  const [row] = await db('maklumat_case')
    .insert({
      number: `UJI/${cases}`,
      service: 'informasi-publik',
      version_id: db('maklumat_version').where({ service: 'informasi-publik' }).min('id'),
      agency: 'diskominfo-kota-probolinggo',
      tracking_hash: '',
      received_at: now,
      last_sequence: 1,
      status: 'completed',
    })
    .returning<{ id: string }[]>('id');
  return Number(row?.id);
}

describe('answers that must be one of a kind', () => {
  const answer = (digest: string, field = 'nama') => ({ service: 'alamat', field, digest });

  it('are held by one of twenty cases that ask at once', async () => {
    const asking = await Promise.all(Array.from({ length: 20 }, aCase));
    const holds = await Promise.all(asking.map((caseId) => db.transaction((trx) => holdUnique(trx, answer('a'), caseId))));
    expect(holds.filter(Boolean)).toHaveLength(1);
  });

  it('stay held when the holder asks again, and are let go when it answers otherwise or is over', async () => {
    const [one, other] = [await aCase(), await aCase()];
    expect(await holdUnique(db, answer('b'), one)).toBe(true);
    expect(await holdUnique(db, answer('b'), one)).toBe(true);
    expect(await holdUnique(db, answer('b', 'surel'), other)).toBe(true);
    expect(await holdUnique(db, answer('b'), other)).toBe(false);
    expect([await isHeld(db, answer('b')), await isHeld(db, answer('b'), one)]).toEqual([true, false]);
    expect(await holdUnique(db, answer('c'), one)).toBe(true);
    expect(await holdUnique(db, answer('b'), other)).toBe(true);
    expect(await releaseUniques(db, one)).toBe(1);
    expect(await isHeld(db, answer('c'))).toBe(false);
  });
});

describe('a secret', () => {
  const aSecret = async (over: { expiresAt?: string } = {}) => {
    const secret = {
      id: randomUUID(),
      caseId: await aCase(),
      sequence: 2,
      label: 'Kata sandi awal',
      value: 'rahasia-1',
      expiresAt: later,
      ...over,
    };
    await insertSecret(db, vault, secret);
    return secret;
  };

  it('opens once, for its own case, and is gone from the database', async () => {
    const { id, caseId } = await aSecret();
    expect(await findSecrets(db, caseId, now)).toEqual([
      { id, sequence: 2, label: 'Kata sandi awal', openable: true, openedAt: null, expiresAt: new Date(later).toISOString() },
    ]);
    expect(await openSecret(db, vault, { id, caseId: await aCase(), now })).toBeUndefined();
    expect(await openSecret(db, vault, { id, caseId, now })).toBe('rahasia-1');
    expect(await openSecret(db, vault, { id, caseId, now })).toBeUndefined();
    expect(await findSecrets(db, caseId, now)).toMatchObject([{ openable: false, openedAt: new Date(now).toISOString() }]);
    expect(await db('maklumat_secret').where({ id }).first('sealed')).toEqual({ sealed: null });
  });

  it('opens for one of twenty who ask at once', async () => {
    const { id, caseId } = await aSecret();
    const opened = await Promise.all(
      Array.from({ length: 20 }, () => db.transaction((trx) => openSecret(trx, vault, { id, caseId, now }))),
    );
    expect(opened.filter((value) => value !== undefined)).toEqual(['rahasia-1']);
  });

  it('neither opens after its time nor stays', async () => {
    const { id, caseId } = await aSecret({ expiresAt: now });
    expect(await openSecret(db, vault, { id, caseId, now })).toBeUndefined();
    expect(await findSecrets(db, caseId, now)).toMatchObject([{ openable: false, openedAt: null }]);
    expect(await purgeSecrets(db, now)).toBe(1);
    expect(await purgeSecrets(db, now)).toBe(0);
  });
});

describe('an issued document', () => {
  it('is found by its code as a person types it, with the case that it is from', async () => {
    const caseId = await aCase();
    const issued = { caseId, sequence: 3, document: 'surat', issuedAt: new Date(now).toISOString() };
    await insertIssued(db, { ...issued, code: '0A1B2-C3D4E-F5G6H-J7K8M' });
    const expected = { ...issued, number: `UJI/${cases}`, service: 'informasi-publik', status: 'completed' };
    expect(await findIssued(db, ' oa1b2c3d4e f5g6h-j7k8m ')).toEqual(expected);
    expect(await findIssued(db, '0A1B2-C3D4E-F5G6H-J7K8N')).toBeUndefined();
    await expect(insertIssued(db, { ...issued, code: '0a1b2-c3d4e-f5g6h-j7k8m' })).rejects.toMatchObject({ code: '23505' });
  });
});

describe('the rate table', () => {
  const rate = (key: string, effectiveFrom: string, amount: number) => ({
    key,
    name: key,
    unit: 'per kali',
    amount,
    effectiveFrom,
    basis: 'Perwali',
  });
  // As the repository gives it: per key the latest first.
  const rates = [rate('naskah', '2026-03-01', 900), rate('siar', '2026-06-01', 700), rate('siar', '2026-01-01', 500)];

  it.each([
    ['before any', '2025-12-31', {}],
    ['on the first day', '2026-01-01', { siar: 500 }],
    ['the day before the next', '2026-05-31', { siar: 500, naskah: 900 }],
    ['on the day of the next', '2026-06-01', { siar: 700, naskah: 900 }],
  ])('tells what is in force %s', (_name, date, expected) => {
    expect(ratesOn({ rates }, date)).toEqual(expected);
  });
});

describe('an upload', () => {
  let anyone: Api;
  beforeAll(async () => {
    anyone = await api(sharedUrl());
  });

  const keep = async (content: Buffer, name: string) => {
    const { body } = await anyone.post('/api/attachments').attach('file', content, name).expect(201);
    return (body as { data: { id: string; mime: string } }).data;
  };
  const pdfOf = async (pages: number, useObjectStreams: boolean): Promise<Buffer> => {
    const document = await PDFDocument.create();
    for (let page = 0; page < pages; page += 1) document.addPage();
    return Buffer.from(await document.save({ useObjectStreams }));
  };

  it('is measured: pages of a PDF, seconds of a recording', async () => {
    expect(await keep(recording(100), 'materi.mp3')).toMatchObject({ mime: 'audio/mpeg', seconds: 2.61 });
    expect(await keep(await pdfOf(12, true), 'laporan.pdf')).toMatchObject({ pages: 12 });
    expect(await keep(await pdfOf(3, false), 'laporan.pdf')).toMatchObject({ pages: 3 });
    expect(await keep(await aPdf(), 'surat.pdf')).toMatchObject({ pages: 1 });
  });
});
