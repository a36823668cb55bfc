import { atZone, dateIn } from '../calendar/calendar';
import { deadline } from '../calendar/deadline';
import type { Calendar } from '../calendar/schema';
import { answeredInstant, filing } from '../case/state';
import { formFields } from '../form/files';
import { validateAnswers } from '../form/validate';
import { formatRupiah } from '../language/amount';
import { differences as text, exampleFindings } from '../language/lint/examples';
import { isBlank } from '../rules/operators';
import type { Facts } from '../rules/conditions';
import { evaluateRules } from '../rules/evaluate';
import { caseFacts, fileFacts } from '../rules/facts';
import { factTypes } from '../rules/factTypes';
import { feeOf } from '../rules/fee';
import { at, type Finding } from './lint/finding';
import { isOperable, type Example, type OperableDefinition, type ServiceDefinition } from './schema';

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join('\n') === [...b].sort().join('\n');
const feeInWords = (amount: number | null): string => (amount === null ? text.unset : formatRupiah(amount));

/** The world of an example: nobody registered, no other open case, every slot free, files of which only the number is known, unless it supposes otherwise. */
function supposedWorld(definition: OperableDefinition, { answers, facts }: Example): Facts {
  const answered = (name = ''): boolean => !isBlank(answers[name.replace('answers.', '')]);
  const slots = [...factTypes(definition)].filter(([name, type]) => name.startsWith('bookings.') && answered(type.follows));
  return {
    'applicant.registered': false,
    'openCases.sameService': 0,
    'openCases.all': 0,
    ...Object.fromEntries(slots.map(([name]) => [name, true])),
    ...fileFacts(formFields(definition.form), answers, {}),
    ...facts,
  };
}

/** What comes out of an example, in the terms of its expectations. */
async function outcomeOf(definition: OperableDefinition, calendar: Calendar, areas: ReadonlySet<string>, example: Example) {
  const { form, rules, clock } = definition;
  const receivedAt = atZone(example.at, calendar.zone);
  const checked = validateAnswers({ form, answers: example.answers, areas, today: dateIn(receivedAt, calendar.zone) });
  const answers = checked.ok ? checked.answers : example.answers;
  const world = supposedWorld(definition, example);
  const channel = world.channel === 'counter' || world.channel === 'app' ? world.channel : 'web';
  const facts = caseFacts({ fields: formFields(form), answers, receivedAt, calendar, channel, world });
  const decisions = await evaluateRules(rules, facts);
  const state = { answers, decisions: {}, world, channel } as const;
  const startedAt = clock.startField === undefined ? null : (answeredInstant(state, clock.startField) ?? null);
  const history = { startedAt, pauses: [], extensions: [], promise: decisions.promise?.duration ?? null };
  return {
    decisions,
    invalid: checked.ok ? [] : Object.keys(checked.fields),
    fee: feeOf(decisions.charges, facts, {}).total,
    step: filing(definition, state).step?.key ?? null,
    deadline: deadline({ calendar, clock, receivedAt, history }).at,
  };
}

type Came = Awaited<ReturnType<typeof outcomeOf>>;

function differences({ expect }: Example, { decisions, invalid, fee, step, deadline: due }: Came): string[] {
  const { route } = decisions;
  const eligible = decisions.refusals.length === 0;
  const ruled = (what: Parameters<typeof text.keys>[0], came: readonly string[], expected: readonly string[] | undefined): string[] =>
    expected === undefined || same([...new Set(came)], expected) ? [] : [text.keys(what, came, expected)];
  const aimed = (what: Parameters<typeof text.target>[0], came: string | null | undefined, expected: string | undefined): string[] =>
    expected === undefined || came === expected ? [] : [text.target(what, came, expected)];
  return [
    ...(eligible === expect.eligible ? [] : [text.eligible(expect.eligible)]),
    ...ruled('isian yang ditolak', invalid, expect.invalid ?? []),
    ...ruled(
      'aturan yang menolak',
      decisions.refusals.map(({ rule }) => rule),
      expect.refusals,
    ),
    ...ruled(
      'aturan yang memperingatkan',
      decisions.warnings.map(({ rule }) => rule),
      expect.warnings,
    ),
    ...ruled(
      'isian yang diminta aturan',
      decisions.requires.map(({ field }) => field),
      expect.requires,
    ),
    ...aimed('jabatan tujuan', route?.position, expect.position),
    ...aimed('bidang tujuan', route?.unit, expect.unit),
    ...aimed('langkah', step, expect.step),
    ...(expect.fee === undefined || expect.fee === fee ? [] : [text.fee(feeInWords(fee), feeInWords(expect.fee))]),
    ...(expect.deadline === undefined || Date.parse(expect.deadline) === Date.parse(due) ? [] : [text.deadline(due, expect.deadline)]),
  ];
}

/**
 * Runs a definition's own examples against it; each one that comes out otherwise is a finding.
 *
 * What an example does not expect is not looked at, but for invalid fields: where it names none, there must be none. Rates count as not set, so that an amount entered in the rate table never turns an example wrong.
 * A deadline whose clock begins later is the provisional one, as if it began at the receipt.
 */
export async function runExamples(definition: ServiceDefinition, calendar: Calendar, areas: ReadonlySet<string>): Promise<Finding[]> {
  if (!isOperable(definition)) return [];
  const findings = definition.examples.map(async (example, index): Promise<Finding[]> => {
    const where = `examples.${index}`;
    try {
      const wrong = differences(example, await outcomeOf(definition, calendar, areas, example));
      return wrong.length === 0 ? [] : [at(where, exampleFindings.failed(example.name, wrong))];
    } catch (error) {
      if (error instanceof RangeError) return [at(where, exampleFindings.broken(example.name))];
      throw error;
    }
  });
  return (await Promise.all(findings)).flat();
}
