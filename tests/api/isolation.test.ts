import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import request, { type Response, type Test } from 'supertest';
import { operations } from '../../plugins/maklumat/contracts';
import type { Operation } from '../../plugins/maklumat/contracts/contract';
import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { attempts, strapiRoutes, type World } from '../support/attempts';
import { aPhone, asCitizen, registerResident, verify } from '../support/citizens';
import { api } from '../support/http';
import { libraryCard } from '../support/libraryCard';
import { upload } from '../support/requests';
import { mountedRoutes } from '../support/routes';
import { aVictim, publishLibraryCard, type Victim } from '../support/victim';

let app: App;
let world: World;
let routes: string[];
let before: string;

/** Everything that B can read of their own, which nothing that A does may change. */
async function picture({ client, draft, open: waiting, ended, file }: Victim): Promise<string> {
  const bodies: unknown[] = [];
  const addresses = [
    '/api/me',
    '/api/drafts',
    `/api/drafts/${draft.id}`,
    '/api/cases',
    `/api/cases/${waiting.number}`,
    `/api/cases/${ended.number}`,
  ];
  for (const address of [...addresses, '/api/me/accesses', `/api/cases/${waiting.number}/accesses`])
    bodies.push((await client.get(address).expect(200)).body);
  await client.post(`/api/attachments/${file}/links`).expect(201);
  await client.get(`/api/cases/${waiting.number}/documents/${waiting.file}`).responseType('blob').expect(200);
  return JSON.stringify(bodies);
}

/** What would tell of B in an answer to A. */
const marksOf = (b: Victim): string[] => [
  b.person.name,
  b.person.id,
  b.person.phone,
  b.person.phone.replace('+62', '0'),
  b.person.nik ?? '',
  b.open.number,
  b.open.trackingToken,
  b.ended.number,
  b.ended.letter,
  b.ended.secret,
  b.draft.id,
  b.draft.file,
  b.open.file,
  b.ended.file,
  b.file,
  b.registration.phone,
  'kartu-lama.pdf',
  'kartu-baru.pdf',
  '739146',
];

/** An answer as text, an archive with the files that are in it. */
function textOf({ body, text }: Response): string {
  if (!Buffer.isBuffer(body)) return text ?? JSON.stringify(body);
  if (body.subarray(0, 2).toString() !== 'PK') return body.toString('latin1');
  const files = Object.entries(unzipSync(body));
  return files.map(([name, content]) => `${name} ${Buffer.from(content).toString('utf8')}`).join('\n');
}

function tellsNothing(response: Response): void {
  const text = textOf(response);
  expect(marksOf(world.b).filter((mark) => text.includes(mark))).toEqual([]);
}

beforeAll(async () => {
  routes = await mountedRoutes();
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  const { url } = app;
  const session = bearer(await logIn(url));
  const staff = await api(url, session);
  await publishLibraryCard(staff);
  // More codes than A and B ask for here; that they are limited is for another suite.
  const settings = await fetch(`${url}/content-manager/single-types/plugin::maklumat.registration`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...session },
    body: JSON.stringify({ codesPerPhoneHour: 20 }),
  });
  expect(settings.status).toBe(200);
  const b = await aVictim(url, 'Bulan Purnamasari', aPhone());
  const attacker = await registerResident(url, { name: 'Awan Kelabu' });
  await verify(staff, attacker.id);
  const a = await asCitizen(url, attacker);
  const filed = await a.post('/api/cases').send({
    service: libraryCard.slug,
    answers: { jenis: 'pelajar', nama: 'Awan Kelabu', telepon: '081322223333', kartuPelajar: await upload(a) },
  });
  const own = (filed.body as { data: { number: string } }).data.number;
  world = { url, a, attacker, cms: session, anyone: await api(url), b, own, nothing: randomUUID() };
  before = await picture(b);
});
afterAll(() => app.stop());

const pathOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;

describe('every route', () => {
  it('of the contract is in the table, and no other', () => {
    expect(Object.keys(attempts).sort()).toEqual(operations.map(({ id }) => id).sort());
    expect(Object.entries(attempts).filter(([, ways]) => ways.length === 0)).toEqual([]);
  });

  it('of the contract is mounted', () => {
    expect(operations.map(pathOf).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('that is mounted below /api or /maklumat is of the contract, or named here', () => {
    const known = new Set([...operations.map(pathOf), ...Object.keys(strapiRoutes)]);
    const mounted = routes.filter((route) => /^\S+ \/(api|maklumat)\//.test(route));
    expect(mounted.filter((route) => !known.has(route))).toEqual([]);
    expect(Object.keys(strapiRoutes).filter((route) => !mounted.includes(route))).toEqual([]);
  });
});

describe.each(Object.entries(attempts))('%s', (_operation, ways) => {
  it.each(ways)('A $how', async ({ call, status }) => {
    const response = await call(world);
    expect({ status: response.status, body: status === undefined ? undefined : textOf(response).slice(0, 300) }).toMatchObject({
      status: status ?? 404,
    });
    tellsNothing(response);
  });
});

/** A call of the contract as somebody without the right session makes it, with B's ids in its path. */
function bare(operation: Operation, headers: Record<string, string>): Test {
  const { b, nothing } = world;
  const ids: Record<string, string> = {
    number: b.open.number,
    slug: libraryCard.slug,
    token: b.file,
    id: operation.path.includes('/drafts/') ? b.draft.id : nothing,
  };
  const path = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => ids[name] ?? nothing);
  const call = request(world.url)[operation.method](path).set(headers);
  return operation.body ? call.send({}) : call;
}

const kindOf = ({ body }: Response): string | undefined => (body as { error?: { details?: { kind?: string } } }).error?.details?.kind;
const needsSession = operations.filter(({ session }) => session === 'required');
const takesSession = operations.filter(({ session }) => session !== undefined);
const staffCalls = operations.filter(({ tag }) => tag === 'desk');

describe.each(needsSession)('$id', (operation) => {
  it('is 401 without a session', async () => {
    const response = await bare(operation, {});
    expect([response.status, kindOf(response)]).toEqual([401, 'unauthorized']);
  });
});

describe.each(takesSession)('$id', (operation) => {
  it.each([
    ['of the CMS', () => world.cms],
    ['that was made up', () => bearer('eyJhbGciOiJub25lIn0.eyJ1c2VySWQiOiIxIn0.')],
    ['that is the refresh token', () => bearer(world.attacker.refreshToken)],
  ])('is 401 with a session %s', async (_whose, headers) => {
    const response = await bare(operation, headers());
    expect([response.status, kindOf(response)]).toEqual([401, 'unauthorized']);
  });
});

describe.each(staffCalls)('$id', (operation) => {
  it('is 401 without a session', async () => {
    expect((await bare(operation, {})).status).toBe(401);
  });
});

it.each(Object.entries(strapiRoutes))('%s answers an applicant %i', async (route, status) => {
  const [method = '', path = ''] = route.split(' ');
  const call = request(world.url)[method.toLowerCase() as Operation['method']](path.replace(/:\w+/g, '1'));
  const response = await call.set(bearer(world.attacker.jwt));
  expect(response.status).toBe(status);
  tellsNothing(response);
});

describe('the CMS', () => {
  /** What a browser gets before anybody has logged in; everything else of Strapi's admin asks for a session of its own. */
  const beforeLogIn = [
    'DELETE /_health',
    'GET /',
    'GET /_health',
    'GET /admin/init',
    'GET /admin/project-type',
    'GET /admin/registration-info',
    'GET /content-manager/preview/script',
    'PATCH /_health',
    'POST /_health',
    'POST /admin/forgot-password',
    'POST /admin/login',
    'POST /admin/register',
    'POST /admin/register-admin',
    'POST /admin/reset-password',
    'PUT /_health',
  ];

  it('opens nothing to an applicant', async () => {
    const others = routes.filter((route) => !/^\S+ \/(api|maklumat)\//.test(route));
    const opened: string[] = [];
    for (const route of others) {
      const [method = '', path = ''] = route.split(' ');
      const address = path.replace(/\(.*\)/, '1').replace(/[:*]\w+[?*]?/g, '1');
      const response = await request(world.url)[method.toLowerCase() as Operation['method']](address).set(bearer(world.attacker.jwt));
      if (![401, 403, 404, 405].includes(response.status)) opened.push(route);
      tellsNothing(response);
    }
    expect(opened).toEqual(beforeLogIn);
  });
});

it('has left everything of B’s as it was', async () => {
  expect(await picture(world.b)).toBe(before);
  const { phone, password } = world.b.person;
  await world.anyone.post('/api/auth/local').send({ identifier: phone, password }).expect(200);
  await world.b.client.post(`/api/cases/${world.b.ended.number}/secrets/${world.b.ended.secret}`).expect(200);
});
