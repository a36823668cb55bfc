import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { getCase, type Case } from '$contracts/cases';
import { siteText } from '$core/language/site';
import { casePath, localPath } from '#lib/links.ts';
import { call, unavailable } from '#lib/server/api.ts';
import { findToken, forgetToken, keepToken } from '#lib/server/tracking.ts';

type CaseEvent = Pick<RequestEvent, 'cookies' | 'url' | 'locals'> & { params: { number: string } };

/**
 * The tracking code this browser holds for the case. Undefined for a visitor who is logged in and may own the case without it; anybody else is asked for
 * the code.
 */
export function ownToken({ params, cookies, locals }: CaseEvent): string | undefined {
  const token = findToken(cookies, params.number);
  if (token !== undefined || locals.session) return token;
  redirect(303, localPath(locals.language, `/lacak?nomor=${encodeURIComponent(params.number)}`));
}

/**
 * The case in the address, for its owner and for who holds its code, which opens its linked cases too. A code that no longer opens it is dropped and asked
 * for again.
 */
export async function getOwnCase(event: CaseEvent): Promise<Case> {
  const { params, cookies, url, locals } = event;
  const trackingToken = ownToken(event);
  const { language } = locals;
  const result = await call(getCase, { language, params: { number: params.number }, trackingToken }).catch((cause: unknown) =>
    unavailable(cause, language),
  );
  if (result.ok) {
    if (trackingToken !== undefined)
      for (const { number } of result.value.links) if (!findToken(cookies, number)) keepToken(cookies, url, number, trackingToken);
    if (result.value.number !== params.number) redirect(303, localPath(language, casePath(result.value.number)));
    return result.value;
  }
  if (result.kind !== 'not-found' && result.kind !== 'unauthorized') {
    error(result.status, result.message || siteText[language].error.broken.body);
  }
  forgetToken(cookies, url, params.number);
  redirect(303, localPath(language, `/lacak?nomor=${encodeURIComponent(params.number)}`));
}
