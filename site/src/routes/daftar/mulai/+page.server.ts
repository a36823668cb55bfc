import { fail, redirect } from '@sveltejs/kit';
import { describeRegistration, Residency, startRegistration } from '$contracts/registrations';
import { parseMobile } from '$core/identity/phone';
import { accountText } from '$core/language/account';
import type { Language } from '$core/language/language';
import { registrationText } from '$core/language/siteRegistration';
import type { FormProblems } from '#lib/form/state.ts';
import { localPath } from '#lib/links.ts';
import { stepsSoFar } from '#lib/registration.ts';
import { call, get, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { carriedBy, finished, goOn, keepRegistration, type Carried } from '#lib/server/registration.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

/** The three screens before the server has a registration. Each posts what came before along with its own answer. */
type Screen = 'residency' | 'phone' | 'password';
const screenBefore = { residency: 'residency', phone: 'residency', password: 'phone' } as const satisfies Record<Screen, Screen>;

/** The procedure begins at /daftar; nothing of a visitor who comes here by a link is known. */
export const load: PageServerLoad = ({ request, locals: { language } }) => {
  if (request.method === 'GET') redirect(303, localPath(language, '/daftar'));
};

async function show(
  screen: Screen,
  carried: Carried,
  language: Language,
  { problems = null, agreed = false }: { problems?: FormProblems | null; agreed?: boolean } = {},
) {
  const { steps, consent } = await get(describeRegistration, { language });
  const { residency, progress } = carried;
  return {
    screen,
    carried,
    problems,
    agreed,
    consent,
    steps: stepsSoFar(steps, screen, progress, residency),
    since: new Date().toISOString(),
  };
}

type Shown = Awaited<ReturnType<typeof show>>;
const wrong = (shown: Shown, status = 400) => fail(status, shown);

export const actions = {
  default: async (event) => {
    const { language } = event.locals;
    const data = await event.request.formData();
    const stage = textOf(data.get('tahap'));
    const since = textOf(data.get('sejak'));
    const carried = carriedBy(data);
    const words = registrationText[language];
    const done = (over: Partial<Carried>, of: Screen | 'open'): Carried => ({
      ...carried,
      ...over,
      progress: finished(carried.progress, of, since),
    });

    if (stage === 'residency') {
      const { data: residency } = Residency.safeParse(data.get('residency'));
      if (!residency)
        return wrong(await show('residency', carried, language, { problems: { fields: { residency: [words.residency.missing] } } }));
      return show('phone', done({ residency }, 'residency'), language);
    }
    if (stage !== 'phone' && stage !== 'password') return show('residency', stage === 'open' ? done({}, 'open') : carried, language);
    if (data.get('tindakan') === 'kembali') return show(screenBefore[stage], carried, language);
    if (stage === 'phone') {
      const phone = textOf(data.get('phone')).trim().slice(0, 30);
      if (parseMobile(phone)) return show('password', done({ phone }, 'phone'), language);
      return wrong(
        await show('phone', { ...carried, phone }, language, { problems: { fields: { phone: [accountText[language].phone] } } }),
      );
    }

    const fields = passwordProblems(data, language);
    const agreed = data.get('consent') === 'ya';
    if (Object.keys(fields).length > 0) return wrong(await show('password', carried, language, { problems: { fields }, agreed }));
    if (!carried.residency) return show('residency', carried, language);
    const { residency, phone } = carried;
    const { progress } = done({}, 'password');
    const body = {
      residency,
      phone,
      password: textOf(data.get('password')),
      consent: true as const,
      consentVersion: Number(textOf(data.get('consentVersion'))),
      progress,
    };
    const result = await call(startRegistration, { language, body }).catch(silence);
    if (result?.ok) {
      keepRegistration(event.cookies, event.url, result.value);
      goOn(event, result.value);
    }
    const problems = problemsOf(result, language);
    const { consentVersion, ...named } = problems.fields;
    // The page asks for the consent, not for its version.
    if (consentVersion) problems.fields = { ...named, consent: consentVersion };
    const page = { problems, agreed: !consentVersion };
    return wrong(await show(problems.fields.phone ? 'phone' : 'password', carried, language, page), statusOf(result));
  },
} satisfies Actions;

function passwordProblems(data: FormData, language: Language): Record<string, string[]> {
  const words = registrationText[language].password;
  const password = textOf(data.get('password'));
  return {
    ...(password === '' ? { password: [words.missing] } : {}),
    ...(password !== '' && password !== textOf(data.get('again')) ? { again: [words.different] } : {}),
    ...(data.get('consent') === 'ya' ? {} : { consent: [words.agreeMissing] }),
  };
}
