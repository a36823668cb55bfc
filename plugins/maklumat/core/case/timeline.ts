import { atZone } from '../calendar/calendar';
import { deadline } from '../calendar/deadline';
import type { Outcome } from '../definition/procedure';
import type { Answers, SimpleField } from '../form/schema';
import { formatRupiah, formatSlot } from '../language/amount';
import { formatInstant } from '../language/calendar';
import { caseText } from '../language/case';
import { privacyText } from '../language/privacy';
import { answerText, valuesOf } from './answers';
import type { CaseEvent } from './events';
import { clockHistory, fold, type CaseState } from './state';
import { getOutcome, getStep } from './travel';
import type { ViewContext } from './view';

export interface TimelineEntry {
  sequence: number;
  at: string;
  by: string;
  sentence: string;
  reason?: string;
  details?: { label: string; value: string }[];
  documents?: string[];
}

/** Who reads: the applicant, the office, or an officer who is kept from what is confidential. */
export interface Reader {
  audience: 'applicant' | 'office';
  blind?: boolean;
}

const isUpload = (field: SimpleField): boolean => field.type === 'file' || field.type === 'image';

const readable = (field: SimpleField, audience: 'applicant' | 'office'): boolean => audience === 'office' || field.audience === 'applicant';

function decidedDetails(
  outcome: Outcome,
  answers: Answers,
  { audience, blind }: Reader,
  context: ViewContext,
): Pick<TimelineEntry, 'details' | 'documents'> {
  const fields = outcome.fields.filter(
    (field) => readable(field, audience) && !(blind && field.confidential) && answers[field.key] !== undefined,
  );
  const details = fields
    .filter((field) => !isUpload(field))
    .map((field) => ({ label: field.label, value: answerText(field, answers[field.key], context) }));
  const documents = fields.filter(isUpload).flatMap((field) => valuesOf(answers[field.key]));
  return { ...(details.length > 0 ? { details } : {}), ...(documents.length > 0 ? { documents } : {}) };
}

function byline(event: CaseEvent, context: ViewContext, audience: 'applicant' | 'office'): string {
  const text = caseText[context.language].by;
  const { actor } = event;
  if (actor.kind === 'applicant') return text.applicant;
  if (actor.kind === 'system') return text.system;
  const position = actor.position === null ? text.staff : context.positionName(actor.position);
  const label = actor.forApplicant ? text.counter(position) : position;
  return audience === 'office' ? `${label} (${actor.name})` : label;
}

function describe(
  event: CaseEvent,
  extensionsBefore: { at: string }[],
  state: CaseState,
  context: ViewContext,
  reader: Reader,
): Omit<TimelineEntry, 'sequence' | 'at' | 'by'> | undefined {
  const { audience } = reader;
  const { definition, calendar, language } = context;
  const text = caseText[language].event;
  const { fact } = event;
  switch (fact.type) {
    case 'submitted':
      return { sentence: text.submitted(fact.channel) };
    case 'supplied':
      return { sentence: text.supplied };
    case 'decided': {
      const step = getStep(definition, fact.step);
      const outcome = getOutcome(step, fact.outcome);
      return {
        sentence: outcome.sentence ?? `${step.title}: ${outcome.label}`,
        ...(fact.reason ? { reason: fact.reason } : {}),
        ...decidedDetails(outcome, fact.answers, reader, context),
      };
    }
    case 'extended': {
      const due = deadline({
        calendar,
        clock: definition.clock,
        receivedAt: state.receivedAt,
        now: event.at,
        history: { ...clockHistory(definition, state), extensions: [...extensionsBefore, { at: event.at }] },
        language,
      });
      return { sentence: text.extended(formatInstant(due.at, calendar.zone, language)), reason: fact.reason };
    }
    case 'withdrawn':
      return { sentence: text.withdrawn, ...(fact.reason ? { reason: fact.reason } : {}) };
    case 'messaged':
      return { sentence: text.messaged, reason: event.erased ? privacyText[language].gone : fact.text };
    case 'attached':
      if (audience === 'applicant' && fact.audience === 'office') return undefined;
      return { sentence: text.attached(event.erased ? privacyText[language].gone : fact.title), documents: [fact.attachment] };
    case 'assigned':
      return audience === 'office' ? { sentence: fact.name === null ? text.unassigned : text.assigned(fact.name) } : undefined;
    case 'noted':
      return audience === 'office' ? { sentence: text.noted, reason: event.erased ? privacyText[language].gone : fact.text } : undefined;
    case 'reserved': {
      const slot = formatSlot(fact.from, fact.to, calendar.zone, language);
      return { sentence: fact.offered ? text.offered(slot) : text.reserved(slot) };
    }
    case 'reservationAccepted':
      return undefined;
    case 'reservationReleased':
      return { sentence: text.released };
    case 'documentIssued':
      return { sentence: text.issued(definition.documents[fact.document]?.title ?? fact.document), documents: [fact.code] };
    case 'invoiced':
      return {
        sentence: text.invoiced(formatRupiah(fact.total)),
        documents: [fact.code],
        details: fact.lines.map((line) => ({ label: line.sentence, value: formatRupiah(line.total ?? 0) })),
      };
    case 'caseOpened':
      return { sentence: text.caseOpened(fact.number, fact.name) };
    case 'secretLeft':
      return { sentence: text.secretLeft(fact.label) };
    case 'secretOpened':
      return { sentence: text.secretOpened(state.secrets.find((secret) => secret.id === fact.secret)?.label ?? '') };
    case 'escalated':
      return audience === 'office' ? { sentence: text.escalated(fact.after, context.positionName(fact.position)) } : undefined;
    case 'deadlineMoved':
      return {
        sentence: text.deadlineMoved(formatInstant(fact.from, calendar.zone, language), formatInstant(fact.to, calendar.zone, language)),
        reason: fact.because,
      };
    case 'erased':
      return { sentence: privacyText[language].erased[fact.because] };
  }
}

/** The record in words, oldest first. The applicant's side leaves out notes, assignments, office-only attachments and officers' names. */
export function timeline(events: readonly CaseEvent[], context: ViewContext, reader: Reader): TimelineEntry[] {
  const { audience } = reader;
  const state = fold(context.definition, events);
  const erased = events.some(({ fact }) => fact.type === 'erased');
  const extensions: { at: string }[] = [];
  return events.flatMap((event) => {
    const described = describe(event, [...extensions], state, context, reader);
    if (event.fact.type === 'extended') extensions.push({ at: event.at });
    // Papers of an erased case are gone, or can no longer be written.
    if (erased && described) delete described.documents;
    return described
      ? [{ sequence: event.sequence, at: atZone(event.at, context.calendar.zone), by: byline(event, context, audience), ...described }]
      : [];
  });
}
