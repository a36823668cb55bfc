import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { listResourceBookings, listResources, type Resource } from '../../../contracts/resources';
import { useTexts } from '../shared/useTexts';
import { pathOf, type AnswerOf, type DataOf } from './call';
import { asFailure } from './failure';

export type Schedule = DataOf<typeof listResourceBookings>;

export interface SchedulesApi {
  resources(): Promise<Resource[]>;
  /** Days are YYYY-MM-DD in the zone of the resource's agency, both included. */
  schedule(slug: string, first: string, last: string): Promise<Schedule>;
}

/** The staff's calls about what is booked, with the officer's admin session. Every one of them throws a `CallFailure`. */
export function useSchedulesApi(): SchedulesApi {
  const { get } = useFetchClient();
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
      resources: () => answered(get<AnswerOf<typeof listResources>>(pathOf(listResources), { headers })),
      schedule: (slug, from, to) =>
        answered(get<AnswerOf<typeof listResourceBookings>>(pathOf(listResourceBookings, { slug }), { headers, params: { from, to } })),
    };
  }, [get, language]);
}
