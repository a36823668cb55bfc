import { redirect } from '@sveltejs/kit';
import { logOut } from '$contracts/accounts';
import { localPath } from '#lib/links.ts';
import { call, silence } from '#lib/server/api.ts';
import { dropSession } from '#lib/server/session.ts';
import { forgetCodes } from '#lib/server/tracking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { language, session } }) => {
  if (!session) redirect(303, localPath(language, '/masuk'));
};

export const actions = {
  default: async (event) => {
    const { language } = event.locals;
    const everywhere = (await event.request.formData()).get('semua') === 'ya';
    if (event.locals.session) await call(logOut, { language, body: { everywhere } }).catch(silence);
    dropSession(event);
    forgetCodes(event.cookies, event.url);
    // What the offline copy keeps on the device goes with the session, without a script.
    event.setHeaders({ 'Clear-Site-Data': '"storage"' });
    redirect(303, localPath(language, `/masuk?sebab=${everywhere ? 'semua' : 'keluar'}`));
  },
} satisfies Actions;
