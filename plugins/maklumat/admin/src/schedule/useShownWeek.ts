import { useSearchParams } from 'react-router-dom';
import { z } from 'zod';
import type { Resource } from '../../../contracts/resources';
import { weekAround } from '../../../core/booking/week';
import { dateIn } from '../../../core/calendar/calendar';

const Day = z.iso.date();

export interface ShownWeek {
  resource: Resource | undefined;
  /** YYYY-MM-DD in the resource's zone, as all dates here. */
  today: string;
  first: string;
  last: string;
  show: (resource: string) => void;
  /** Weeks from the one shown; none for the week of today. */
  move: (weeks?: number) => void;
}

/** Which resource and week are shown, kept in the address so that the back button and a shared link bring the same. */
export function useShownWeek(resources: readonly Resource[]): ShownWeek {
  const [params, setParams] = useSearchParams();
  const resource = resources.find(({ slug }) => slug === params.get('sumber')) ?? resources[0];
  const today = dateIn(new Date().toISOString(), resource?.zone ?? 'Asia/Jakarta');
  const asked = Day.safeParse(params.get('minggu'));
  const { first, last } = weekAround(asked.success ? asked.data : today);
  const ask = (change: Record<string, string>): void =>
    setParams((before) => ({ ...Object.fromEntries(before.entries()), ...change }), { preventScrollReset: true });
  return {
    resource,
    today,
    first,
    last,
    show: (slug) => ask({ sumber: slug }),
    move: (weeks) => ask({ minggu: weeks === undefined ? weekAround(today).first : weekAround(first, weeks).first }),
  };
}
