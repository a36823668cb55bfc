import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOperable, ServiceDefinition, type Example, type OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { file, move, read, slots, type Driver, type ReadCase } from '../support/drive';
import { api, type Api } from '../support/http';
import { outcomesOf, plansOf, type Plan } from '../support/plans';
import { wordsOf } from '../support/requests';
import { root } from '../support/root';

const folder = join(root, 'database', 'seeds', 'services');
const definitions = readdirSync(folder)
  .sort()
  .map((name) => ServiceDefinition.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  .filter((definition): definition is OperableDefinition => isOperable(definition) && definition.listed);

let app: App;
let driver: Driver;
let anyone: Api;
let staff: Api;
let code = '';

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-07-06T09:00:00+07:00');
  anyone = await api(app.url);
  staff = await api(app.url, bearer(await logIn(app.url)));
  driver = { anyone, staff, slot: slots('2026-08-01'), documentCode: () => code };
});
afterAll(() => app.stop());

interface Assessed {
  eligible: boolean;
  refusals: { rule: string; sentence: string }[];
  warnings: { rule: string }[];
  requires: { field: string }[];
  route: { unit: string; position: string; sentence: string } | null;
  deadline: { at: string; steps: { sentence: string }[] };
  fee: { amount: number | null; sentence: string };
  step: { key: string } | null;
  invalid: Record<string, string[]>;
}

/** What an assessment must say for an example: each expectation that the example states, and nothing about the others. */
function expected({ expect: wanted }: Example) {
  const rules = (keys: string[] | undefined) => keys && [...keys].sort();
  return {
    eligible: wanted.eligible,
    invalid: rules(wanted.invalid),
    refusals: rules(wanted.refusals),
    warnings: rules(wanted.warnings),
    requires: rules(wanted.requires),
    position: wanted.position,
    unit: wanted.unit,
    fee: wanted.fee,
    step: wanted.step,
    deadline: wanted.deadline === undefined ? undefined : Date.parse(wanted.deadline),
  };
}

function stated(assessed: Assessed, wanted: ReturnType<typeof expected>): ReturnType<typeof expected> {
  const only = <T>(asked: unknown, value: T): T | undefined => (asked === undefined ? undefined : value);
  return {
    eligible: assessed.eligible,
    invalid: only(wanted.invalid, Object.keys(assessed.invalid).sort()),
    refusals: only(wanted.refusals, assessed.refusals.map(({ rule }) => rule).sort()),
    warnings: only(wanted.warnings, assessed.warnings.map(({ rule }) => rule).sort()),
    requires: only(wanted.requires, assessed.requires.map(({ field }) => field).sort()),
    position: only(wanted.position, assessed.route?.position),
    unit: only(wanted.unit, assessed.route?.unit),
    fee: only(wanted.fee, assessed.fee.amount),
    step: only(wanted.step, assessed.step?.key),
    deadline: only(wanted.deadline, Date.parse(assessed.deadline.at)),
  };
}

describe.each(definitions.map((definition) => [definition.slug, definition] as const))('%s: its examples', (slug, definition) => {
  it.each(definition.examples.map((example) => [example.name, example] as const))('%s', async (_name, example) => {
    const { answers, at, facts } = example;
    // Supposed facts are for editors: a simulation of the draft, which is what was published.
    const supposes = Object.keys(facts).length > 0;
    const { body } = supposes
      ? await staff.post(`/maklumat/definitions/${slug}/simulate`).send({ answers, at, facts }).expect(200)
      : await anyone.post(`/api/services/${slug}/assessments`).send({ answers, at }).expect(200);
    const assessed = (body as { data: Assessed }).data;
    const wanted = expected(example);
    expect(stated(assessed, wanted)).toEqual(wanted);
    expect(assessed.deadline.steps.every(({ sentence }) => sentence.length > 10)).toBe(true);
  });
});

const issued = ({ documents }: ReadCase) => documents.filter(({ kind }) => kind === 'issued');

/** Drives a plan to its end; after every move the case must be where the procedure says, and every paper must open. */
async function drive(definition: OperableDefinition, plan: Plan): Promise<ReadCase> {
  const filed = await file(driver, definition, plan);
  for (const planned of plan.moves) {
    const now = await move(driver, definition, filed, planned);
    expect({ after: `${planned.step}.${planned.outcome}`, step: now.step?.key ?? null, status: now.status }).toEqual({
      after: `${planned.step}.${planned.outcome}`,
      ...planned.then,
    });
  }
  const ended = await read(driver, filed);
  for (const { id, kind } of ended.documents) {
    const { body } = await anyone
      .get(`/api/cases/${filed.number}/documents/${id}`)
      .set('X-Tracking-Token', filed.trackingToken)
      .expect(200);
    expect(await wordsOf(body as Buffer)).toContain(kind === 'attachment' ? '.pdf' : filed.number);
    expect(kind === 'attachment' ? '' : await wordsOf(body as Buffer)).not.toMatch(/\{[a-zA-Z.]+\}|undefined/);
  }
  for (const { id, label, opened } of ended.secrets) {
    expect(opened).toBe(false);
    const open = () => anyone.post(`/api/cases/${filed.number}/secrets/${id}`).set('X-Tracking-Token', filed.trackingToken);
    expect((await open().expect(200)).body).toMatchObject({ data: { label } });
    await open().expect(409);
  }
  return ended;
}

describe.each(definitions.map((definition) => [definition.slug, definition] as const))('%s: from filing to the end', (slug, definition) => {
  const plans = plansOf(definition);

  beforeAll(async () => {
    if (slug === 'iklan-radio') {
      // The seeds ship no rates: the office fills its rate table in, as it would in the CMS.
      const rate = {
        key: 'iklan-komersial-radio',
        name: 'Iklan komersial',
        unit: 'per siar',
        amount: 50_000,
        effectiveFrom: '2026-01-01',
        basis: 'Perwali',
      };
      const headers = { 'Content-Type': 'application/json', ...bearer(await logIn(app.url)) };
      const made = await fetch(`${app.url}/content-manager/collection-types/plugin::maklumat.rate`, {
        method: 'POST',
        headers,
        body: JSON.stringify(rate),
      });
      expect(made.status).toBe(201);
    }
    if (slug === 'pendaftaran-sistem-elektronik') {
      const source = definitions.find((candidate) => candidate.slug === 'rekomendasi-aplikasi');
      const recommended = source && plansOf(source).find(({ moves }) => moves.at(-1)?.then.status === 'completed');
      if (!source || !recommended) throw new Error('No plan leads to a recommendation');
      code = issued(await drive(source, recommended)).find(({ title }) => /rekomendasi/i.test(title))?.id ?? '';
    }
  });

  it('is planned along every outcome of every step', () => {
    const covered = new Set(plans.flatMap(({ covers }) => covers));
    expect(outcomesOf(definition).filter((outcome) => !covered.has(outcome))).toEqual([]);
  });

  it.each(plans.map((plan, index) => [`${index + 1}: ${plan.moves.map(({ outcome }) => outcome).join(' → ')}`, plan] as const))(
    '%s',
    async (_name, plan) => {
      const ended = await drive(definition, plan);
      expect(ended.step).toBeNull();
      expect(['met', 'missed']).toContain(ended.deadline.state);
    },
  );
});
