import { bearer, createOfficer, logIn } from '../support/admin';
import { registerResident, revisionOf } from '../support/citizens';
import { api } from '../support/http';
import { sharedUrl } from '../support/shared';

const url = sharedUrl();

interface Call {
  name: string;
  path: string;
  body?: object;
}

const outbox: Call = { name: 'reads letters and SMS', path: '/maklumat/outbox' };
const queue: Call = { name: 'reads who waits to be verified', path: '/maklumat/verifications' };
const runs: Call = { name: 'reads what was deleted', path: '/maklumat/retention/runs' };
const settings: Call = { name: 'reads how accounts are registered', path: '/content-manager/single-types/plugin::maklumat.registration' };
const consents: Call = { name: 'reads what is agreed to', path: '/content-manager/collection-types/plugin::maklumat.consent' };
const periods: Call = { name: 'reads the retention periods', path: '/content-manager/collection-types/plugin::maklumat.retention' };
const calls = [outbox, queue, runs, settings, consents, periods];

/** What each seeded role may of what concerns citizens' accounts; an administrator may everything. */
const may: Record<string, readonly Call[]> = {
  'maklumat-officer': [queue],
  'maklumat-head': [queue],
  'maklumat-ppid': [],
  'maklumat-ppid-superior': [],
  'maklumat-content': [runs, settings, consents, periods],
};

const statusOf = async ({ path }: Call, headers: Record<string, string>): Promise<number> =>
  (await fetch(`${url}${path}`, { headers })).status;

describe.each(Object.keys(may))('the role %s', (role) => {
  it('is given what it is for, and nothing else', async () => {
    const { headers } = await createOfficer(url, role);
    const answers = await Promise.all(calls.map(async (call) => [call.name, await statusOf(call, { ...headers })]));
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(calls.map((call) => [call.name, (may[role] ?? []).includes(call) ? 200 : 403])),
    );
  });

  it('decides about applicants and changes settings only where it may read them', async () => {
    const { headers } = await createOfficer(url, role);
    const office = await api(url, { ...headers });
    const administrator = await api(url, bearer(await logIn(url)));
    const { id } = await registerResident(url);
    const decision = { decision: 'verify', revision: await revisionOf(administrator, id) };
    const decided = await office.post(`/maklumat/verifications/${id}`).send(decision);
    expect(decided.status).toBe((may[role] ?? []).includes(queue) ? 200 : 403);
    const changed = await fetch(`${url}${settings.path}`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ codeSeconds: 300 }),
    });
    expect(changed.status).toBe((may[role] ?? []).includes(settings) ? 200 : 403);
  });
});

it('nobody is answered without a session of the office', async () => {
  const answers = await Promise.all(calls.map((call) => statusOf(call, {})));
  expect(answers).toEqual(calls.map(() => 401));
});
