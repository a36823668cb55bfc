import { useSearchParams } from 'react-router-dom';
import { CaseStatus } from '../../../core/case/status';
import type { QueueName } from '../../../core/language/desk';
import type { CaseQuery } from '../api/useDeskApi';

export const queueNames = ['mine', 'unit', 'overdue', 'due-soon', 'unassigned', 'all'] as const satisfies readonly QueueName[];

export interface QueueQuery {
  queue: QueueName;
  service: string;
  status: CaseStatus | '';
  q: string;
  page: string;
  pageSize: string;
}

/** The list's question, kept in the address so that the browser's back button and a shared link bring the same list. */
export function useQueueQuery(fallback: QueueName): {
  query: QueueQuery;
  ask: (change: Partial<QueueQuery>) => void;
  asked: CaseQuery;
  filtered: boolean;
} {
  const [params, setParams] = useSearchParams();
  const status = CaseStatus.safeParse(params.get('status'));
  const query: QueueQuery = {
    queue: queueNames.find((name) => name === params.get('queue')) ?? fallback,
    service: params.get('service') ?? '',
    status: status.success ? status.data : '',
    q: params.get('q') ?? '',
    page: params.get('page') ?? '1',
    pageSize: params.get('pageSize') ?? '20',
  };
  const ask = (change: Partial<QueueQuery>) => {
    const next = { ...query, page: '1', ...change };
    setParams(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  };
  const { queue, page, pageSize, ...filters } = query;
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  return { query, ask, asked: { queue, page, pageSize, ...given }, filtered: Object.keys(given).length > 0 };
}
