import type { Readable } from 'node:stream';
import { z } from 'zod';
import { atZone, dateIn } from '../../core/calendar/calendar';
import type { Zone } from '../../core/calendar/schema';
import type { Language } from '../../core/language/language';
import { exportText } from '../../core/language/exports';
import { RefusalError } from '../../core/refusal';
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

/** Whose archive it is, the zone its instants are written in, and the language of its sentences. */
interface Owner {
  account: Account;
  phone: string;
  zone: Zone;
  language: Language;
}

async function* messagesTo(app: App, { phone, zone }: Owner): AsyncGenerator<object> {
  for (const { channel, sealed, createdAt } of await findDelivered(database(app.strapi), app.vault, phone, app.now())) {
    const { subject, text } = Content.parse(app.vault.open(sealed));
    yield { at: atZone(createdAt, zone), channel, ...(subject === '' ? {} : { subject }), text };
  }
}

/** A draft that is filed or deleted while the archive is made is not in it. */
async function* wholeDrafts(app: App, { account, language }: Owner): AsyncGenerator<object> {
  for (const { id } of await drafts.list(app, account)) {
    const draft = await drafts.get(app, account, id, language).catch((error: unknown) => {
      if (!(error instanceof RefusalError)) throw error;
    });
    if (draft) yield draft;
  }
}

const Session = z.object({ createdAt: z.coerce.date(), expiresAt: z.coerce.date() });

async function findSessions(app: App, { account, zone }: Owner): Promise<object[]> {
  const rows: unknown[] = await app.strapi.sessionManager('users-permissions').listSessions(String(account.user));
  return rows
    .map((row) => Session.parse(row))
    .map(({ createdAt, expiresAt }) => ({
      openedAt: atZone(createdAt.toISOString(), zone),
      endsAt: atZone(expiresAt.toISOString(), zone),
    }));
}

/** How a file is named in data.json; `problem` says why its content is not in the archive. */
type Listed = Omit<OwnFile, 'read'> & { problem: string | null };

/** The content of a file; undefined, with a line in the log, where it cannot be had. */
async function contentOf(app: App, { read }: OwnFile): Promise<Buffer | undefined> {
  try {
    return await read();
  } catch (error) {
    app.strapi.log.error(error);
    return undefined;
  }
}

/** The files whose content can be had, one in memory at a time. Each file is noted, a few words that say what became of it. */
async function* contents(app: App, { account, language }: Owner, noted: Listed[]): AsyncGenerator<ZipEntry> {
  const text = exportText[language].problem;
  for await (const file of readFiles(app, account, language)) {
    const { read: _read, ...named } = file;
    const content = file.path === null ? undefined : await contentOf(app, file);
    const problem = file.state === 'ready' ? text.missing : text[file.state];
    noted.push(content === undefined ? { ...named, path: null, problem } : { ...named, problem: null });
    if (content !== undefined && file.path !== null) yield { name: file.path, content };
  }
}

function sectionsOf(app: App, owner: Owner, files: readonly Listed[]): readonly Section[] {
  const { account, zone, language } = owner;
  const consents = async () =>
    (await findConsents(database(app.strapi), account.id)).map(({ version, givenAt }) => ({ version, givenAt: atZone(givenAt, zone) }));
  return [
    ['consents', each(consents)],
    ['sessions', each(() => findSessions(app, owner))],
    ['cases', readOwnCases(app, account, language)],
    ['drafts', wholeDrafts(app, owner)],
    ['files', each(() => Promise.resolve(files))],
    ['messages', messagesTo(app, owner)],
    ['accesses', each(() => findOwnAccesses(app, account, language, mostAccesses))],
  ];
}

async function* entriesOf(app: App, { account, zone, language }: Omit<Owner, 'phone'>): AsyncGenerator<ZipEntry> {
  const text = exportText[language];
  const madeAt = atZone(app.now(), zone);
  const { phone } = await getApplicant(app, account, language);
  yield { name: text.readMe.name, content: text.readMe.body(madeAt) };
  const head = [
    ['madeAt', madeAt],
    ['notes', text.notes],
    ['profile', await getMe(app, account, language)],
  ] as const;
  const owner = { account, phone, zone, language };
  const noted: Listed[] = [];
  yield* contents(app, owner, noted);
  // Last, so that it says of each file what is in the archive and not what was meant to be.
  yield { name: 'data.json', content: jsonOf([...head, ...sectionsOf(app, owner, noted)]) };
}

const nameOf = (app: App, zone: Zone): string => `data-saya-${dateIn(app.now(), zone)}.zip`;

/**
 * What is held about an applicant, but for copies of letters to an address that nobody proved to be theirs, as a zip that is made while it is sent. Refuses with
 * `too-many-requests`.
 */
export async function exportApplicant(app: App, account: Account, language: Language): Promise<{ name: string; content: Readable }> {
  await spend(app, [count('export', account.id)], language);
  const { zone } = await app.catalogue.snapshot();
  return { name: nameOf(app, zone), content: createZip(entriesOf(app, { account, zone, language })) };
}

/** The archive of somebody whose data was erased: there is nothing left to put in. */
export async function exportNothing(app: App, language: Language): Promise<{ name: string; content: Readable }> {
  const { zone } = await app.catalogue.snapshot();
  const text = exportText[language];
  const lists = ['consents', 'sessions', 'cases', 'drafts', 'files', 'messages', 'accesses'].map((name): Section => [name, none()]);
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: text.readMe.name, content: text.erased };
    yield {
      name: 'data.json',
      content: jsonOf([['madeAt', atZone(app.now(), zone)], ['notes', { erased: text.erased }], ['profile', null], ...lists]),
    };
  }
  return { name: nameOf(app, zone), content: createZip(entries()) };
}
