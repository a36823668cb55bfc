import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { compareDefinition, lintDefinition, listDefinitions } from '../../../contracts/definitions';
import { cancelReplay, getReplay, startReplay, type Replay } from '../../../contracts/replays';
import { useTexts } from '../shared/useTexts';
import { pathOf, type AnswerOf, type BodyOf, type DataOf } from './call';
import { asFailure } from './failure';

export type Definition = DataOf<typeof listDefinitions>[number];
export type Comparison = DataOf<typeof compareDefinition>;
type Finding = DataOf<typeof lintDefinition>['findings'][number];

export interface DefinitionsApi {
  list(): Promise<Definition[]>;
  compare(slug: string, from: string, to: string): Promise<Comparison>;
  lint(slug: string, draft: NonNullable<BodyOf<typeof lintDefinition>['draft']>): Promise<Finding[]>;
  /** Asks for a replay of the saved draft over all past cases of the service. */
  startReplay(slug: string): Promise<Replay>;
  replay(id: string): Promise<Replay>;
  cancelReplay(id: string): Promise<Replay>;
}

/** The calls about definitions, with the admin session of who edits them. Every one of them throws a `CallFailure`. */
export function useDefinitionsApi(): DefinitionsApi {
  const { get, post } = useFetchClient();
  const { language } = useTexts();
  return useMemo(() => {
    const headers = { 'Accept-Language': language };
    async function answered<T>(call: Promise<{ data: { data: T } }>): Promise<T> {
      try {
        return (await call).data.data;
      } catch (error) {
        throw asFailure(error);
      }
    }
    return {
      list: () => answered(get<AnswerOf<typeof listDefinitions>>(pathOf(listDefinitions), { headers })),
      compare: (slug, from, to) =>
        answered(get<AnswerOf<typeof compareDefinition>>(pathOf(compareDefinition, { slug }), { headers, params: { from, to } })),
      lint: async (slug, draft) =>
        (await answered(post<AnswerOf<typeof lintDefinition>>(pathOf(lintDefinition, { slug }), { draft }, { headers }))).findings,
      startReplay: (slug) => answered(post<AnswerOf<typeof startReplay>>(pathOf(startReplay, { slug }), {}, { headers })),
      replay: (id) => answered(get<AnswerOf<typeof getReplay>>(pathOf(getReplay, { id }), { headers })),
      cancelReplay: (id) => answered(post<AnswerOf<typeof cancelReplay>>(pathOf(cancelReplay, { id }), {}, { headers })),
    };
  }, [get, post, language]);
}
