import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Finding } from '../../core/definition/lint';
import { ServiceDefinition } from '../../core/definition/schema';

const uid = 'plugin::maklumat.service';

/** The 14 components as the Content Manager edits them; `procedure` there is the JSON of the steps, so the printed one is `mechanism`. */
const servicePointLists = ['requirements', 'mechanism', 'product', 'complaints'] as const;
const manufacturingLists = ['legalBasis', 'facilities', 'competence', 'supervision', 'guarantee', 'safety', 'evaluation'] as const;
const componentLists = [...servicePointLists, ...manufacturingLists];

const Lines = z
  .array(z.object({ text: z.string() }))
  .nullish()
  .transform((lines) => (lines ?? []).map((line) => line.text));
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Json = z.unknown().transform((value) => value ?? undefined);

const Draft = z.object({
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  agency: z.object({ slug: z.string() }).nullish(),
  decree: z.object({ number: z.string(), title: z.string(), date: z.string(), signatory: z.string() }),
  effectiveFrom: z.string(),
  numberPrefix: z.string(),
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
  examples: Json,
  corrections: Json,
});

function assemble(draft: z.infer<typeof Draft>): unknown {
  const { slug, name, summary, decree, effectiveFrom, numberPrefix, form, procedure, clock, rules, messages, examples, corrections } =
    draft;
  return {
    format: 1,
    slug,
    name,
    summary,
    agency: draft.agency?.slug ?? '',
    decree,
    effectiveFrom,
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
    numberPrefix,
    form,
    procedure,
    clock,
    rules,
    messages,
    examples,
    corrections,
  };
}

/** The draft of a service as a definition, or what is wrong with its shape, each with the place in it. */
export async function findDraftDefinition(
  strapi: Core.Strapi,
  documentId: string,
): Promise<{ ok: true; definition: ServiceDefinition } | { ok: false; findings: Finding[] }> {
  const row = await strapi.documents(uid).findOne({ documentId, status: 'draft', populate: ['agency', 'decree', ...componentLists] });
  const draft = Draft.safeParse(row);
  const definition = draft.success ? ServiceDefinition.safeParse(assemble(draft.data)) : draft;
  if (definition.success) return { ok: true, definition: ServiceDefinition.parse(definition.data) };
  return {
    ok: false,
    findings: definition.error.issues.map((issue) => ({
      where: issue.path.join('.') || 'layanan',
      what: issue.message,
      mend: 'Sesuaikan isinya dengan bentuk yang diminta.',
    })),
  };
}

const lines = (texts: readonly string[]) => texts.map((text) => ({ text }));

/** A definition as the Content Manager keeps it, for seeding. */
export function draftOf(definition: ServiceDefinition, agencyDocumentId: string) {
  const { servicePoint, manufacturing } = definition.standard;
  return {
    slug: definition.slug,
    name: definition.name,
    summary: definition.summary,
    agency: agencyDocumentId,
    decree: definition.decree,
    effectiveFrom: definition.effectiveFrom,
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
    examples: definition.examples,
    corrections: definition.corrections,
  };
}
