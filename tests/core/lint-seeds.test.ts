import { gate } from '../../plugins/maklumat/core/definition/lint';
import { seededCalendar } from './seededCalendars';
import { seededAgencies, seededAreas, seededKnown, seededServices } from './seededServices';

describe('the gate', () => {
  it.each(seededServices.map((definition) => [definition.slug, definition] as const))('lets %s out', async (_slug, definition) => {
    const slug = seededAgencies.find((agency) => agency.slug === definition.agency)?.calendar;
    const calendar = seededCalendar(slug === 'provinsi-kalimantan-utara' ? slug : 'kota-probolinggo');
    const findings = await gate(definition, { known: seededKnown, calendar, areas: seededAreas });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // No rates are invented: their absence is the only thing to be warned of.
    expect(findings.filter(({ what }) => !what.startsWith('Tarif'))).toEqual([]);
  });
});
