import type { Core } from '@strapi/strapi';
import pLimit from 'p-limit';

/** A connection or an open transaction; repositories take it as their first argument, so that a service decides what belongs together. */
export type Db = Core.Strapi['db']['connection'];

export function database(strapi: Core.Strapi): Db {
  return strapi.db.getConnection();
}

/**
 * Runs work in one transaction. Inside, only the given handle may be used: a second connection of the pool taken while this one is held
 * has been seen to hang at 32 clients.
 */
export async function inTransaction<T>(strapi: Core.Strapi, work: (db: Db) => Promise<T>): Promise<T> {
  return turnsOf(strapi)(() => strapi.db.getConnection().transaction((trx) => work(trx)));
}

/** Connections that transactions leave to plain reads: when an edit drops the published content, the transaction that reads it anew needs one. */
const reservedConnections = 4;
const turns = new WeakMap<Core.Strapi, ReturnType<typeof pLimit>>();

function turnsOf(strapi: Core.Strapi): ReturnType<typeof pLimit> {
  const known =
    turns.get(strapi) ?? pLimit(Math.max(1, strapi.config.get<number>('database.connection.pool.max', 20) - reservedConnections));
  turns.set(strapi, known);
  return known;
}

/** The same for work that goes through Strapi's own documents: what they do inside joins this transaction by itself. */
export async function inStrapiTransaction<T>(strapi: Core.Strapi, work: (db: Db) => Promise<T>): Promise<T> {
  return strapi.db.transaction(({ trx }) => work(trx as Db)) as Promise<T>;
}

/** pg gives Date for timestamptz and text for jsonb, since Strapi turned its JSON parsing off. */
export const isoOf = (value: Date | string): string => (value instanceof Date ? value.toISOString() : new Date(value).toISOString());
export const jsonOf = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
