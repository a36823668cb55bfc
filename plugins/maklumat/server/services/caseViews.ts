import type { Case } from '../../contracts/cases';
import type { DeskCase } from '../../contracts/desk';
import { atZone, zoneLabel } from '../../core/calendar/calendar';
import { timeLeft } from '../../core/calendar/timeLeft';
import type { CaseEvent } from '../../core/case/events';
import type { Party } from '../../core/case/decide';
import { findStep, fold, type CaseState } from '../../core/case/state';
import { answerText, timeline } from '../../core/case/timeline';
import * as view from '../../core/case/view';
import { isOperable } from '../../core/definition/schema';
import { fileIds, formFields } from '../../core/form/files';
import { visibleFields } from '../../core/form/visibility';
import type { Answers } from '../../core/form/schema';
import { caseText } from '../../core/language/case';
import type { Language } from '../../core/language/language';
import { findCaseAttachments, type AttachmentRow } from '../repositories/attachments';
import { findEvents, type CaseRow } from '../repositories/cases';
import { database, type Db } from '../repositories/database';
import type { App } from './app';
import type { OperableVersion } from './assessments';
import { getCalendarOf, positionNameIn, type Snapshot } from './catalogue';

/** The version a case is pinned to. A case cannot exist under a standard-only version. */
export async function getOperable(app: App, row: Pick<CaseRow, 'versionId' | 'number'>): Promise<OperableVersion> {
  const version = await app.catalogue.version(row.versionId);
  const { definition } = version;
  if (!isOperable(definition)) throw new RangeError(`Versi perkara ${row.number} tidak memiliki prosedur`);
  return { ...version, definition };
}

export interface LoadedCase {
  row: CaseRow;
  version: OperableVersion;
  events: CaseEvent[];
  state: CaseState;
  files: ReadonlyMap<string, AttachmentRow>;
  context: view.ViewContext;
  snapshot: Snapshot;
}

export async function loadCase(app: App, row: CaseRow, language: Language, db: Db = database(app.strapi)): Promise<LoadedCase> {
  const snapshot = await app.catalogue.snapshot();
  const version = await getOperable(app, row);
  const events = await findEvents(db, app.vault, row.id);
  const files = await findCaseAttachments(db, app.vault, row.id);
  return {
    row,
    version,
    events,
    state: fold(version.definition, events),
    files: new Map(files.map((file) => [file.id, file])),
    context: {
      definition: version.definition,
      calendar: getCalendarOf(snapshot, version.definition.agency),
      now: app.now(),
      language,
      positionName: positionNameIn(snapshot),
    },
    snapshot,
  };
}

/** Documents an audience may open: the receipt, and what the record names to it. The applicant's own uploads are the applicant's. */
export function readableFiles(loaded: LoadedCase, audience: 'applicant' | 'office'): Set<string> {
  const named = timeline(loaded.events, loaded.context, audience).flatMap((entry) => entry.documents ?? []);
  const uploads = loaded.events.flatMap(({ fact }) =>
    fact.type === 'submitted' || fact.type === 'supplied' ? fileIds(formFields(loaded.version.definition.form), fact.answers) : [],
  );
  return new Set([...named, ...uploads]);
}

function titleOf(loaded: LoadedCase, id: string): string {
  const attached = loaded.events.map(({ fact }) => fact).find((fact) => fact.type === 'attached' && fact.attachment === id);
  return attached?.type === 'attached' ? attached.title : (loaded.files.get(id)?.name ?? id);
}

function documents(loaded: LoadedCase, audience: 'applicant' | 'office'): Case['documents'] {
  const { context, state } = loaded;
  const text = caseText[context.language];
  const named = timeline(loaded.events, context, audience).flatMap((entry) => (entry.documents ?? []).map((id) => ({ id, at: entry.at })));
  return [
    { id: 'receipt', kind: 'receipt', title: text.receipt, mime: 'application/pdf', at: state.receivedAt },
    ...named.flatMap(({ id, at }) => {
      const file = loaded.files.get(id);
      return file ? [{ id, kind: 'attachment' as const, title: titleOf(loaded, id), mime: file.mime, at, size: file.size }] : [];
    }),
  ];
}

/** Answers with each file's id replaced by what a person knows it by. */
function namedAnswers(loaded: LoadedCase): Answers {
  const name = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(name);
    const file = typeof value === 'string' ? loaded.files.get(value) : undefined;
    return file ? { id: file.id, name: file.name, size: file.size } : value;
  };
  return Object.fromEntries(Object.entries(loaded.state.answers).map(([key, value]) => [key, name(value)]));
}

export function describeCase(loaded: LoadedCase, party: Party, audience: 'applicant' | 'office'): Case {
  const { context, state, version, row, snapshot } = loaded;
  const { definition, calendar, language } = context;
  const due = view.caseDeadline(state, context);
  const step = findStep(definition, state.step);
  const progress = view.progress(state, context);
  return {
    number: row.number,
    service: {
      slug: definition.slug,
      name: definition.name,
      agency: definition.agency,
      agencyName: snapshot.agencies.find((agency) => agency.slug === definition.agency)?.name ?? definition.agency,
      zoneLabel: zoneLabel(calendar.zone),
    },
    version: version.number,
    status: state.status,
    statusLabel: caseText[language].status[state.status],
    step: step ? { key: step.key, title: step.title, actor: progress.find((entry) => entry.key === step.key)?.actor ?? '' } : null,
    result: state.clockStoppedAt === null && audience === 'applicant' ? null : state.result,
    receivedAt: atZone(state.receivedAt, calendar.zone),
    channel: state.channel,
    sequence: state.sequence,
    deadline: due,
    progress,
    timeline: timeline(loaded.events, context, audience),
    documents: documents(loaded, audience),
    commands: view.openCommands(state, due, party, context),
    answers: namedAnswers(loaded),
    objection: view.objection(state, due, context),
  };
}

/** The whole case for an officer: as the applicant sees it, and the answers in the form's order, notes and the officer in charge. */
export function describeDeskCase(loaded: LoadedCase, party: Party): DeskCase {
  const { context, state, files } = loaded;
  const { definition, calendar, language, now } = context;
  const due = view.caseDeadline(state, context);
  const visible = new Set(visibleFields(definition.form, state.answers).map((field) => field.key));
  return {
    ...describeCase(loaded, party, 'office'),
    answerList: definition.form.sections.flatMap((section) =>
      section.fields
        .filter((field) => visible.has(field.key) && state.answers[field.key] !== undefined)
        .map((field) => {
          const value = state.answers[field.key];
          const named = fileIds([field], state.answers).flatMap((id) => files.get(id) ?? []);
          return {
            section: section.title,
            label: field.label,
            key: field.key,
            type: field.type,
            value:
              named.length > 0
                ? named.map((file) => file.name).join(', ')
                : field.type === 'group'
                  ? JSON.stringify(value)
                  : answerText(field, value, language),
            ...(named.length > 0 ? { files: named.map(({ id, name, mime, size }) => ({ id, name, mime, size })) } : {}),
          };
        }),
    ),
    notes: timeline(loaded.events, context, 'office')
      .filter((entry) => loaded.events.some((event) => event.sequence === entry.sequence && event.fact.type === 'noted'))
      .map((entry) => ({ sequence: entry.sequence, at: entry.at, by: entry.by, text: entry.reason ?? '' })),
    assignee: state.assignee?.name ?? null,
    timeLeft:
      due.state === 'running' || due.state === 'overdue'
        ? timeLeft({ calendar, now, dueAt: due.at, language })
        : caseText[language].status[state.status],
  };
}
