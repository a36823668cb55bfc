import { z } from 'zod';
import { bearer, logIn } from './admin';
import { api, type Api } from './http';
import { until } from './until';

const Outbox = z.object({ data: z.array(z.object({ channel: z.string(), to: z.string(), text: z.string() })) });
const Started = z.object({ data: z.object({ id: z.uuid() }) });
const Complete = z.object({
  data: z.object({ jwt: z.string(), refreshToken: z.string(), applicant: z.object({ id: z.uuid(), name: z.string() }) }),
});

/** A registered applicant with a session. */
export interface Citizen {
  id: string;
  name: string;
  jwt: string;
  refreshToken: string;
  /** E.164. */
  phone: string;
  password: string;
  nik: string | null;
}

let registered = 0;

/** A mobile number that no other test of this process uses, as E.164. */
export const aPhone = (): string => `+62812${String(10_000_000 + ((process.pid * 1_000 + registered++) % 90_000_000))}`;

/** The number as it is typed at home. */
export const typed = (e164: string): string => e164.replace('+62', '0');

/** A NIK of somebody born on 17 August 1990 that no other test of this process uses. */
export const aNik = (): string => `357403170890${String(1 + ((process.pid * 100 + registered++) % 9_999)).padStart(4, '0')}`;

export const aPassword = 'Kereta-Senja-2041';

/** The SMS that went to a number, newest first, as the outbox page shows them. */
export async function messagesTo(url: string, phone: string): Promise<string[]> {
  const response = await fetch(`${url}/maklumat/outbox`, { headers: bearer(await logIn(url)) });
  const { data } = Outbox.parse(await response.json());
  return data.filter(({ channel, to }) => channel === 'sms' && to === phone).map(({ text }) => text);
}

/** The code of the latest SMS to a number, once more than `before` have come. */
export async function codeFor(url: string, phone: string, before = 0): Promise<string> {
  const texts = await until(
    () => messagesTo(url, phone),
    ({ length }) => length > before,
  );
  const code = /\b\d{6}\b/.exec(texts[0] ?? '')?.[0];
  if (code === undefined) throw new Error(`No code in: ${texts[0]}`);
  return code;
}

/** Begins a registration and proves the number. Resolves to its id. */
export async function proveNumber(
  url: string,
  given: { residency: 'city' | 'outside'; phone: string; password?: string },
): Promise<string> {
  const client = await api(url);
  const { residency, phone, password = aPassword } = given;
  const before = (await messagesTo(url, phone)).length;
  const started = await client.post('/api/registrations').send({ residency, phone, password, consent: true });
  if (started.status !== 201) throw new Error(`registration answered ${started.status}: ${JSON.stringify(started.body)}`);
  const { id } = Started.parse(started.body).data;
  const code = await codeFor(url, phone, before);
  const proved = await client.post(`/api/registrations/${id}/otp`).send({ code });
  if (proved.status !== 200) throw new Error(`code answered ${proved.status}: ${JSON.stringify(proved.body)}`);
  return id;
}

async function register(url: string, residency: 'city' | 'outside', over: Partial<Citizen>): Promise<Citizen> {
  const client = await api(url);
  const { phone = aPhone(), password = aPassword, name = 'Siti Aminah' } = over;
  const nik = residency === 'city' ? (over.nik ?? aNik()) : null;
  const id = await proveNumber(url, { residency, phone, password });
  const identity = { name, birthDate: '1990-08-17', address: 'Jalan Mawar 1, Kanigaran', ...(nik === null ? {} : { nik }) };
  const answer = await client.put(`/api/registrations/${id}/identity`).send(identity);
  if (answer.status !== 200) throw new Error(`identity answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  const { jwt, refreshToken, applicant } = Complete.parse(answer.body).data;
  return { id: applicant.id, name: applicant.name, jwt, refreshToken, phone, password, nik };
}

/** Registers a resident of the city through the ten steps; no population registry is set, so an officer has yet to verify. */
export const registerResident = (url: string, over: Partial<Citizen> = {}): Promise<Citizen> => register(url, 'city', over);
export const registerOutsider = (url: string, over: Partial<Citizen> = {}): Promise<Citizen> => register(url, 'outside', over);

/** A client that shows this person's session with every call. */
export const asCitizen = (url: string, { jwt }: Pick<Citizen, 'jwt'>) => api(url, { Authorization: `Bearer ${jwt}` });

const Waiting = z.object({ data: z.array(z.object({ id: z.uuid(), revision: z.string() })) });

/** What an officer read of an applicant who waits to be verified, as a decision must name it. */
export async function revisionOf(staff: Api, applicant: string): Promise<string> {
  const { data } = Waiting.parse((await staff.get('/maklumat/verifications?pageSize=100').expect(200)).body);
  const found = data.find(({ id }) => id === applicant);
  if (!found) throw new Error(`Applicant ${applicant} does not wait`);
  return found.revision;
}

/** An officer reads an applicant's data and confirms them. */
export async function verify(staff: Api, applicant: string): Promise<void> {
  const decision = { decision: 'verify', revision: await revisionOf(staff, applicant) };
  await staff.post(`/maklumat/verifications/${applicant}`).send(decision).expect(200);
}
