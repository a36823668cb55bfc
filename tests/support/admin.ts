import { randomBytes } from 'node:crypto';
import { administrator } from './app';

export interface Credentials {
  email: string;
  password: string;
}

/** A person of the office: what to log in with, and the header that their calls carry. */
export interface Officer extends Credentials {
  id: number;
  headers: { Authorization: string };
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT';
  body?: unknown;
  token?: string;
}

/** One call to Strapi's own admin API; throws with the answer when it is refused. */
async function call<T>(url: string, path: string, { method = 'GET', body, token }: Call): Promise<T> {
  const headers = { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
  const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

/** Logs in to the CMS and resolves to the token of the session. */
export async function logIn(url: string, credentials: Credentials = administrator): Promise<string> {
  const { data } = await call<{ data: { token?: string; accessToken?: string } }>(url, '/admin/login', {
    method: 'POST',
    body: credentials,
  });
  const token = data.accessToken ?? data.token;
  if (token === undefined) throw new Error('/admin/login answered without a token');
  return token;
}

export const bearer = (token: string): { Authorization: string } => ({ Authorization: `Bearer ${token}` });

interface Role {
  id: number;
  code: string;
  name: string;
}

async function roleId(url: string, token: string, wanted: string): Promise<number> {
  const { data } = await call<{ data: Role[] }>(url, '/admin/roles', { token });
  const role = data.find(({ code, name }) => code === wanted || name === wanted);
  if (role === undefined) throw new Error(`No role ${wanted}; there are ${data.map(({ code }) => code).join(', ')}`);
  return role.id;
}

const positions = '/content-manager/collection-types/plugin::maklumat.position';

async function holdPosition(url: string, token: string, slug: string, userId: number): Promise<void> {
  const found = await call<{ results: { documentId: string }[] }>(url, `${positions}?filters[slug][$eq]=${slug}`, { token });
  const documentId = found.results[0]?.documentId;
  if (documentId === undefined) throw new Error(`No position ${slug}`);
  await call(url, `${positions}/${documentId}`, { method: 'PUT', token, body: { holders: { connect: [{ id: userId }] } } });
}

/**
 * Makes a CMS user through the admin API, as an administrator would, and logs them in.
 * @param role code or name of a role
 * @param heldPositions slugs of the positions this person holds
 */
export async function createOfficer(url: string, role: string, heldPositions: string[] = [], name = 'Petugas Uji'): Promise<Officer> {
  const token = await logIn(url);
  const credentials = { email: `${randomBytes(6).toString('hex')}@maklumat.test`, password: 'Petugas-Uji-2026' };
  const [firstname = name, ...rest] = name.split(' ');
  const invited = await call<{ data: { id: number; registrationToken: string } }>(url, '/admin/users', {
    method: 'POST',
    token,
    body: { email: credentials.email, firstname, lastname: rest.join(' '), roles: [await roleId(url, token, role)] },
  });
  const { id, registrationToken } = invited.data;
  await call(url, '/admin/register', {
    method: 'POST',
    body: { registrationToken, userInfo: { firstname, lastname: rest.join(' '), password: credentials.password } },
  });
  for (const slug of heldPositions) await holdPosition(url, token, slug, id);
  return { ...credentials, id, headers: bearer(await logIn(url, credentials)) };
}
