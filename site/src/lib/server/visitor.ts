import type { RequestEvent } from '@sveltejs/kit';
import { getMe, refreshSession, type Me } from '$contracts/accounts';
import type { Language } from '$core/language/language';
import { call, silence } from '#lib/server/api.ts';
import { keepSession, readSession, redirectToLogIn } from '#lib/server/session.ts';

/** How long the answer to a renewal is shared, in milliseconds: longer than tabs that were opened together take to ask. */
const shared = 30_000;
const renewals = new Map<string, ReturnType<typeof renew>>();

const renew = (refreshToken: string, language: Language) => call(refreshSession, { language, body: { refreshToken } }).catch(silence);

/** A refresh token serves once, and tabs that a visitor opens together all bring the same one: the first asks, the others get its answer. */
function renewOnce(refreshToken: string, language: Language): ReturnType<typeof renew> {
  const asked = renewals.get(refreshToken) ?? renew(refreshToken, language);
  renewals.set(refreshToken, asked);
  setTimeout(() => renewals.delete(refreshToken), shared).unref();
  return asked;
}

/**
 * Takes up the visitor's session, with new tokens when the access token is about to end. One that cannot be renewed counts as none; its cookies stay, since another
 * process may have just renewed it for this browser, and logging in replaces them.
 */
export async function recogniseVisitor(event: RequestEvent): Promise<void> {
  const { locals } = event;
  const { session, fresh } = readSession(event);
  locals.session = fresh ? session : undefined;
  if (!session || fresh) return;
  const { language } = locals;
  const renewed = await renewOnce(session.refreshToken, language);
  if (renewed?.ok) keepSession(event, renewed.value);
  else if (renewed) locals.sessionEnded = true;
}

/** Who is logged in; asked once for a request. Undefined when nobody is, or when the server does not say. */
export function findVisitor({ locals }: Pick<RequestEvent, 'locals'>): Promise<Me | undefined> {
  if (!locals.session) return Promise.resolve(undefined);
  locals.visitor ??= call(getMe, { language: locals.language })
    .catch(silence)
    .then((result) => (result?.ok ? result.value : undefined));
  return locals.visitor;
}

/** For pages that only a logged-in visitor may see; anybody else logs in first and comes back. */
export function requireSession({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): void {
  if (!locals.session) redirectToLogIn({ locals, url }, locals.language);
}
