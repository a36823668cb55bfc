import { listCharters } from '$contracts/charters';
import { listServices, type ServiceSummary } from '$contracts/services';
import { get } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const longestSearch = 200;

function byAgency(services: readonly ServiceSummary[]): { agency: ServiceSummary['agency']; services: ServiceSummary[] }[] {
  const groups = new Map<string, { agency: ServiceSummary['agency']; services: ServiceSummary[] }>();
  for (const service of services) {
    const group = groups.get(service.agency.slug) ?? { agency: service.agency, services: [] };
    group.services.push(service);
    groups.set(service.agency.slug, group);
  }
  // What can be applied for here comes first; the order of the contract holds otherwise.
  const rank = ({ services: members }: { services: ServiceSummary[] }): number => Number(!members.some((service) => service.operable));
  for (const group of groups.values()) group.services.sort((one, other) => Number(other.operable) - Number(one.operable));
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

export const load: PageServerLoad = async ({ url, locals: { language } }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, longestSearch);
  const [services, charters] = await Promise.all([get(listServices, { language, query: q ? { q } : {} }), get(listCharters, { language })]);
  return { q, count: services.length, groups: byAgency(services), charter: charters[0] ?? null };
};
