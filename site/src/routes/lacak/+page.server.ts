import { fail, redirect } from '@sveltejs/kit';
import { getCase } from '$contracts/cases';
import { casePageText } from '$core/language/siteCase';
import { casePath, localPath } from '#lib/links.ts';
import { call, unavailable } from '#lib/server/api.ts';
import { keepToken } from '#lib/server/tracking.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

const longestNumber = 60;
const longestToken = 200;

export const load: PageServerLoad = ({ url }) => ({ number: (url.searchParams.get('nomor') ?? '').slice(0, longestNumber) });

export const actions = {
  default: async ({ request, locals: { language }, cookies, url }) => {
    const data = await request.formData();
    const number = textOf(data.get('nomor')).trim().toUpperCase().slice(0, longestNumber);
    const trackingToken = textOf(data.get('kode')).trim().toUpperCase().replace(/\s+/g, '-').slice(0, longestToken);
    // One sentence for every failure: whoever guesses must not learn which of the two exists.
    const wrong = () => fail(400, { number, message: casePageText[language].track.wrong });
    if (!number || !/^[\w-]+$/.test(trackingToken)) return wrong();
    const result = await call(getCase, { language, params: { number }, trackingToken }).catch((cause: unknown) =>
      unavailable(cause, language),
    );
    if (!result.ok) return wrong();
    keepToken(cookies, url, result.value.number, trackingToken);
    redirect(303, `${localPath(language, casePath(result.value.number))}#isi`);
  },
} satisfies Actions;
