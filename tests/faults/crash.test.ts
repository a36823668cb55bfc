import { startApp } from '../support/app';
import { createDatabase, query } from '../support/database';
import { api } from '../support/http';
import { answersWith, upload, wordsOf, type Submitted } from '../support/requests';

it('keeps a case, once and with its receipt, when the process is killed right after its answer', async () => {
  const database = await createDatabase();
  const first = await startApp({ database });
  const before = await api(first.url);
  const submission = { service: 'informasi-publik', answers: answersWith(await upload(before)) };
  const { body } = await before.post('/api/cases').set('Idempotency-Key', 'sebelum-mati-001').send(submission).expect(201);
  await first.kill();
  const { number, trackingToken } = (body as { data: Submitted }).data;

  const second = await startApp({ database, dataDirectory: first.dataDirectory });
  try {
    const after = await api(second.url);
    await after.get(`/api/cases/${number}`).set('X-Tracking-Token', trackingToken).expect(200);
    const receipt = await after
      .get(`/api/cases/${number}/documents/receipt`)
      .set('X-Tracking-Token', trackingToken)
      .responseType('blob')
      .expect(200);
    expect(await wordsOf(receipt.body as Buffer)).toContain(number);
    // A client that did not hear the answer repeats itself and is told the same.
    const repeated = await after.post('/api/cases').set('Idempotency-Key', 'sebelum-mati-001').send(submission).expect(201);
    expect(repeated.body).toEqual(body);
    expect(await query(database, 'SELECT count(*)::int AS cases FROM maklumat_case')).toEqual([{ cases: 1 }]);
  } finally {
    await second.stop();
  }
});

it('leaves nothing of submissions that the kill cut off', async () => {
  const database = await createDatabase();
  const app = await startApp({ database });
  const client = await api(app.url);
  const files = await Promise.all(Array.from({ length: 12 }, () => upload(client)));
  const answered: string[] = [];
  const under = files.map((file) =>
    client
      .post('/api/cases')
      .send({ service: 'informasi-publik', answers: answersWith(file) })
      .then(
        (response) => void answered.push((response.body as { data: Submitted }).data.number),
        () => undefined,
      ),
  );
  await Promise.race(under);
  await app.kill();
  await Promise.all(under);
  const rows = await query<{ number: string; events: number; claimed: number }>(
    database,
    `SELECT number, (SELECT count(*)::int FROM maklumat_case_event e WHERE e.case_id = c.id) AS events,
            (SELECT count(*)::int FROM maklumat_attachment a WHERE a.case_id = c.id) AS claimed FROM maklumat_case c`,
  );
  expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining(answered));
  expect(rows.filter(({ events, claimed }) => events !== 1 || claimed !== 1)).toEqual([]);
});
