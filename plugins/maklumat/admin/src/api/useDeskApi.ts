import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import {
  commandDeskCase,
  commandManyDeskCases,
  getDesk,
  getDeskCase,
  getDeskDocument,
  listDeskCases,
  registerDeskCase,
  type DeskCase,
  type StaffCommand,
} from '../../../contracts/desk';
import { listOutbox } from '../../../contracts/outbox';
import { useTexts } from '../shared/useTexts';
import { pathOf, type AnswerOf, type BodyOf, type DataOf, type QueryOf } from './call';
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
  document(number: string, id: string): Promise<Blob>;
  outbox(): Promise<DataOf<typeof listOutbox>>;
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

    return {
      desk: async () => (await read<AnswerOf<typeof getDesk>>(pathOf(getDesk))).data,
      cases: (query) => read<CaseList>(pathOf(listDeskCases), encodeAll(query)),
      case: async (number) => (await read<AnswerOf<typeof getDeskCase>>(pathOf(getDeskCase, { number }))).data,
      command: async (number, command) => (await send<AnswerOf<typeof commandDeskCase>>(pathOf(commandDeskCase, { number }), command)).data,
      commandMany: async (cases, command) =>
        (await send<AnswerOf<typeof commandManyDeskCases>>(pathOf(commandManyDeskCases), { cases, command })).data,
      outbox: async () => (await read<AnswerOf<typeof listOutbox>>(pathOf(listOutbox))).data,
      register: async (body, idempotencyKey) =>
        (await send<AnswerOf<typeof registerDeskCase>>(pathOf(registerDeskCase), body, { 'Idempotency-Key': idempotencyKey })).data,
      async document(number, id) {
        try {
          return (await get(pathOf(getDeskDocument, { number, id }), { headers, responseType: 'blob' })).data;
        } catch (error) {
          throw asFailure(error);
        }
      },
    };
  }, [get, post, language]);
}

/** Strapi's client writes query strings unencoded, so a typed "&" would start a parameter of its own. */
function encodeAll(query: CaseQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, encodeURIComponent(value ?? '')]));
}
