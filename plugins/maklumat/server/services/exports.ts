import type { Readable } from 'node:stream';
import { z } from 'zod';
import { homeZone } from '../../core/calendar/schema';
import { atZone, dateIn } from '../../core/calendar/calendar';
import type { Language } from '../../core/language/language';
import { exportText } from '../../core/language/exports';
import { createZip, type ZipEntry } from '../adapters/zip';
import { findConsents } from '../repositories/consents';
import { database } from '../repositories/database';
import { findDelivered } from '../repositories/messages';
import { findOwnAccesses } from './accesses';
import type { App } from './app';
import * as drafts from './drafts';
import { readFiles, readOwnCases, type OwnFile } from './ownFiles';
import { count, spend } from './limits';
import { getMe } from './profiles';
import { getApplicant, type Account } from './sessions';
import { Content } from './messages';

/** Readings listed in an archive; more than five years of one person's (default of the product). */
const mostAccesses = 10_000;

/** One section of data.json: one thing, or a list that is read while it is written. */
type Section = readonly [name: string, content: string | object | null | AsyncIterable<unknown>];

const isList = (content: Section[1]): content is AsyncIterable<unknown> =>
  typeof content === 'object' && content !== null && Symbol.asyncIterator in content;

const indented = (value: unknown, depth: number): string => JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${' '.repeat(depth)}`);

/** One JSON object in pieces, so that a person with thousands of cases costs no more memory than one with few. */
async function* jsonOf(sections: readonly Section[]): AsyncGenerator<string> {
  let before = '{\n';
  for (const [name, content] of sections) {
    yield `${before}  ${JSON.stringify(name)}: `;
    before = ',\n';
    if (!isList(content)) {
      yield indented(content, 2);
      continue;
    }
    let separator = '[';
    for await (const item of content) {
      yield `${separator}\n    ${indented(item, 4)}`;
      separator = ',';
    }
    yield separator === '[' ? '[]' : '\n  ]';
  }
  yield '\n}\n';
}

async function* each<T>(load: () => Promise<readonly T[]>): AsyncGenerator<T> {
  yield* await load();
}

const none = (): AsyncGenerator<never> => each(() => Promise.resolve([]));

async function* messagesTo(app: App, phone: string): AsyncGenerator<object> {
  for (const { channel, sealed, createdAt } of await findDelivered(database(app.strapi), app.vault, phone, app.now())) {
    const { subject, text } = Content.parse(app.vault.open(sealed));
    yield { at: atZone(createdAt, homeZone), channel, ...(subject === '' ? {} : { subject }), text };
  }
}

async function* wholeDrafts(app: App, account: Account, language: Language): AsyncGenerator<object> {
  for (const { id } of await drafts.list(app, account)) yield drafts.get(app, account, id, language);
}

const Session = z.object({ createdAt: z.coerce.date(), expiresAt: z.coerce.date() });

async function findSessions(app: App, account: Account): Promise<object[]> {
  const rows: unknown[] = await app.strapi.sessionManager('users-permissions').listSessions(String(account.user));
  return rows
    .map((row) => Session.parse(row))
    .map(({ createdAt, expiresAt }) => ({
      openedAt: atZone(createdAt.toISOString(), homeZone),
      endsAt: atZone(expiresAt.toISOString(), homeZone),
    }));
}

/** How a file is named in data.json; `path` is where it lies in the archive, null when its content is not in it. */
const listed = ({ name, mime, size, state, case: number, draft, path }: OwnFile) => ({
  name,
  mime,
  size,
  state,
  case: number,
  draft,
  path,
});

async function* listedFiles(app: App, account: Account, language: Language): AsyncGenerator<object> {
  for await (const file of readFiles(app, account, language)) yield listed(file);
}

function sectionsOf(app: App, account: Account, phone: string, language: Language): readonly Section[] {
  const consents = async () =>
    (await findConsents(database(app.strapi), account.id)).map(({ version, givenAt }) => ({ version, givenAt: atZone(givenAt, homeZone) }));
  return [
    ['consents', each(consents)],
    ['sessions', each(() => findSessions(app, account))],
    ['cases', readOwnCases(app, account, language)],
    ['drafts', wholeDrafts(app, account, language)],
    ['files', listedFiles(app, account, language)],
    ['messages', messagesTo(app, phone)],
    ['accesses', each(() => findOwnAccesses(app, account, language, mostAccesses))],
  ];
}

async function* entriesOf(app: App, account: Account, language: Language): AsyncGenerator<ZipEntry> {
  const text = exportText[language];
  const madeAt = atZone(app.now(), homeZone);
  const { phone } = await getApplicant(app, account, language);
  yield { name: text.readMe.name, content: text.readMe.body(madeAt) };
  const head = [
    ['madeAt', madeAt],
    ['notes', text.notes],
    ['profile', await getMe(app, account, language)],
  ] as const;
  yield { name: 'data.json', content: jsonOf([...head, ...sectionsOf(app, account, phone, language)]) };
  for await (const file of readFiles(app, account, language)) {
    if (file.path !== null) yield { name: file.path, content: await file.read() };
  }
}

const nameOf = (app: App): string => `data-saya-${dateIn(app.now(), homeZone)}.zip`;

/** Everything held about an applicant, as a zip that is made while it is sent. Refuses with `too-many-requests`. */
export async function exportApplicant(app: App, account: Account, language: Language): Promise<{ name: string; content: Readable }> {
  await spend(app, [count('export', account.id)], language);
  return { name: nameOf(app), content: createZip(entriesOf(app, account, language)) };
}

/** The archive of somebody whose data was erased: there is nothing left to put in. */
export function exportNothing(app: App, language: Language): { name: string; content: Readable } {
  const text = exportText[language];
  const lists = ['consents', 'sessions', 'cases', 'drafts', 'files', 'messages', 'accesses'].map((name): Section => [name, none()]);
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: text.readMe.name, content: text.erased };
    yield {
      name: 'data.json',
      content: jsonOf([['madeAt', atZone(app.now(), homeZone)], ['notes', { erased: text.erased }], ['profile', null], ...lists]),
    };
  }
  return { name: nameOf(app), content: createZip(entries()) };
}
