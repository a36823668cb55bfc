import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { listOutbox } from '../../../contracts/outbox';
import { listRetentionRuns, type RetentionRun } from '../../../contracts/retention';
import { decideVerification, listVerifications } from '../../../contracts/verifications';
import { useTexts } from '../shared/useTexts';
import { pathOf, type AnswerOf, type BodyOf, type DataOf, type QueryOf } from './call';
import { asFailure } from './failure';

export type Message = DataOf<typeof listOutbox>[number];
export type Waiting = AnswerOf<typeof listVerifications>;
export type Decision = BodyOf<typeof decideVerification>;

export interface CitizensApi {
  /** Undefined where the installation shows no outbox. */
  outbox(): Promise<Message[] | undefined>;
  /** Whoever is answered here is recorded as read by this officer. */
  verifications(query: QueryOf<typeof listVerifications>): Promise<Waiting>;
  decide(id: string, decision: Decision): Promise<void>;
  retentionRuns(): Promise<RetentionRun[]>;
}

/** The staff's calls about citizens' accounts and data, with the admin session. Every one of them throws a `CallFailure`. */
export function useCitizensApi(): CitizensApi {
  const { get, post } = useFetchClient();
  const { language } = useTexts();
  return useMemo(() => {
    const headers = { 'Accept-Language': language };
    async function answered<T>(call: Promise<{ data: T }>): Promise<T> {
      try {
        return (await call).data;
      } catch (error) {
        throw asFailure(error);
      }
    }
    return {
      async outbox() {
        try {
          return (await answered(get<AnswerOf<typeof listOutbox>>(pathOf(listOutbox), { headers }))).data;
        } catch (error) {
          if (asFailure(error).kind === 'not-found') return undefined;
          throw error;
        }
      },
      verifications: (params) => answered(get<Waiting>(pathOf(listVerifications), { headers, params })),
      async decide(id, decision) {
        await answered(post(pathOf(decideVerification, { id }), decision, { headers }));
      },
      retentionRuns: async () => (await answered(get<AnswerOf<typeof listRetentionRuns>>(pathOf(listRetentionRuns), { headers }))).data,
    };
  }, [get, post, language]);
}
