import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { getRegistration, Residency, ReportedStage, type Registration } from '$contracts/registrations';
import { z } from 'zod';
import { localPath } from '#lib/links.ts';
import { stagePaths, type Progress } from '#lib/registration.ts';
import { call, unavailable } from '#lib/server/api.ts';
import { textOf } from '#lib/text.ts';

/** The registration that this browser is in the middle of. Who holds its id can finish it, so no script may read it. */
const cookie = 'daftar';
const options = (url: URL) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

export function keepRegistration(cookies: Cookies, url: URL, { id, expiresAt }: Registration): void {
  cookies.set(cookie, id, { ...options(url), expires: new Date(expiresAt) });
}

export function forgetRegistration(cookies: Cookies, url: URL): void {
  cookies.delete(cookie, options(url));
}

type Visit = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>;

/** The registration that this browser began; undefined when there is none, or when it is over. */
export async function findRegistration({ cookies, url, locals: { language } }: Visit): Promise<Registration | undefined> {
  const id = cookies.get(cookie);
  if (!id) return undefined;
  const result = await call(getRegistration, { language, params: { id } }).catch((cause: unknown) => unavailable(cause, language));
  if (!result.ok) forgetRegistration(cookies, url);
  return result.ok ? result.value : undefined;
}

/** The registration, when it is at one of these stages; otherwise on to the screen where it goes on, or back to the start. */
export async function registrationAt(visit: Visit, ...stages: Registration['stage'][]): Promise<Registration> {
  const { language } = visit.locals;
  const registration = await findRegistration(visit);
  if (!registration) redirect(303, localPath(language, '/daftar?selesai=hilang'));
  if (!stages.includes(registration.stage)) redirect(303, localPath(language, stagePaths[registration.stage]));
  return registration;
}

/** On to the screen where a registration goes on. */
export function goOn({ locals }: Visit, { stage }: Registration): never {
  redirect(303, `${localPath(locals.language, stagePaths[stage])}#isi`);
}

/** What the screens before the server's part carry along in their forms; the password is never among it. */
export const Carried = z.object({
  residency: Residency.optional().catch(undefined),
  phone: z.string().max(30).catch(''),
  progress: z.array(ReportedStage).max(10).catch([]),
});
export type Carried = z.infer<typeof Carried>;

/** Somebody who tampers with the carried part begins anew. */
export function carriedBy(data: FormData): Carried {
  try {
    return Carried.parse(JSON.parse(textOf(data.get('isi'))));
  } catch {
    return { phone: '', progress: [] };
  }
}

/** The progress with a stage done now; one that is done again keeps its first beginning. */
export function finished(progress: readonly Progress[], stage: Progress['stage'], startedAt: string): Progress[] {
  const earlier = progress.find((one) => one.stage === stage);
  const began = z.iso.datetime().safeParse(startedAt);
  const now = new Date().toISOString();
  const entry = { stage, startedAt: earlier?.startedAt ?? began.data ?? now, finishedAt: now };
  return [...progress.filter((one) => one.stage !== stage), entry];
}
