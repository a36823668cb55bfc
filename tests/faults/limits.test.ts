import { from } from '../support/addresses';
import { startApp, type App } from '../support/app';
import { aPassword, aPhone, codeFor, registerOutsider } from '../support/citizens';
import { createDatabase, query } from '../support/database';

/** As many guesses as somebody makes who means it. */
const guesses = 10_000;
/** Guesses under way at a time, over both processes. */
const atOnce = 64;
/** Addresses that share the work of guessing, fifty guesses each. */
const addresses = guesses / 50;

// Ten thousand requests are a minute's work for a machine of two cores that has other work, too.
jest.setTimeout(600_000);

let first: App;
let second: App;
/** How far the time of both processes is from that of the machine, in milliseconds. */
let offset = Date.parse('2026-01-05T09:00:00+07:00') - Date.now();

beforeAll(async () => {
  const database = await createDatabase();
  first = await startApp({ database });
  second = await startApp({ database });
  await goTo(0);
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});

/** Moves the time of both processes on. */
async function goTo(milliseconds: number): Promise<void> {
  offset += milliseconds;
  const instant = new Date(Date.now() + offset).toISOString();
  await Promise.all([first.setClock(instant), second.setClock(instant)]);
}

interface Answer {
  status: number;
  kind: string | undefined;
  retryAfter: number;
  data: unknown;
}

/** One call to one of the two processes, as from this address. */
async function call(turn: number, path: string, body: object, address: string): Promise<Answer> {
  const { url } = turn % 2 === 0 ? first : second;
  const headers = { 'Content-Type': 'application/json', ...from(address) };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const said = (await response.json()) as { data?: unknown; jwt?: string; error?: { details: { kind: string } } };
  const { status } = response;
  return { status, kind: said.error?.details.kind, retryAfter: Number(response.headers.get('retry-after') ?? 0), data: said.data ?? said };
}

/** So many guesses, in the order of their numbers but many at a time. */
async function guessAll(one: (turn: number) => Promise<Answer>, most = guesses): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let turn = next++; turn < most; turn = next++) answers[turn] = await one(turn);
    }),
  );
  return answers;
}

const kinds = (answers: readonly Answer[]): Record<string, number> =>
  answers.reduce<Record<string, number>>((sum, { kind = 'success' }) => ({ ...sum, [kind]: (sum[kind] ?? 0) + 1 }), {});
const waits = (answers: readonly Answer[]): number[] => answers.map(({ retryAfter }) => retryAfter).filter((seconds) => seconds > 0);

/** An address in a network of the attacker's that has as many as are asked for. */
const oneOf = (network: string, host: number): string => `2001:db8:${network}:${host.toString(16)}::1`;
const home = '203.0.113.77';

async function register(phone: string, address: string, turn = 0): Promise<Answer & { id: string }> {
  const answer = await call(turn, '/api/registrations', { residency: 'outside', phone, password: aPassword, consent: true }, address);
  return { ...answer, id: (answer.data as { id?: string }).id ?? '' };
}

const tryCode = (turn: number, id: string, code: string, address: string): Promise<Answer> =>
  call(turn, `/api/registrations/${id}/otp`, { code }, address);

/** Codes from 000000 on, without the right one: the limit is what is tested, not the luck. */
const others = (right: string) => (turn: number) => String(turn < Number(right) ? turn : turn + 1).padStart(6, '0');

async function begin(phone: string): Promise<{ id: string; code: string }> {
  const { id } = await register(phone, home);
  return { id, code: await codeFor(first.url, phone) };
}

/** Whether somebody else, at their own address, registers as if nothing was going on. */
async function letsOthersIn(): Promise<void> {
  const phone = aPhone();
  const { id } = await register(phone, '203.0.113.99');
  expect(await tryCode(1, id, await codeFor(first.url, phone), '203.0.113.99')).toMatchObject({ status: 200 });
}

it('one code withstands 10,000 guesses from many addresses over two processes, after which it opens nothing', async () => {
  const phone = aPhone();
  const { id, code } = await begin(phone);
  const wrong = others(code);
  const answers = await guessAll((turn) => tryCode(turn, id, wrong(turn), oneOf('1', turn % addresses)));

  const counted = kinds(answers);
  // Each address has ten tries at one telephone, and the code itself has five.
  expect(counted).toEqual({ 'otp-invalid': 10 * addresses, 'too-many-requests': guesses - 10 * addresses });
  expect(await query(first.databaseUrl, 'SELECT tries FROM maklumat_otp WHERE subject = $1', [id])).toEqual([{ tries: 5 }]);
  expect(Math.max(...waits(answers))).toBeGreaterThan(2 * Math.min(...waits(answers)));
  expect(await tryCode(0, id, code, oneOf('1', 999))).toMatchObject({ status: 400, kind: 'otp-invalid' });
  expect(await tryCode(1, id, code, home)).toMatchObject({ status: 400, kind: 'otp-invalid' });

  // Whose telephone it is asks for another code a minute later, and is let in.
  await goTo(61_000);
  expect((await call(0, `/api/registrations/${id}/otp/resend`, {}, home)).status).toBe(200);
  expect(await tryCode(1, id, await codeFor(first.url, phone, 1), home)).toMatchObject({ status: 200 });
  await letsOthersIn();
});

it('one telephone withstands 10,000 guesses through as many registrations as an hour allows', async () => {
  await goTo(3_600_000);
  const phone = aPhone();
  const attempts = await Promise.all(Array.from({ length: 50 }, (_, turn) => register(phone, oneOf('2', turn), turn)));
  expect(kinds(attempts)).toEqual({ success: 5, 'too-many-requests': 45 });
  for (const seconds of waits(attempts)) expect(seconds).toBeGreaterThan(3_500);
  const ids = attempts.filter(({ status }) => status === 201).map(({ id }) => id);
  const texts = new Set(await Promise.all(ids.map((_, index) => codeFor(first.url, phone, index))));

  const wrong = (turn: number): string => {
    const typed = String(turn * 97).padStart(6, '0');
    return texts.has(typed) ? '999999' : typed;
  };
  const answers = await guessAll((turn) => tryCode(turn, ids[turn % ids.length] ?? '', wrong(turn), oneOf('3', turn % addresses)));
  expect(kinds(answers)).toEqual({ 'otp-invalid': 10 * addresses, 'too-many-requests': guesses - 10 * addresses });
  expect(await query(first.databaseUrl, 'SELECT sum(tries)::int AS tries FROM maklumat_otp WHERE subject = ANY($1)', [ids])).toEqual([
    { tries: 25 },
  ]);
  for (const id of ids)
    for (const code of texts)
      expect(await tryCode(0, id, code, oneOf('4', ids.indexOf(id)))).toMatchObject({ status: 400, kind: 'otp-invalid' });
  await letsOthersIn();
});

it('one address is slowed ever more over 10,000 guesses at many telephones, and nobody else is', async () => {
  await goTo(3_600_000);
  const address = oneOf('5', 1);
  const phones = Array.from({ length: 40 }, () => aPhone());
  const begun = await Promise.all(phones.map((phone, turn) => register(phone, address, turn)));
  expect(kinds(begun)).toEqual({ success: 30, 'too-many-requests': 10 });
  const targets = begun.flatMap(({ id }, index) => (id === '' ? [] : [{ id, phone: phones[index] ?? '' }]));
  const codes = await Promise.all(targets.map(({ phone }) => codeFor(first.url, phone)));

  const answers = await guessAll((turn) => {
    const target = turn % targets.length;
    const code = codes[target] ?? '';
    return tryCode(turn, targets[target]?.id ?? '', others(code)(turn), address);
  });
  expect(kinds(answers)).toEqual({ 'otp-invalid': 60, 'too-many-requests': guesses - 60 });
  const slowed = waits(answers);
  expect(slowed[0]).toBeLessThanOrEqual(900);
  // 15 minutes, then 30, then the hour that is the longest.
  expect(slowed.slice(-100).every((seconds) => seconds > 3_500 && seconds <= 3_600)).toBe(true);
  const [target] = targets;
  expect(await tryCode(0, target?.id ?? '', codes[0] ?? '', address)).toMatchObject({ status: 429 });
  // Two of each code's five tries are gone; at their own address everybody still has the others.
  expect(await tryCode(0, target?.id ?? '', codes[0] ?? '', home)).toMatchObject({ status: 200 });
  await letsOthersIn();
});

it('one password withstands guesses from many addresses; its owner logs in at once where they did before, and elsewhere a minute later', async () => {
  await goTo(3_600_000);
  const { phone, password } = await registerOutsider(first.url, { phone: aPhone() });
  const logIn = (turn: number, typed: string, address: string) =>
    call(turn, '/api/auth/local', { identifier: phone, password: typed }, address);

  expect(await logIn(0, password, oneOf('8', 1))).toMatchObject({ status: 200 });
  const attack = (turn: number) => logIn(turn, `Tebakan-${turn}`, turn % 2 === 0 ? oneOf('6', 1) : oneOf('7', turn % 100));
  const answers = await guessAll(attack, guesses / 10);
  const counted = kinds(answers);
  expect(Object.keys(counted).sort()).toEqual(['credentials-wrong', 'too-many-requests']);
  // Thirty a minute for one telephone, over all addresses and both processes.
  expect(counted['credentials-wrong']).toBeLessThanOrEqual(30 * 5);
  const single = answers.filter((_, turn) => turn % 2 === 0);
  // None at all, when the other addresses were faster with the telephone's thirty.
  expect(kinds(single)['credentials-wrong'] ?? 0).toBeLessThanOrEqual(5);
  expect(Math.max(...waits(single))).toBeGreaterThan(3_500);
  expect(await logIn(0, password, oneOf('6', 1))).toMatchObject({ status: 429 });
  // The telephone's thirty are used up anew, in case the minute was over.
  await Promise.all(Array.from({ length: 40 }, (_, turn) => logIn(turn, 'Tebakan-lagi', oneOf('9', turn))));
  expect(await logIn(0, password, oneOf('a', 1))).toMatchObject({ status: 429 });
  expect(await logIn(1, password, oneOf('8', 1))).toMatchObject({ status: 200 });

  await goTo(61_000);
  expect(await logIn(1, password, home)).toMatchObject({ status: 200 });
});
