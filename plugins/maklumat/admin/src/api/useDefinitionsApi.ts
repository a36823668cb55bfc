import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { compareDefinition, lintDefinition, listDefinitions } from '../../../contracts/definitions';
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
    };
  }, [get, post, language]);
}
