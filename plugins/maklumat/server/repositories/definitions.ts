import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ServiceDefinition } from '../../core/definition/schema';

type Uid = Parameters<Core.Strapi['documents']>[0];

const uid = 'plugin::maklumat.service';
/** For writes: Strapi's generated types know the attributes of an application's own content types, not of a plugin's. */
const writable = uid as Uid;

/** The 14 components as the Content Manager edits them; `procedure` there is the JSON of the steps, so the printed one is `mechanism`. */
const servicePointLists = ['requirements', 'mechanism', 'product', 'complaints'] as const;
const manufacturingLists = ['legalBasis', 'facilities', 'competence', 'supervision', 'guarantee', 'safety', 'evaluation'] as const;
const componentLists = [...servicePointLists, ...manufacturingLists];

/** Who may file, as the Content Manager offers it and as a definition says it. */
const applicantsNames = { siapa_saja: 'anyone', punya_akun: 'registered' } as const;

const Lines = z
  .array(z.object({ text: z.string() }))
  .nullish()
  .transform((lines) => (lines ?? []).map((line) => line.text));
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Json = z.unknown().transform((value) => value ?? undefined);

/** A draft may be as incomplete as its editor left it; what is missing shows when it is read as a definition. */
const Draft = z.object({
  documentId: z.string(),
  slug: z.string().nullish(),
  name: z.string().nullish(),
  summary: z.string().nullish(),
  agency: z.object({ slug: z.string() }).nullish(),
  decree: z.object({ number: z.string(), title: z.string(), date: z.string(), signatory: z.string() }).partial().nullish(),
  effectiveFrom: z.string().nullish(),
  listed: z
    .boolean()
    .nullish()
    .transform((listed) => listed ?? true),
  // Empty in drafts from before the question was asked.
  applicants: z
    .enum(['siapa_saja', 'punya_akun'])
    .nullish()
    .transform((applicants) => applicantsNames[applicants ?? 'siapa_saja']),
  numberPrefix: z.string().nullish(),
  requirements: Lines,
  mechanism: Lines,
  completionTime: Text,
  fee: Text,
  product: Lines,
  complaints: Lines,
  legalBasis: Lines,
  facilities: Lines,
  competence: Lines,
  supervision: Lines,
  staffing: Text,
  guarantee: Lines,
  safety: Lines,
  evaluation: Lines,
  form: Json,
  procedure: Json,
  clock: Json,
  rules: Json,
  messages: Json,
  documents: Json,
  examples: Json,
  corrections: Json,
});

/** What a draft says, in the shape of a definition; whether it is one, `parseDefinition` tells. */
export type DraftContent = Record<string, unknown>;

function assemble(draft: z.infer<typeof Draft>): DraftContent {
  const { slug, name, summary, decree, effectiveFrom, listed, applicants, corrections, numberPrefix } = draft;
  const { form, procedure, clock, rules, messages, documents, examples } = draft;
  return {
    format: 1,
    slug: slug ?? '',
    name: name ?? '',
    summary: summary ?? '',
    agency: draft.agency?.slug ?? '',
    decree: { number: decree?.number, title: decree?.title, date: decree?.date, signatory: decree?.signatory },
    effectiveFrom: effectiveFrom ?? '',
    listed,
    applicants,
    standard: {
      servicePoint: {
        requirements: draft.requirements,
        procedure: draft.mechanism,
        completionTime: draft.completionTime,
        fee: draft.fee,
        product: draft.product,
        complaints: draft.complaints,
      },
      manufacturing: {
        legalBasis: draft.legalBasis,
        facilities: draft.facilities,
        competence: draft.competence,
        supervision: draft.supervision,
        staffing: draft.staffing,
        guarantee: draft.guarantee,
        safety: draft.safety,
        evaluation: draft.evaluation,
      },
    },
    corrections,
    numberPrefix,
    form,
    procedure,
    clock,
    rules,
    messages,
    documents,
    examples,
  };
}

export interface StoredDraft {
  documentId: string;
  content: DraftContent;
}

const populate = ['agency', 'decree', ...componentLists];
const stored = (row: unknown): StoredDraft => {
  const draft = Draft.parse(row);
  return { documentId: draft.documentId, content: assemble(draft) };
};

/** All drafts, in the order in which they were made. */
export async function findDrafts(strapi: Core.Strapi): Promise<StoredDraft[]> {
  const rows: unknown[] = await strapi.documents(uid).findMany({ status: 'draft', populate, sort: 'id:asc', limit: 10_000 });
  return rows.map(stored);
}

export async function findDraft(strapi: Core.Strapi, slug: string): Promise<StoredDraft | undefined> {
  const row: unknown = await strapi.documents(uid).findFirst({ status: 'draft', filters: { slug }, populate });
  return row === null || row === undefined ? undefined : stored(row);
}

/** @throws Error when there is no such document. */
export async function getDraft(strapi: Core.Strapi, documentId: string): Promise<StoredDraft> {
  return stored(await strapi.documents(uid).findOne({ documentId, status: 'draft', populate }));
}

const AgencyId = z.object({ documentId: z.string() });

export async function findAgencyId(strapi: Core.Strapi, slug: string): Promise<string | undefined> {
  const row: unknown = await strapi.documents('plugin::maklumat.agency').findFirst({ filters: { slug } });
  return row === null || row === undefined ? undefined : AgencyId.parse(row).documentId;
}

/** Writes a definition as the draft of a service, a new one when there is none yet. Publishes nothing. In Strapi's transaction, when there is one. */
export async function saveDraft(
  strapi: Core.Strapi,
  documentId: string | undefined,
  definition: ServiceDefinition,
  agencyId: string,
): Promise<void> {
  const data = draftOf(definition, agencyId);
  await (documentId === undefined ? strapi.documents(writable).create({ data }) : strapi.documents(writable).update({ documentId, data }));
}

export async function saveEffectiveFrom(strapi: Core.Strapi, documentId: string, effectiveFrom: string): Promise<void> {
  await strapi.documents(writable).update({ documentId, data: { effectiveFrom } });
}

export async function publishDraft(strapi: Core.Strapi, documentId: string): Promise<void> {
  await strapi.documents(writable).publish({ documentId });
}

const lines = (texts: readonly string[]) => texts.map((text) => ({ text }));

/** A definition as the Content Manager keeps it. */
export function draftOf(definition: ServiceDefinition, agencyDocumentId: string) {
  const { servicePoint, manufacturing } = definition.standard;
  return {
    slug: definition.slug,
    name: definition.name,
    summary: definition.summary,
    agency: agencyDocumentId,
    decree: definition.decree,
    effectiveFrom: definition.effectiveFrom,
    listed: definition.listed,
    applicants: definition.applicants === 'registered' ? 'punya_akun' : 'siapa_saja',
    numberPrefix: definition.numberPrefix,
    requirements: lines(servicePoint.requirements),
    mechanism: lines(servicePoint.procedure),
    completionTime: servicePoint.completionTime,
    fee: servicePoint.fee,
    product: lines(servicePoint.product),
    complaints: lines(servicePoint.complaints),
    legalBasis: lines(manufacturing.legalBasis),
    facilities: lines(manufacturing.facilities),
    competence: lines(manufacturing.competence),
    supervision: lines(manufacturing.supervision),
    staffing: manufacturing.staffing,
    guarantee: lines(manufacturing.guarantee),
    safety: lines(manufacturing.safety),
    evaluation: lines(manufacturing.evaluation),
    form: definition.form ?? null,
    procedure: definition.procedure ?? null,
    clock: definition.clock ?? null,
    rules: definition.rules,
    messages: definition.messages,
    documents: definition.documents,
    examples: definition.examples,
    corrections: definition.corrections,
  };
}
