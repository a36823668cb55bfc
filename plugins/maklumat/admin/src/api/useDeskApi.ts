import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import {
  commandDeskCase,
  commandManyDeskCases,
  getDesk,
  getDeskCase,
  listDeskCases,
  registerDeskCase,
  type DeskCase,
  type StaffCommand,
} from '../../../contracts/desk';
import { linkDeskDocument } from '../../../contracts/files';
import type { Language } from '../../../core/language/language';
import { useTexts } from '../shared/useTexts';
import { callPublic, pathOf, type AnswerOf, type BodyOf, type DataOf, type QueryOf } from './call';
import { asFailure } from './failure';

export type Desk = DataOf<typeof getDesk>;
export type CaseList = AnswerOf<typeof listDeskCases>;
export type CaseQuery = QueryOf<typeof listDeskCases>;
export type ManyCommand = BodyOf<typeof commandManyDeskCases>['command'];
export type ManyCases = BodyOf<typeof commandManyDeskCases>['cases'];
export type ManyResults = DataOf<typeof commandManyDeskCases>;
export type Registered = DataOf<typeof registerDeskCase>;

export interface DeskApi {
  desk(): Promise<Desk>;
  cases(query: CaseQuery): Promise<CaseList>;
  case(number: string): Promise<DeskCase>;
  command(number: string, command: StaffCommand): Promise<DeskCase>;
  commandMany(cases: ManyCases, command: ManyCommand): Promise<ManyResults>;
  register(body: BodyOf<typeof registerDeskCase>, idempotencyKey: string): Promise<Registered>;
  /** The address of a picture's small copy. It is valid for a few minutes, without a session. */
  thumbnail(number: string, id: string): Promise<string>;
  document(number: string, id: string): Promise<Blob>;
}

/** The staff's calls of the contract, with the officer's admin session. Every one of them throws a `CallFailure`. */
export function useDeskApi(): DeskApi {
  const { get, post } = useFetchClient();
  const { language } = useTexts();

  return useMemo(() => {
    const headers = { 'Accept-Language': language };
    async function read<T>(path: string, params?: object): Promise<T> {
      try {
        return (await get<T>(path, { headers, params })).data;
      } catch (error) {
        throw asFailure(error);
      }
    }
    async function send<T>(path: string, body: object, extraHeaders: Record<string, string> = {}): Promise<T> {
      try {
        return (await post<T>(path, body, { headers: { ...headers, ...extraHeaders } })).data;
      } catch (error) {
        throw asFailure(error);
      }
    }
    async function link(number: string, id: string, thumbnail: boolean): Promise<string> {
      const { data } = await send<AnswerOf<typeof linkDeskDocument>>(pathOf(linkDeskDocument, { number, id }), { thumbnail });
      return onOwnOrigin(data.url);
    }

    return {
      desk: async () => (await read<AnswerOf<typeof getDesk>>(pathOf(getDesk))).data,
      cases: (query) => read<CaseList>(pathOf(listDeskCases), encodeAll(query)),
      case: async (number) => (await read<AnswerOf<typeof getDeskCase>>(pathOf(getDeskCase, { number }))).data,
      command: async (number, command) => (await send<AnswerOf<typeof commandDeskCase>>(pathOf(commandDeskCase, { number }), command)).data,
      commandMany: async (cases, command) =>
        (await send<AnswerOf<typeof commandManyDeskCases>>(pathOf(commandManyDeskCases), { cases, command })).data,
      register: async (body, idempotencyKey) =>
        (await send<AnswerOf<typeof registerDeskCase>>(pathOf(registerDeskCase), body, { 'Idempotency-Key': idempotencyKey })).data,
      thumbnail: (number, id) => link(number, id, true),
      document: async (number, id) => download(await link(number, id, false), language),
    };
  }, [get, post, language]);
}

/** The office may open the admin at another address than citizens do; the admin's own policy lets in pictures of its own origin only. */
function onOwnOrigin(url: string): string {
  const { pathname, search } = new URL(url, window.location.href);
  return `${pathname}${search}`;
}

const download = async (path: string, language: Language): Promise<Blob> => (await callPublic(path, language)).blob();

/** Strapi's client writes query strings unencoded, so a typed "&" would start a parameter of its own. */
function encodeAll(query: CaseQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, encodeURIComponent(value ?? '')]));
}
