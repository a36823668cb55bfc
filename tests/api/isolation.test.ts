import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import request, { type Response, type Test } from 'supertest';
import { operations } from '../../plugins/maklumat/contracts';
import type { Operation } from '../../plugins/maklumat/contracts/contract';
import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { aPassword, aPhone, asCitizen, registerOutsider, registerResident, type Citizen } from '../support/citizens';
import { api, type Api } from '../support/http';
import { libraryCard } from '../support/libraryCard';
import { aPdf, upload } from '../support/requests';
import { mountedRoutes } from '../support/routes';
import { aVictim, publishLibraryCard, type Victim } from '../support/victim';

/** Who tries, and what is at hand: the things of B, whose ids A may have seen over a shoulder. */
interface World {
  url: string;
  /** A: another resident, logged in. */
  a: Api;
  attacker: Citizen;
  /** The session of an administrator of the CMS. */
  cms: { Authorization: string };
  anyone: Api;
  b: Victim;
  /** A case of A's own, through which B's papers might be asked for. */
  own: string;
  nothing: string;
}

interface Attempt {
  how: string;
  call: (world: World) => Test | Promise<Test> | Promise<Response>;
  /** 404, as for what does not exist, unless the call has nothing of B's in it to be found. */
  status?: number;
}

const { slug } = libraryCard;
const at = (how: string, call: Attempt['call'], status?: number): Attempt => ({ how, call, ...(status === undefined ? {} : { status }) });
const open = (path: string): Attempt => at('reads what everybody reads', ({ anyone }) => anyone.get(path), 200);
/** Staff calls know no applicant: A's session is none there. */
const desk = (method: 'get' | 'post', path: (world: World) => string): Attempt[] => [
  at(
    'calls the desk with the session of an applicant',
    (world) => world.a[method](path(world)).send(method === 'post' ? {} : undefined),
    401,
  ),
];
const each = <T>(items: readonly (readonly [string, T])[], attempt: (item: T) => Omit<Attempt, 'how'>): Attempt[] =>
  items.map(([how, item]) => ({ how, ...attempt(item) }));

const filesOfB = [
  ['reaches for an upload that nothing names', (b: Victim) => b.file],
  ['reaches for the file of a draft', (b: Victim) => b.draft.file],
  ['reaches for the file of a case', (b: Victim) => b.open.file],
] as const;
const papersOfB = [
  ['asks for the receipt', (b: Victim) => [b.open.number, 'receipt']],
  ['asks for the upload', (b: Victim) => [b.open.number, b.open.file]],
  ['asks for the letter', (b: Victim) => [b.ended.number, b.ended.letter]],
] as const;
/** The same papers, but asked for below A's own case. */
const papersBelowOwn = [
  ['asks for the upload below A’s own case', (b: Victim) => b.open.file],
  ['asks for the letter below A’s own case', (b: Victim) => b.ended.letter],
] as const;
const commandsOfB = [
  { type: 'withdraw' },
  { type: 'message', text: 'Bukan permohonan saya.' },
  { type: 'supply', answers: { nama: 'Bukan Pemohon' } },
  { type: 'accept-schedule' },
  { type: 'decide', step: 'ajukan', outcome: 'ajukan' },
] as const;

/** Somebody for calls that end a session or an account. */
const somebody = async ({ url }: World): Promise<Api> => asCitizen(url, await registerOutsider(url));

/** For every call of the contract, how A tries to reach something of B's through it. */
const table: Record<string, Attempt[]> = {
  health: [open('/api/health')],
  listAgencies: [open('/api/agencies')],
  getAgency: [open('/api/agencies/diskominfo-kota-probolinggo')],
  listServices: [open('/api/services')],
  getService: [open(`/api/services/${slug}`)],
  listServiceVersions: [open(`/api/services/${slug}/versions`)],
  listCharters: [open('/api/charters')],
  assess: [
    at(
      'asks what the rules know of B’s number and file',
      ({ a, b }) => a.post(`/api/services/${slug}/assessments`).send({ answers: { ...b.open.answers, telepon: b.person.phone } }),
      200,
    ),
  ],

  describeRegistration: [open('/api/registrations')],
  startRegistration: [
    at(
      'registers B’s number anew',
      ({ anyone, b }) =>
        anyone.post('/api/registrations').send({ residency: 'city', phone: b.person.phone, password: aPassword, consent: true }),
      201,
    ),
  ],
  resumeRegistration: [
    at(
      'resumes an account as if it were unfinished',
      ({ anyone, b }) => anyone.post('/api/registrations/resumptions').send({ phone: b.person.phone }),
      201,
    ),
  ],
  getRegistration: [
    at('reads the registration of an id that was guessed', ({ anyone, nothing }) => anyone.get(`/api/registrations/${nothing}`)),
    at('reads the account’s id as one', ({ anyone, b }) => anyone.get(`/api/registrations/${b.person.id}`)),
    at('reads one whose id was seen', ({ anyone, b }) => anyone.get(`/api/registrations/${b.registration.id}`), 200),
  ],
  proveRegistration: [
    at('guesses the code', ({ anyone, b }) => anyone.post(`/api/registrations/${b.registration.id}/otp`).send({ code: '000000' }), 400),
    at('guesses the id', ({ anyone, nothing }) => anyone.post(`/api/registrations/${nothing}/otp`).send({ code: '000000' })),
  ],
  resendRegistrationCode: [
    at('has B’s telephone ring at once', ({ anyone, b }) => anyone.post(`/api/registrations/${b.registration.id}/otp/resend`), 429),
    at('guesses the id', ({ anyone, nothing }) => anyone.post(`/api/registrations/${nothing}/otp/resend`)),
  ],
  identifyRegistration: [
    at(
      'finishes a registration whose number was not proved',
      ({ anyone, b }) => anyone.put(`/api/registrations/${b.registration.id}/identity`).send({ name: 'Orang Lain' }),
      409,
    ),
    at('guesses the id', ({ anyone, nothing }) => anyone.put(`/api/registrations/${nothing}/identity`).send({ name: 'Orang Lain' })),
  ],

  logIn: [
    at('tries a password', ({ a, b }) => a.post('/api/auth/local').send({ identifier: b.person.phone, password: 'Bukan-Sandinya-1' }), 401),
  ],
  refreshSession: [
    at('makes a token up', ({ anyone }) => anyone.post('/api/auth/refresh').send({ refreshToken: 'a.b.c' }), 401),
    at('uses an access token', ({ anyone, attacker }) => anyone.post('/api/auth/refresh').send({ refreshToken: attacker.jwt }), 401),
  ],
  logOut: [at('ends all sessions', async (world) => (await somebody(world)).post('/api/auth/logout').send({ everywhere: true }), 200)],
  forgotPassword: [at('says to be B', ({ anyone, b }) => anyone.post('/api/auth/forgot-password').send({ phone: b.person.phone }), 200)],
  resetPassword: [
    at(
      'says to be B and guesses the code',
      async ({ anyone, b }) => {
        const { body } = await anyone.post('/api/auth/forgot-password').send({ phone: b.registration.phone });
        const { id } = (body as { data: { id: string } }).data;
        return anyone.post('/api/auth/reset-password').send({ id, code: '000000', password: 'Rembulan-Merah-77' });
      },
      400,
    ),
    at(
      'uses a registration’s id',
      ({ anyone, b }) =>
        anyone.post('/api/auth/reset-password').send({ id: b.registration.id, code: '000000', password: 'Rembulan-Merah-77' }),
      400,
    ),
  ],
  changePassword: [
    at(
      'gives another password as the present one',
      ({ a }) => a.post('/api/auth/change-password').send({ currentPassword: 'Bukan-Sandinya-1', password: 'Rembulan-Merah-77' }),
      401,
    ),
  ],

  getMe: [
    at('reads a profile', ({ a }) => a.get('/api/me'), 200),
    at('names B in the query', ({ a, b }) => a.get(`/api/me?id=${b.person.id}&applicant=${b.person.id}`), 200),
  ],
  changeMe: [
    at('takes B’s NIK', ({ a, b }) => a.patch('/api/me').send({ nik: b.person.nik }), 409),
    at('changes the profile of B’s id', ({ a, b }) => a.patch('/api/me').send({ id: b.person.id, name: 'Orang Lain' }), 400),
  ],
  exportMe: [
    at('asks for an archive', ({ a }) => a.get('/api/me/export').responseType('blob'), 200),
    at('names B in the query', ({ a, b }) => a.get(`/api/me/export?id=${b.person.id}`).responseType('blob'), 200),
  ],
  eraseMe: [at('erases, naming B', async (world) => (await somebody(world)).delete(`/api/me?id=${world.b.person.id}`), 200)],
  changePhone: [
    at(
      'takes B’s number',
      ({ a, b, attacker }) => a.post('/api/me/phone').send({ phone: b.person.phone, password: attacker.password }),
      201,
    ),
  ],
  provePhone: [
    at('finishes B’s change of number', ({ a, b }) =>
      a.post(`/api/me/phone/${b.phoneChange}/otp`).send({ oldCode: '000000', newCode: '000000' }),
    ),
    at('guesses the id', ({ a, nothing }) => a.post(`/api/me/phone/${nothing}/otp`).send({ oldCode: '000000', newCode: '000000' })),
  ],
  listAccesses: [
    at('lists', ({ a }) => a.get('/api/me/accesses'), 200),
    at('names B in the query', ({ a, b }) => a.get(`/api/me/accesses?applicant=${b.person.id}&case=${b.open.number}`), 200),
  ],

  createAttachment: [
    at(
      'repeats B’s upload with B’s key',
      async ({ a, b }) =>
        a
          .post('/api/attachments')
          .set('Idempotency-Key', b.key)
          .attach('file', await aPdf('lepas'), 'lepas.pdf'),
      201,
    ),
  ],
  linkAttachment: each(filesOfB, (file) => ({ call: ({ a, b }) => a.post(`/api/attachments/${file(b)}/links`) })),
  deleteAttachment: each(filesOfB, (file) => ({ call: ({ a, b }) => a.delete(`/api/attachments/${file(b)}`) })),
  openFile: [
    ...each(filesOfB, (file) => ({ call: ({ a, b }: World) => a.get(`/api/files/${file(b)}`) })),
    at('bends an address that was seen', ({ a, b }) => {
      const { pathname } = new URL(b.link);
      const middle = Math.floor((pathname.length + '/api/files/'.length) / 2);
      return a.get(pathname.slice(0, middle) + (pathname[middle] === 'A' ? 'B' : 'A') + pathname.slice(middle + 1));
    }),
  ],

  listDrafts: [
    at('lists', ({ a }) => a.get('/api/drafts'), 200),
    at('names B in the query', ({ a, b }) => a.get(`/api/drafts?applicant=${b.person.id}`), 200),
  ],
  createDraft: [
    ...each(filesOfB, (file) => ({
      call: ({ a, b }: World) => a.post('/api/drafts').send({ service: slug, answers: { kartuPelajar: file(b) } }),
      status: 400,
    })),
    at(
      'repeats B’s saving with B’s key',
      ({ a, b }) => a.post('/api/drafts').set('Idempotency-Key', b.key).send({ service: slug, answers: b.draft.answers }),
      400,
    ),
  ],
  getDraft: [
    at('reads', ({ a, b }) => a.get(`/api/drafts/${b.draft.id}`)),
    at('guesses the id', ({ a, nothing }) => a.get(`/api/drafts/${nothing}`)),
  ],
  replaceDraft: [
    at('overwrites', ({ a, b }) => a.put(`/api/drafts/${b.draft.id}`).send({ answers: {}, revision: 1 })),
    at('asks which revision it has', ({ a, b }) => a.put(`/api/drafts/${b.draft.id}`).send({ answers: {}, revision: 99 })),
  ],
  deleteDraft: [at('deletes', ({ a, b }) => a.delete(`/api/drafts/${b.draft.id}`))],

  submitCase: [
    at('files B’s draft', ({ a, b }) =>
      a
        .post('/api/cases')
        .send({ service: slug, answers: { jenis: 'umum', nama: 'Orang Lain', telepon: '081311110000' }, draft: b.draft.id }),
    ),
    ...each(filesOfB, (file) => ({
      call: ({ a, b }: World) => a.post('/api/cases').send({ service: slug, answers: { ...b.open.answers, kartuPelajar: file(b) } }),
      status: 400,
    })),
    at(
      'repeats B’s filing with B’s key',
      ({ a, b }) => a.post('/api/cases').set('Idempotency-Key', b.key).send({ service: slug, answers: b.open.answers }),
      400,
    ),
  ],
  listCases: [
    at('lists', ({ a }) => a.get('/api/cases?pageSize=100'), 200),
    at('names B in the query', ({ a, b }) => a.get(`/api/cases?applicant=${b.person.id}&number=${b.open.number}`), 200),
  ],
  getCase: [
    at('reads', ({ a, b }) => a.get(`/api/cases/${b.open.number}`)),
    at('reads without a session', ({ anyone, b }) => anyone.get(`/api/cases/${b.open.number}`)),
    at('guesses the tracking code', ({ a, b }) => a.get(`/api/cases/${b.open.number}`).set('X-Tracking-Token', 'AAAAA-AAAAA-AAAAA-AAAAA')),
    at('counts numbers up', ({ a, b }) => a.get(`/api/cases/${b.open.number.replace(/\d$/, '9')}`)),
  ],
  commandCase: commandsOfB.map((command) =>
    at(`orders ${command.type}`, ({ a, b }) => a.post(`/api/cases/${b.open.number}/commands`).send(command)),
  ),
  getCaseDocument: [
    ...each(papersOfB, (paper) => ({ call: ({ a, b }: World) => a.get(`/api/cases/${paper(b)[0]}/documents/${paper(b)[1]}`) })),
    ...each(papersBelowOwn, (paper) => ({ call: ({ a, b, own }: World) => a.get(`/api/cases/${own}/documents/${paper(b)}`) })),
  ],
  linkCaseDocument: [
    ...each(papersOfB, (paper) => ({ call: ({ a, b }: World) => a.post(`/api/cases/${paper(b)[0]}/documents/${paper(b)[1]}/links`) })),
    ...each(papersBelowOwn, (paper) => ({ call: ({ a, b, own }: World) => a.post(`/api/cases/${own}/documents/${paper(b)}/links`) })),
  ],
  openSecret: [
    at('opens', ({ a, b }) => a.post(`/api/cases/${b.ended.number}/secrets/${b.ended.secret}`)),
    at('opens below A’s own case', ({ a, b, own }) => a.post(`/api/cases/${own}/secrets/${b.ended.secret}`)),
  ],
  listCaseAccesses: [at('reads', ({ a, b }) => a.get(`/api/cases/${b.open.number}/accesses`))],
  verifyDocument: [
    at('guesses a code', ({ a }) => a.post('/api/documents/verifications').send({ code: 'AAAAA-AAAAA-AAAAA-AAAAA' })),
    at('gives the id of a file', ({ a, b }) => a.post('/api/documents/verifications').send({ code: b.open.file })),
  ],

  getDesk: desk('get', () => '/maklumat/desk'),
  listDeskCases: desk('get', () => '/maklumat/desk/cases'),
  getDeskCase: desk('get', ({ b }) => `/maklumat/desk/cases/${b.open.number}`),
  registerDeskCase: desk('post', () => '/maklumat/desk/cases'),
  commandDeskCase: desk('post', ({ b }) => `/maklumat/desk/cases/${b.open.number}/commands`),
  commandManyDeskCases: desk('post', () => '/maklumat/desk/commands'),
  getDeskDocument: desk('get', ({ b }) => `/maklumat/desk/cases/${b.open.number}/documents/${b.open.file}`),
  linkDeskDocument: desk('post', ({ b }) => `/maklumat/desk/cases/${b.open.number}/documents/${b.open.file}/links`),
  listVerifications: desk('get', () => '/maklumat/verifications'),
  decideVerification: desk('post', ({ b }) => `/maklumat/verifications/${b.person.id}`),
  listRetentionRuns: desk('get', () => '/maklumat/retention/runs'),
  listResources: desk('get', () => '/maklumat/resources'),
  listResourceBookings: desk('get', () => '/maklumat/resources/mobil-siaran-keliling/bookings?from=2026-01-05&to=2026-01-06'),
  listResourceSlots: desk('get', () => '/maklumat/resources/mobil-siaran-keliling/slots'),
  listOutbox: desk('get', () => '/maklumat/outbox'),
  listDefinitions: desk('get', () => '/maklumat/definitions'),
  lintDefinition: desk('post', () => `/maklumat/definitions/${slug}/lint`),
  simulateDefinition: desk('post', () => `/maklumat/definitions/${slug}/simulate`),
  publishDefinition: desk('post', () => `/maklumat/definitions/${slug}/publish`),
  exportDefinition: desk('get', () => `/maklumat/definitions/${slug}/bundle`),
  importDefinition: desk('post', () => '/maklumat/definitions/bundle'),
  compareDefinition: desk('get', () => `/maklumat/definitions/${slug}/compare?from=1`),
  startReplay: desk('post', () => `/maklumat/definitions/${slug}/replay`),
  getReplay: desk('get', ({ nothing }) => `/maklumat/replays/${nothing}`),
  cancelReplay: desk('post', ({ nothing }) => `/maklumat/replays/${nothing}/cancel`),
};

/** Routes below /api that are Strapi's own: one of them may be read, the others know no applicant. */
const strapiRoutes: Record<string, number> = {
  'GET /api/openapi.json': 200,
  'POST /api/email': 401,
  'GET /api/i18n/locales': 401,
  'GET /api/content-type-builder/components': 401,
  'GET /api/content-type-builder/components/:uid': 401,
  'GET /api/content-type-builder/content-types': 401,
  'GET /api/content-type-builder/content-types/:uid': 401,
  'POST /api/upload': 401,
  'GET /api/upload/files': 401,
  'GET /api/upload/files/page': 401,
  'GET /api/upload/files/:id': 401,
  'DELETE /api/upload/files/:id': 401,
};

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
  await staff.post(`/maklumat/verifications/${attacker.id}`).send({ decision: 'verify' }).expect(200);
  const a = await asCitizen(url, attacker);
  const filed = await a
    .post('/api/cases')
    .send({ service: slug, answers: { jenis: 'pelajar', nama: 'Awan Kelabu', telepon: '081322223333', kartuPelajar: await upload(a) } });
  const own = (filed.body as { data: { number: string } }).data.number;
  world = { url, a, attacker, cms: session, anyone: await api(url), b, own, nothing: randomUUID() };
  before = await picture(b);
});
afterAll(() => app.stop());

const pathOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;

describe('every route', () => {
  it('of the contract is in the table, and no other', () => {
    expect(Object.keys(table).sort()).toEqual(operations.map(({ id }) => id).sort());
    expect(Object.entries(table).filter(([, attempts]) => attempts.length === 0)).toEqual([]);
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

describe.each(Object.entries(table))('%s', (_operation, attempts) => {
  it.each(attempts)('A $how', async ({ call, status }) => {
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
    slug,
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
