import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Tokens } from '../../contracts/accounts';
import { parseMobile } from '../../core/identity/phone';
import { accountText } from '../../core/language/account';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { matchesPassword } from '../adapters/passwordHash';
import { sha256 } from '../adapters/vault';
import { takeTurn } from '../repositories/accounts';
import { findApplicant, findApplicantByUser, findUserByPhone, holdApplicant, type ApplicantRow } from '../repositories/applicants';
import { database, inStrapiTransaction, type Db } from '../repositories/database';
import { findUser } from '../repositories/users';
import type { App } from './app';
import { noteFirstLogIn } from './firstLogIn';
import { count, forgive, spend } from './limits';
import { refuse } from './refuse';

/** A registered applicant with a session that holds. */
export interface Account {
  id: string;
  user: number;
  session: string;
  residency: ApplicantRow['residency'];
  verification: ApplicantRow['verification'];
}

export type Session = Tokens & { user: { id: string } };

const AccessToken = z.object({ userId: z.coerce.number().int(), sessionId: z.string() });

/** Strapi's sessions of users-permissions: kept in its database, ended there. */
const manager = (strapi: Core.Strapi) => strapi.sessionManager('users-permissions');

/** An id that no account has: looked up where a number is nobody's, so that it takes as long. */
export const nobody = 0;

/** Whether an applicant's account is there and not blocked in the CMS. */
export async function isUsable(app: App, applicant: Pick<ApplicantRow, 'user'>): Promise<boolean> {
  const user = await findUser(app.strapi, applicant.user);
  return user !== undefined && !user.blocked;
}

/** Whose the token is, when its session has been neither ended nor renewed and the account is not blocked. */
export async function authenticate(app: App, token: string): Promise<Account | undefined> {
  const checked = manager(app.strapi).validateAccessToken(token);
  const payload = checked.isValid ? AccessToken.safeParse(checked.payload) : undefined;
  if (!payload?.success || !(await manager(app.strapi).isSessionActive(payload.data.sessionId))) return undefined;
  const { userId, sessionId } = payload.data;
  const applicant = await findApplicantByUser(database(app.strapi), app.vault, userId);
  if (!applicant || !(await isUsable(app, applicant))) return undefined;
  const { id, residency, verification } = applicant;
  return { id, user: userId, session: sessionId, residency, verification };
}

/** The data of whom a session is. Refuses with `unauthorized` when they had it erased in the meantime. */
export async function getApplicant(app: App, account: Account, language: Language): Promise<ApplicantRow> {
  const applicant = await findApplicant(database(app.strapi), app.vault, account.id);
  return applicant ?? refuse('unauthorized', serverText[language].unauthorized);
}

/** A new session of an account. */
export async function openSession(app: App, applicant: Pick<ApplicantRow, 'id' | 'user'>): Promise<Session> {
  const refresh = await manager(app.strapi).generateRefreshToken(String(applicant.user), undefined, { type: 'refresh' });
  const access = await manager(app.strapi).generateAccessToken(refresh.token);
  if ('error' in access) throw new Error(`Sesi tidak dapat dibuka: ${access.error}`);
  return { jwt: access.token, refreshToken: refresh.token, user: { id: applicant.id } };
}

/** Ends every session of an account, on all devices; in a transaction that holds the applicant, or one that is just being renewed lives on. */
export async function endSessions(app: App, user: number): Promise<void> {
  await manager(app.strapi).invalidateRefreshToken(String(user));
}

/** Ends the sessions of an account's other devices. */
export async function endOtherSessions(app: App, account: Pick<Account, 'user' | 'session'>): Promise<void> {
  const user = String(account.user);
  for (const { sessionId } of await manager(app.strapi).listSessions(user))
    if (sessionId !== account.session) await manager(app.strapi).revokeSessionById(user, sessionId);
}

export async function logOut(app: App, account: Account, everywhere: boolean): Promise<void> {
  if (!everywhere) {
    await manager(app.strapi).revokeSessionById(String(account.user), account.session);
    return;
  }
  await inStrapiTransaction(app.strapi, async (db) => {
    await holdApplicant(db, account.id);
    await endSessions(app, account.user);
  });
}

/**
 * New tokens for a refresh token, which serves once: of two calls that show it at the same time one is refused. The session before it goes, and with it the access
 * token that was given out for it. Refuses with `unauthorized` when the token was used before, has expired, its session was ended, or the account is blocked.
 */
export async function refresh(app: App, refreshToken: string, language: Language): Promise<Tokens> {
  const tokens = await inStrapiTransaction(app.strapi, async (db) => {
    if (!(await takeTurn(db, `maklumat-refresh:${sha256(refreshToken)}`))) return undefined;
    const held = await manager(app.strapi).validateRefreshToken(refreshToken);
    const applicant = held.isValid ? await findApplicantByUser(db, app.vault, Number(held.userId)) : undefined;
    if (!held.isValid || !applicant || !(await isUsable(app, applicant))) return undefined;
    // Whoever ends all sessions meanwhile holds the applicant; then there is nothing to rotate any more.
    if (!(await holdApplicant(db, applicant.id))) return undefined;
    const rotated = await manager(app.strapi).rotateRefreshToken(refreshToken);
    const access = 'error' in rotated ? rotated : await manager(app.strapi).generateAccessToken(rotated.token);
    if ('error' in rotated || 'error' in access) return undefined;
    await manager(app.strapi).revokeSessionById(held.userId, held.sessionId);
    return { jwt: access.token, refreshToken: rotated.token };
  });
  return tokens ?? refuse('unauthorized', serverText[language].unauthorized);
}

/**
 * The hash that a password agrees with when it is that of an account, counting the try; takes the same time when there is no account. A right one forgives the
 * wrong ones before it. Refuses with `too-many-requests`.
 * @param tried.who the number that was given, whether or not it is somebody's
 */
export async function provePassword(
  app: App,
  tried: { who: string; user: number | undefined; password: string; address: string; language: Language },
): Promise<string | undefined> {
  const { who, user, password, address, language } = tried;
  const pair = count('logInPair', `${who} ${address}`);
  await spend(app, [count('logInAddress', address), pair, { ...count('logInPhone', who), sparing: pair }], language);
  const found = await findUser(app.strapi, user ?? nobody);
  const right = (await matchesPassword(password, found?.password)) && !found?.blocked;
  if (!right) return undefined;
  await forgive(app, [pair]);
  return found?.password ?? undefined;
}

/**
 * Holds an applicant whose password was proved. False when it has been replaced since, and the sessions that it had opened were ended: comparing takes so long that
 * another call may do that meanwhile.
 */
export async function holdProved(app: App, db: Db, applicant: ApplicantRow, proved: string): Promise<boolean> {
  return (await holdApplicant(db, applicant.id)) && (await findUser(app.strapi, applicant.user))?.password === proved;
}

/** Refuses with `credentials-wrong` and `too-many-requests`. */
export async function logIn(
  app: App,
  given: { identifier: string; password: string; address: string; language: Language },
): Promise<Session> {
  const { identifier, password, address, language } = given;
  const phone = parseMobile(identifier);
  const db = database(app.strapi);
  const user = phone === undefined ? undefined : await findUserByPhone(db, app.vault, phone);
  const proved = await provePassword(app, { who: phone ?? identifier, user, password, address, language });
  const applicant = proved === undefined || user === undefined ? undefined : await findApplicantByUser(db, app.vault, user);
  const wrong = accountText[language].credentialsWrong;
  if (proved === undefined || !applicant) refuse('credentials-wrong', wrong);
  const session = await inStrapiTransaction(app.strapi, async (trx) =>
    (await holdProved(app, trx, applicant, proved)) ? openSession(app, applicant) : undefined,
  );
  if (!session) refuse('credentials-wrong', wrong);
  await noteFirstLogIn(app, applicant.phone);
  return session;
}
