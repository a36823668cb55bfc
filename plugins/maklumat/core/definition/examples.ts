import { atZone, dateIn } from '../calendar/calendar';
import { deadline } from '../calendar/deadline';
import type { Calendar } from '../calendar/schema';
import { validateAnswers } from '../form/validate';
import { evaluateRules } from '../rules/evaluate';
import { caseFacts } from '../rules/facts';
import type { Finding } from './lint';
import { isOperable, type Example, type OperableDefinition, type ServiceDefinition } from './schema';

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join('\n') === [...b].sort().join('\n');

async function runExample(
  definition: OperableDefinition,
  calendar: Calendar,
  areas: ReadonlySet<string>,
  example: Example,
): Promise<string[]> {
  const { expect } = example;
  const receivedAt = atZone(example.at, calendar.zone);
  const checked = validateAnswers({ form: definition.form, answers: example.answers, areas, today: dateIn(receivedAt, calendar.zone) });
  const invalid = checked.ok ? [] : Object.keys(checked.fields);
  const decisions = await evaluateRules(
    definition.rules,
    caseFacts({ answers: checked.ok ? checked.answers : example.answers, receivedAt, calendar }),
  );
  const refusals = decisions.refusals.map((refusal) => refusal.rule);
  const eligible = refusals.length === 0;
  const due = deadline({ calendar, clock: definition.clock, receivedAt }).at;
  return [
    ...(eligible === expect.eligible
      ? []
      : [`seharusnya ${expect.eligible ? 'memenuhi' : 'tidak memenuhi'} syarat, ternyata ${eligible ? 'memenuhi' : 'tidak memenuhi'}`]),
    ...(same(expect.invalid ?? invalid, invalid) ? [] : [`isian yang ditolak: ${invalid.join(', ') || 'tidak ada'}`]),
    ...(same(expect.refusals ?? refusals, refusals) ? [] : [`aturan yang menolak: ${refusals.join(', ') || 'tidak ada'}`]),
    ...(expect.position === undefined || decisions.route?.position === expect.position
      ? []
      : [`tujuannya ${decisions.route?.position ?? 'tidak ada'}, bukan ${expect.position}`]),
    ...(expect.deadline === undefined || Date.parse(expect.deadline) === Date.parse(due)
      ? []
      : [`tenggatnya ${due}, bukan ${expect.deadline}`]),
  ];
}

/** Runs a definition's own examples against it; each one that comes out otherwise is a finding. */
export async function runExamples(definition: ServiceDefinition, calendar: Calendar, areas: ReadonlySet<string>): Promise<Finding[]> {
  if (!isOperable(definition)) return [];
  const results = await Promise.all(
    definition.examples.map(async (example, index) => ({ index, example, wrong: await runExample(definition, calendar, areas, example) })),
  );
  return results
    .filter(({ wrong }) => wrong.length > 0)
    .map(({ index, example, wrong }) => ({
      where: `examples.${index}`,
      what: `Contoh "${example.name}": ${wrong.join('; ')}.`,
      mend: 'Perbaiki aturan atau formulirnya, atau hasil yang diharapkan pada contoh.',
    }));
}
