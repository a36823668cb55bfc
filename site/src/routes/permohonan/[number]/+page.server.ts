import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { getService } from '$contracts/services';
import { formFields } from '$core/form/files';
import { casePageText } from '$core/language/siteCase';
import { stateOf } from '#lib/form/state.ts';
import type { CaseCommand, Failed } from '#lib/form/command.ts';
import { casePath, localPath } from '#lib/links.ts';
import { get } from '#lib/server/api.ts';
import { decisionFields, expectedSequence, revealSecret, sendCommand, type Sending } from '#lib/server/commands.ts';
import { askedAnswers, readForm } from '#lib/server/formInput.ts';
import { getOwnCase, ownToken } from '#lib/server/ownCase.ts';
import { areasOf } from '#lib/server/service.ts';
import { forgetCode } from '#lib/server/tracking.ts';
import { storeUploads } from '#lib/server/uploads.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

const done = ['supply', 'withdraw', 'message', 'decide'] as const;

export const load: PageServerLoad = async (event) => {
  const { language } = event.locals;
  const own = await getOwnCase(event);
  const service = await get(getService, { language, params: { slug: own.service.slug }, query: { version: own.version } });
  const asked = event.url.searchParams.get('selesai');
  const commands: CaseCommand[] = own.commands.map((command) => ({
    ...command,
    fields: decisionFields(command.fields),
    key: crypto.randomUUID(),
  }));
  return {
    own,
    commands,
    form: service.form && {
      definition: service.form.definition,
      areas: areasOf(service.form),
      state: stateOf(formFields(service.form.definition), own.answers),
    },
    done: done.find((command) => command === asked) ?? null,
    hasToken: ownToken(event) !== undefined,
  };
};

type Event = RequestEvent & { params: { number: string } };

const sendingOf = (event: Event, data: FormData, form: string, typed = ''): Sending => ({
  number: event.params.number,
  trackingToken: ownToken(event),
  idempotencyKey: textOf(data.get('kunci')) || crypto.randomUUID(),
  language: event.locals.language,
  form,
  typed,
});

const backTo = ({ params, locals }: Event, command: (typeof done)[number]): never =>
  redirect(303, `${localPath(locals.language, casePath(params.number))}?selesai=${command}#isi`);

export const actions = {
  withdraw: async (event) => {
    const data = await event.request.formData();
    const reason = textOf(data.get('alasan')).trim();
    if (data.get('yakin') !== 'ya') {
      const message = casePageText[event.locals.language].command.withdraw.unconfirmed;
      return fail(400, { command: 'withdraw', message, fields: {}, typed: reason, answers: {}, files: {} } satisfies Failed);
    }
    const sending = sendingOf(event, data, 'withdraw', reason);
    return (
      (await sendCommand({ type: 'withdraw', ...(reason ? { reason } : {}), expectedSequence: expectedSequence(data) }, sending)) ??
      backTo(event, 'withdraw')
    );
  },
  message: async (event) => {
    const data = await event.request.formData();
    const text = textOf(data.get('pesan')).trim().replaceAll('\r\n', '\n');
    return (
      (await sendCommand({ type: 'message', text, expectedSequence: expectedSequence(data) }, sendingOf(event, data, 'message', text))) ??
      backTo(event, 'message')
    );
  },
  decide: async (event) => {
    const { language } = event.locals;
    const data = await event.request.formData();
    const own = await getOwnCase(event);
    const step = textOf(data.get('langkah'));
    const outcome = textOf(data.get('hasil'));
    const reason = textOf(data.get('alasan')).trim();
    const fields = decisionFields(own.commands.find((command) => command.type === 'decide' && command.outcome === outcome)?.fields);
    const many = (name: string): boolean => fields.some((field) => field.key === name && 'maxFiles' in field && field.maxFiles > 1);
    const { state, problems } = await storeUploads(readForm(fields, data, own.service.zoneLabel), many, language);
    const { files } = state;
    const answers = askedAnswers({ sections: [{ key: 'keputusan', title: outcome, fields }] }, state.answers);
    const sending = { ...sendingOf(event, data, `decide-${outcome}`, reason), files };
    if (problems)
      return fail(400, {
        command: sending.form,
        message: problems.message ?? '',
        fields: problems.fields,
        typed: reason,
        answers,
        files,
      } satisfies Failed);
    const command = {
      type: 'decide',
      step,
      outcome,
      ...(reason ? { reason } : {}),
      ...(fields.length > 0 ? { answers } : {}),
      expectedSequence: expectedSequence(data),
    } as const;
    return (await sendCommand(command, sending)) ?? backTo(event, 'decide');
  },
  open: async (event) => {
    const id = textOf((await event.request.formData()).get('rahasia'));
    return revealSecret(id, { number: event.params.number, trackingToken: ownToken(event), language: event.locals.language });
  },
  forget: (event) => {
    forgetCode(event.cookies, event.url, event.params.number);
    redirect(303, localPath(event.locals.language, '/lacak'));
  },
} satisfies Actions;
