/** How long it takes to try a draft's rules on past cases: 100,000 cases of a service with 20 rules, in real PostgreSQL, sealed as they are in use. */
import { randomUUID } from 'node:crypto';
import { inNewInstallation, loadPlugin } from './installation.mts';

type Plugin = typeof import('../plugins/maklumat/server/services/replays') &
  typeof import('../plugins/maklumat/server/services/app') &
  typeof import('../plugins/maklumat/server/repositories/replays') &
  typeof import('../plugins/maklumat/server/repositories/versions') &
  typeof import('../plugins/maklumat/server/repositories/database') &
  typeof import('../plugins/maklumat/server/services/catalogue') &
  typeof import('../plugins/maklumat/core/rules/evaluate') &
  typeof import('../plugins/maklumat/core/rules/facts') &
  typeof import('../plugins/maklumat/core/definition/schema');

const batch = 1_000;
/** The answers repeat after this many cases. */
const period = 60;
const topics = Array.from({ length: 10 }, (_, index) => `topik-${index}`);

const modules = [
  'server/services/replays',
  'server/services/app',
  'server/repositories/replays',
  'server/repositories/versions',
  'server/repositories/database',
  'server/services/catalogue',
  'core/rules/evaluate',
  'core/rules/facts',
  'core/definition/schema',
];

/** A service with 20 rules: ten routes by topic, and ten that refuse, warn, promise and report on answers, dates and what is known of the world. */
function service(refuseFrom: number) {
  const is = (fact: string, value: unknown, operator = 'is') => ({ fact, operator, value });
  const rule = (key: string, when: object, then: object) => ({ key, when, then, sentence: `Aturan ${key} berlaku.` });
  const steps = [
    {
      key: 'ajukan',
      title: 'Ajukan',
      actor: { kind: 'applicant' },
      status: 'returned',
      outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'jawab' }],
    },
    {
      key: 'jawab',
      title: 'Jawab',
      actor: { kind: 'position', position: 'ppid' },
      status: 'processing',
      outcomes: [{ key: 'jawab', label: 'Jawab', end: 'completed' }],
    },
  ];
  return {
    format: 1,
    slug: 'uji-beban',
    name: 'Layanan untuk mengukur',
    summary: 'Layanan dengan dua puluh aturan untuk mengukur uji ulang.',
    agency: 'diskominfo-kota-probolinggo',
    decree: { number: '1', title: 'Ukur', date: '2026-01-01', signatory: 'Kepala' },
    effectiveFrom: '2026-01-01',
    standard: {
      servicePoint: { requirements: [], procedure: [], completionTime: '', fee: '', product: [], complaints: [] },
      manufacturing: {
        legalBasis: [],
        facilities: [],
        competence: [],
        supervision: [],
        staffing: '',
        guarantee: [],
        safety: [],
        evaluation: [],
      },
    },
    numberPrefix: 'UB',
    form: {
      sections: [
        {
          key: 'isi',
          title: 'Isi',
          fields: [
            { key: 'topik', type: 'choice', label: 'Topik', options: topics.map((value) => ({ value, label: value })) },
            { key: 'umur', type: 'number', label: 'Umur' },
            { key: 'acara', type: 'date', label: 'Tanggal acara' },
            { key: 'nama', type: 'text', label: 'Nama' },
          ],
        },
      ],
    },
    procedure: { intake: 'ppid', steps },
    clock: { start: 'receipt', duration: { amount: 10, unit: 'workingDays' }, basis: 'Ukur' },
    rules: [
      ...topics.map((topic) => rule(`rute-${topic}`, is('answers.topik', topic), { type: 'route', unit: 'ppid', position: 'ppid' })),
      rule('anak', is('answers.umur', refuseFrom, 'lessThan'), { type: 'refuse' }),
      rule('mendadak', { all: [is('daysUntil.acara', 3, 'lessThan'), is('answers.topik', 'topik-1')] }, { type: 'refuse' }),
      rule('libur', { not: is('onWorkingDay.acara', true) }, { type: 'warn' }),
      rule('malam', { any: [is('receivedTime', '16:00', 'after'), is('receivedTime', '07:30', 'before')] }, { type: 'warn' }),
      rule('dobel', is('openCases.sameService', 1, 'atLeast'), { type: 'warn' }),
      rule('segera', is('answers.topik', 'topik-2'), { type: 'promise', duration: { amount: 1, unit: 'workingDays' } }),
      rule('lapor', is('answers.topik', true, 'isFilled'), { type: 'escalate', after: 75, position: 'ppid' }),
      rule('tarif', is('answers.topik', ['topik-3', 'topik-4'], 'isOneOf'), { type: 'charge', amount: 5_000 }),
      rule('nama', is('answers.nama', true, 'isEmpty'), { type: 'require', field: 'nama' }),
      rule('kanal', is('channel', 'app'), { type: 'warn' }),
    ],
  };
}

export async function replay(size = 100_000): Promise<void> {
  await inNewInstallation(async (strapi) => {
    const plugin = loadPlugin<Plugin>(modules);
    const app = plugin.getApp(strapi);
    const db = plugin.database(strapi);
    const definition = plugin.ServiceDefinition.parse(service(17));
    await plugin.insertVersion(db, { number: 1, hash: 'bench', publishedBy: null, definition });
    const version = await plugin.findLatestVersion(db, definition.slug);
    if (!version) throw new Error('Versi ukur tidak tersimpan');

    const receivedAt = '2026-01-05T02:00:00Z';
    const answersOf = (index: number) => ({
      topik: topics[index % topics.length],
      umur: index % 60,
      acara: `2026-01-${String(6 + (index % 20)).padStart(2, '0')}`,
      nama: `Warga ${index}`,
    });
    const world = { 'openCases.all': 0, 'openCases.sameService': 0, 'applicant.registered': false };
    // What fired is worked out once for each of the cases that differ; the answers repeat after 60.
    const calendar = plugin.getCalendarOf(await app.catalogue.snapshot(), definition.agency);
    const fields = definition.form?.sections.flatMap((section) => section.fields) ?? [];
    const factsOf = (index: number) => plugin.caseFacts({ fields, answers: answersOf(index), receivedAt, calendar, channel: 'web', world });
    const fired = await Promise.all(
      Array.from({ length: period }, async (_, index) => {
        const decisions = await plugin.evaluateRules(definition.rules, factsOf(index));
        return decisions.fired.map(({ rule }) => rule);
      }),
    );
    for (let done = 0; done < size; done += batch) {
      const indexes = Array.from({ length: Math.min(batch, size - done) }, (_, offset) => done + offset);
      const rows = indexes.map((index) => ({
        number: `UB-2026-${String(index).padStart(6, '0')}`,
        service: definition.slug,
        version_id: version.id,
        agency: definition.agency,
        tracking_hash: 'bench',
        received_at: receivedAt,
        last_sequence: 1,
        status: 'processing',
      }));
      const cases: { id: string }[] = await db('maklumat_case').insert(rows).returning('id');
      await db('maklumat_case_event').insert(
        cases.map(({ id }, offset) => ({
          case_id: id,
          sequence: 1,
          type: 'submitted',
          at: receivedAt,
          actor: JSON.stringify({ kind: 'applicant' }),
          data: JSON.stringify({
            receivedAt,
            channel: 'web',
            route: { unit: 'ppid', position: 'ppid', rule: 'rute', sentence: 'Ditangani PPID.' },
            explanation: [],
            world,
            fired: fired[(done + offset) % period],
          }),
          hash: 'bench',
        })),
      );
      await db('maklumat_case_personal').insert(
        cases.map(({ id }, offset) => ({ case_id: id, sequence: 1, sealed: app.vault.seal({ answers: answersOf(done + offset) }) })),
      );
    }

    const draft = plugin.ServiceDefinition.parse(service(18));
    const id = randomUUID();
    await plugin.insertReplay(db, { id, definition: draft, total: size, requestedBy: 'bench' });
    const begin = performance.now();
    await plugin.runReplay(app, id);
    const seconds = (performance.now() - begin) / 1_000;
    const result = await plugin.findReplay(db, id);

    // What the rules alone cost, on facts that are ready: the rest of the replay is reading, opening and working facts out.
    const sample = Math.min(size, 10_000);
    const ready = Array.from({ length: period }, (_, index) => factsOf(index));
    const bareBegin = performance.now();
    for (let index = 0; index < sample; index += 1) {
      await plugin.evaluateRules(draft.rules, ready[index % period] ?? {});
    }
    const bare = ((performance.now() - bareBegin) / 1_000 / sample) * size;

    console.log(
      `Uji ulang ${size} perkara, ${draft.rules.length} aturan: ${seconds.toFixed(1)} detik, ${Math.round(size / seconds)} perkara per detik`,
    );
    console.log(`  keadaan ${result?.state ?? '?'}, ${result?.done ?? 0} diuji, ${result?.differing ?? 0} berbeda`);
    console.log(`  aturan saja: ${bare.toFixed(1)} detik; seluruhnya ${(seconds / bare).toFixed(2)} × itu`);
  });
}
