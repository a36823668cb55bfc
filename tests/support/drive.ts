import type { Field } from '../../plugins/maklumat/core/form/schema';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { formFields } from '../../plugins/maklumat/core/form/files';
import type { Api } from './http';
import { aFile, aMoment, type Plan, type PlannedMove } from './plans';
import { upload } from './requests';

/** What a driven case is at one moment, as its applicant reads it. */
export interface ReadCase {
  sequence: number;
  status: string;
  step: { key: string } | null;
  result: string | null;
  documents: { id: string; kind: string; title: string }[];
  secrets: { id: string; label: string; opened: boolean }[];
  links: { number: string; service: string }[];
  reservations: { resource: string; from: string; to: string; offered: boolean }[];
  timeline: { sentence: string; documents?: string[] }[];
  deadline: { state: string; at: string };
}

/** A day of its own for every slot that is asked for, so that no two cases meet. */
export function slots(firstDay: string): () => string {
  let day = 0;
  return () => {
    day += 1;
    return new Date(Date.parse(`${firstDay}T02:00:00Z`) + day * 86_400_000).toISOString();
  };
}

export interface Driver {
  anyone: Api;
  staff: Api;
  /** The next slot that nobody has. */
  slot: () => string;
  /** The code of a document that a form asks for. */
  documentCode: () => string;
}

const isFile = (field: Field): boolean => field.type === 'file' || field.type === 'image';

/** Answers of an example made real: files uploaded, slots and names that must be one of a kind made so. */
async function realAnswers(
  driver: Driver,
  fields: readonly Field[],
  answers: Record<string, unknown>,
  suffix: string,
): Promise<Record<string, unknown>> {
  const real: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(answers)) {
    const field = fields.find((candidate) => candidate.key === key);
    if (field && isFile(field)) {
      const ids: string[] = [];
      for (const _id of [value].flat()) ids.push(await upload(driver.anyone, `${key}.pdf`));
      real[key] = Array.isArray(value) ? ids : ids[0];
    } else if (field?.type === 'group' && Array.isArray(value)) {
      const items: Record<string, unknown>[] = [];
      for (const item of value as Record<string, unknown>[]) items.push(await realAnswers(driver, field.fields, item, suffix));
      real[key] = items;
    } else if (field?.type === 'dateTime' || value === aMoment) real[key] = driver.slot();
    else if (field?.type === 'date' && field.earliest === 'today') real[key] = driver.slot().slice(0, 10);
    else if (field?.type === 'text' && field.unique) real[key] = `${String(value)}${suffix}`;
    else if (field?.type === 'text' && field.documentCode) real[key] = driver.documentCode();
    else real[key] = value === aFile ? await upload(driver.anyone, `${key}.pdf`) : value;
  }
  return real;
}

async function answered<T>(call: Promise<{ status: number; body: unknown }>, what: string, status: number): Promise<T> {
  const response = await call;
  if (response.status !== status) throw new Error(`${what} answered ${response.status}: ${JSON.stringify(response.body)}`);
  return (response.body as { data: T }).data;
}

export interface Filed {
  number: string;
  trackingToken: string;
  status: string;
  links: { number: string; service: string }[];
}

let filings = 0;

/** Files the example of a plan over the public REST endpoint. */
export async function file(driver: Driver, definition: OperableDefinition, plan: Plan): Promise<Filed> {
  filings += 1;
  const answers = await realAnswers(driver, formFields(definition.form), plan.example.answers, String(filings));
  return answered(driver.anyone.post('/api/cases').send({ service: definition.slug, answers }), `filing ${plan.example.name}`, 201);
}

export const read = (driver: Driver, { number, trackingToken }: Filed): Promise<ReadCase> =>
  answered(driver.anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', trackingToken), `reading ${number}`, 200);

const reason = 'Alasan yang ditulis petugas dalam uji ini.';

/** Makes one move, by the applicant over the public endpoint or by an officer over the desk, and reads the case again. */
export async function move(driver: Driver, definition: OperableDefinition, filed: Filed, planned: PlannedMove): Promise<ReadCase> {
  const { sequence } = await read(driver, filed);
  const fields = definition.procedure.steps
    .find(({ key }) => key === planned.step)
    ?.outcomes.find(({ key }) => key === planned.outcome)?.fields;
  const answers = await realAnswers(driver, fields ?? [], planned.answers, String(filings));
  const decision = {
    type: 'decide',
    step: planned.step,
    outcome: planned.outcome,
    answers,
    ...(planned.reason ? { reason } : {}),
    expectedSequence: sequence,
  };
  const what = `${filed.number} ${planned.step}.${planned.outcome}`;
  if (!planned.byApplicant) {
    await answered(driver.staff.post(`/maklumat/desk/cases/${filed.number}/commands`).send(decision), what, 200);
  } else {
    const command = planned.supplies ? { type: 'supply', answers: {}, expectedSequence: sequence } : decision;
    const call = driver.anyone.post(`/api/cases/${filed.number}/commands`).set('X-Tracking-Token', filed.trackingToken);
    await answered(call.send(command), what, 200);
  }
  return read(driver, filed);
}
