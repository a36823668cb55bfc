import type { Case } from '../../contracts/cases';
import type { DeskCase } from '../../contracts/desk';
import { atZone, zoneLabel } from '../../core/calendar/calendar';
import type { Zone } from '../../core/calendar/schema';
import { timeLeft } from '../../core/calendar/timeLeft';
import type { CaseEvent } from '../../core/case/events';
import { positionsOf, type Party } from '../../core/case/decide';
import { fold, type CaseState } from '../../core/case/state';
import { clockStart } from '../../core/case/escalation';
import { progress, type ProgressEntry } from '../../core/case/progress';
import { answerText } from '../../core/case/answers';
import { timeline, type Reader, type TimelineEntry } from '../../core/case/timeline';
import { findStep } from '../../core/case/travel';
import * as view from '../../core/case/view';
import { isOperable } from '../../core/definition/schema';
import { fileIds, formFields } from '../../core/form/files';
import { visibleFields } from '../../core/form/visibility';
import type { Answers, Field } from '../../core/form/schema';
import { formatSlot } from '../../core/language/amount';
import { caseText } from '../../core/language/case';
import type { Language } from '../../core/language/language';
import { uploadText } from '../../core/language/uploads';
import { findCaseAttachments, type AttachmentRow } from '../repositories/attachments';
import { findEvents, type CaseRow } from '../repositories/cases';
import { database, type Db } from '../repositories/database';
import type { App } from './app';
import type { OperableVersion } from './assessments';
import { findInForce, viewContext, type Snapshot } from './catalogue';

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
  /** Names of the services of linked cases. */
  serviceNames: ReadonlyMap<string, string>;
}

async function serviceNames(app: App, snapshot: Snapshot, { links }: CaseState): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { service } of links) {
    const meta = findInForce(snapshot, service, app.now());
    if (meta) names.set(service, (await app.catalogue.version(meta.id)).definition.name);
  }
  return names;
}

export async function loadCase(app: App, row: CaseRow, language: Language, db: Db = database(app.strapi)): Promise<LoadedCase> {
  const snapshot = await app.catalogue.snapshot();
  const version = await getOperable(app, row);
  const events = await findEvents(db, app.vault, row.id);
  const files = await findCaseAttachments(db, app.vault, row.id);
  const state = fold(version.definition, events);
  return {
    row,
    version,
    events,
    state,
    serviceNames: await serviceNames(app, snapshot, state),
    files: new Map(files.map((file) => [file.id, file])),
    context: viewContext(snapshot, version.definition, app.now(), language),
    snapshot,
  };
}

/** Who this party is as a reader: the applicant, the office, or an officer whose every position in the service is kept from what is confidential. */
export function readerOf(loaded: LoadedCase, party: Party): Reader {
  if (party.kind === 'applicant') return { audience: 'applicant' };
  const { definition } = loaded.version;
  const held = positionsOf(definition).filter((position) => party.positions.includes(position));
  return { audience: 'office', blind: held.length > 0 && held.every((position) => definition.procedure.blind.includes(position)) };
}

/** Fields of the form that this reader may read. */
const readableFields = ({ version: { definition } }: LoadedCase, { blind }: Reader): Field[] =>
  formFields(definition.form).filter((field) => !(blind && field.confidential));

/** Documents a reader may open: what the record names to it, and what the applicant uploaded. Of an erased case there are none. */
export function readableFiles(loaded: LoadedCase, reader: Reader): Set<string> {
  const named = timeline(loaded.events, loaded.context, reader).flatMap((entry) => entry.documents ?? []);
  const uploads = loaded.events.flatMap(({ fact }) =>
    fact.type === 'submitted' || fact.type === 'supplied' ? fileIds(readableFields(loaded, reader), fact.answers) : [],
  );
  return new Set([...named, ...uploads]);
}

/** What a file is called in the record, and that it was refused when the scanner found malware in it later. */
function titleOf(loaded: LoadedCase, { id, name, state }: AttachmentRow): string {
  const attached = loaded.events.map(({ fact }) => fact).find((fact) => fact.type === 'attached' && fact.attachment === id);
  const title = attached?.type === 'attached' ? attached.title : name;
  return state === 'infected' ? uploadText[loaded.context.language].refusedLater(title) : title;
}

function documents(loaded: LoadedCase, entries: readonly TimelineEntry[]): Case['documents'] {
  const { context, state } = loaded;
  const text = caseText[context.language];
  const named = entries.flatMap((entry) => (entry.documents ?? []).map((id) => ({ id, at: entry.at })));
  return [
    { id: 'receipt', kind: 'receipt', title: text.receipt, mime: 'application/pdf', at: state.receivedAt },
    ...named.flatMap(({ id, at }): Case['documents'] => {
      const issued = state.documents.find(({ code }) => code === id);
      const title = issued && (context.definition.documents[issued.document]?.title ?? issued.document);
      if (title !== undefined) return [{ id, kind: 'issued' as const, title, mime: 'application/pdf', at }];
      const file = loaded.files.get(id);
      if (!file || file.state === 'erased') return [];
      return [{ id, kind: 'attachment' as const, title: titleOf(loaded, file), mime: file.mime, at, size: file.size }];
    }),
  ];
}

/** Answers with each file's id replaced by what a person knows it by; what this reader may not read is left out. */
function namedAnswers(loaded: LoadedCase, reader: Reader): Answers {
  const hidden = new Set(formFields(loaded.version.definition.form).map(({ key }) => key));
  for (const { key } of readableFields(loaded, reader)) hidden.delete(key);
  const name = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(name);
    const file = typeof value === 'string' ? loaded.files.get(value) : undefined;
    return file ? { id: file.id, name: file.name, size: file.size } : value;
  };
  return Object.fromEntries(Object.entries(loaded.state.answers).flatMap(([key, value]) => (hidden.has(key) ? [] : [[key, name(value)]])));
}

/** Moments of a step as the contract writes them, with the zone's offset. */
function inZone(entry: ProgressEntry, zone: Zone): ProgressEntry {
  const moments = (['enteredAt', 'leftAt', 'allowedUntil'] as const).flatMap((key): [string, string][] => {
    const at = entry[key];
    return at === undefined ? [] : [[key, atZone(at, zone)]];
  });
  return { ...entry, ...Object.fromEntries(moments) };
}

export function describeCase(loaded: LoadedCase, party: Party): Case {
  const reader = readerOf(loaded, party);
  const { audience } = reader;
  const { context, state, version, row, snapshot } = loaded;
  const { definition, calendar, language } = context;
  const due = view.caseDeadline(state, context);
  const entries = timeline(loaded.events, context, reader);
  const step = findStep(definition, state.step);
  const steps = progress(state, context).map((entry) => inZone(entry, calendar.zone));
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
    step: step ? { key: step.key, title: step.title, actor: steps.find((entry) => entry.key === step.key)?.actor ?? '' } : null,
    result: state.clockStoppedAt === null && audience === 'applicant' ? null : state.result,
    erased: row.erasedAt !== null,
    receivedAt: atZone(state.receivedAt, calendar.zone),
    channel: state.channel,
    sequence: state.sequence,
    deadline: due,
    progress: steps,
    timeline: entries,
    documents: documents(loaded, entries),
    commands: view.openCommands(state, due, party, context),
    reservations: state.reservations.map((reservation) => ({
      ...reservation,
      from: atZone(reservation.from, calendar.zone),
      to: atZone(reservation.to, calendar.zone),
      name: snapshot.resources.get(reservation.resource)?.name ?? reservation.resource,
      sentence: formatSlot(reservation.from, reservation.to, calendar.zone, language),
    })),
    secrets: state.secrets.map(({ id, label, openedAt }) => ({ id, label, opened: openedAt !== null })),
    links: state.links.map((link) => ({ ...link, name: loaded.serviceNames.get(link.service) ?? link.service })),
    answers: namedAnswers(loaded, reader),
    objection: view.objection(state, due, context),
  };
}

type DeskFile = NonNullable<DeskCase['answerList'][number]['files']>[number];

/** A file as the desk lists it; undefined for one that was erased, of which nothing is left to list. */
function deskFile(file: AttachmentRow | undefined): DeskFile | undefined {
  if (!file || file.state === 'erased') return undefined;
  const { id, name, mime, size, state } = file;
  return { id, name, mime, size, state };
}

/** The whole case for an officer: as the applicant sees it, and the answers in the form's order, notes and the officer in charge. */
export function describeDeskCase(loaded: LoadedCase, party: Party): DeskCase {
  const { context, state, files } = loaded;
  const { definition, calendar, language, now } = context;
  const due = view.caseDeadline(state, context);
  const reader = readerOf(loaded, party);
  const visible = new Set(visibleFields(definition.form, state.answers).map((field) => field.key));
  const described = describeCase(loaded, party);
  return {
    ...described,
    answerList: definition.form.sections.flatMap((section) =>
      section.fields
        .filter((field) => visible.has(field.key) && state.answers[field.key] !== undefined)
        .map((field) => {
          const value = state.answers[field.key];
          if (reader.blind && field.confidential)
            return { section: section.title, label: field.label, key: field.key, type: field.type, value: caseText[language].confidential };
          const named = fileIds([field], state.answers).flatMap((id) => deskFile(files.get(id)) ?? []);
          return {
            section: section.title,
            label: field.label,
            key: field.key,
            type: field.type,
            value: named.length > 0 ? named.map((file) => file.name).join(', ') : answerText(field, value, context),
            ...(named.length > 0 ? { files: named } : {}),
          };
        }),
    ),
    documents: described.documents.map((document) => {
      const file = deskFile(files.get(document.id));
      return file ? { ...document, state: file.state } : document;
    }),
    notes: described.timeline
      .filter((entry) => loaded.events.some((event) => event.sequence === entry.sequence && event.fact.type === 'noted'))
      .map((entry) => ({ sequence: entry.sequence, at: entry.at, by: entry.by, text: entry.reason ?? '' })),
    assignee: state.assignee?.name ?? null,
    ...(due.state === 'running' ? { share: view.shareSpent(clockStart(definition, state) ?? state.receivedAt, due.at, now) } : {}),
    timeLeft:
      due.state === 'running' || due.state === 'overdue'
        ? timeLeft({ calendar, now, dueAt: due.at, language })
        : due.state === 'paused'
          ? caseText[language].clockWaits
          : due.state === 'pending'
            ? caseText[language].clockPending
            : caseText[language].status[state.status],
  };
}
