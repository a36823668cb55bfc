import type { Response, Test } from 'supertest';
import { aPassword, asCitizen, registerOutsider, type Citizen } from './citizens';
import type { Api } from './http';
import { libraryCard } from './libraryCard';
import { aPdf } from './requests';
import type { Victim } from './victim';

/** Who tries, and what is at hand: the things of B, whose ids A may have seen over a shoulder. */
export interface World {
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

/**
 * For every call of the contract, by its id, how A tries to reach something of B's through it. The isolation suite holds it against the contract and against the
 * routes that are mounted: a call that is missing here fails it.
 */
export const attempts: Record<string, Attempt[]> = {
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
  commandCase: [
    ...commandsOfB.map((command) =>
      at(`orders ${command.type}`, ({ a, b }) => a.post(`/api/cases/${b.open.number}/commands`).send(command)),
    ),
    at('repeats B’s command with B’s key', ({ a, b }) =>
      a.post(`/api/cases/${b.open.number}/commands`).set('Idempotency-Key', b.key).send(b.command),
    ),
  ],
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
export const strapiRoutes: Record<string, number> = {
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
