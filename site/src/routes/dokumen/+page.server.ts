import { fail } from '@sveltejs/kit';
import { verifyDocument } from '$contracts/documents';
import { letterText } from '$core/language/siteLetter';
import { call, silence } from '#lib/server/api.ts';
import { textOf } from '#lib/text.ts';
import type { Actions } from './$types';

interface Problem {
  title?: string;
  message: string;
  /** What was typed can be no code. */
  mistyped: boolean;
}

const codeLength = 20;
const groups = /.{5}(?=.)/g;
const longestTyped = 200;

export const actions = {
  default: async ({ request, locals: { language } }) => {
    const words = letterText[language].problem;
    const entry = textOf((await request.formData()).get('kode')).trim();
    const typed = entry.slice(0, longestTyped);
    const code = entry.toUpperCase().replace(/[^0-9A-Z]/g, '');
    const failed = (status: number, problem: Problem) => fail(status, { typed, problem });
    if (code === '') return failed(400, { message: words.empty, mistyped: true });
    if (code.length !== codeLength) return failed(400, { message: words.length(code.length, codeLength), mistyped: true });
    const result = await call(verifyDocument, { language, body: { code } }).catch(silence);
    if (!result) return failed(503, { title: words.silent.title, message: words.silent.body, mistyped: false });
    if (result.ok) return { typed: '', issued: result.value };
    // That no such letter was issued is an answer, not a failure.
    if (result.kind === 'not-found') return { typed, unknown: code.replace(groups, '$&-') };
    return failed(result.status, { message: result.message, mistyped: result.kind === 'invalid-request' });
  },
} satisfies Actions;
