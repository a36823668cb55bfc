import { admits } from '../case/transitions';
import type { Condition } from '../rules/schema';
import { formFields } from '../form/files';
import { isOperable, type OperableDefinition, type ServiceDefinition } from './schema';

/** Why a definition cannot be published: where, what, and how to mend it, for an office clerk. */
export interface Finding {
  where: string;
  what: string;
  mend: string;
}

/** Slugs that exist outside the definition. */
export interface Known {
  positions: ReadonlySet<string>;
  units: ReadonlySet<string>;
  agencies: ReadonlySet<string>;
}

const finding = (where: string, what: string, mend: string): Finding => ({ where, what, mend });

function twins(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** Facts that a condition names. */
function factsIn(condition: Condition): string[] {
  if ('fact' in condition) return [condition.fact];
  if ('not' in condition) return factsIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(factsIn);
}

const ownFacts: ReadonlySet<string> = new Set(['receivedAt', 'receivedDate', 'receivedTime', 'receivedOnWorkingDay', 'channel']);

function lintFacts(definition: OperableDefinition): Finding[] {
  const fields = formFields(definition.form);
  const answers = new Set(fields.map((field) => `answers.${field.key}`));
  const conditions = [
    ...definition.rules.map((rule) => ({ where: `rules.${rule.key}`, condition: rule.when })),
    ...[...fields, ...definition.form.sections].flatMap((part) => [
      ...(part.visibleWhen ? [{ where: `form.${part.key}.visibleWhen`, condition: part.visibleWhen }] : []),
      ...('requiredWhen' in part && part.requiredWhen ? [{ where: `form.${part.key}.requiredWhen`, condition: part.requiredWhen }] : []),
    ]),
  ];
  return conditions.flatMap(({ where, condition }) =>
    factsIn(condition)
      .filter((fact) => !answers.has(fact) && !(where.startsWith('rules.') && ownFacts.has(fact)))
      .map((fact) => finding(where, `Fakta "${fact}" tidak dikenal.`, 'Pakai kunci isian yang ada, mis. answers.nama.')),
  );
}

function lintForm(definition: OperableDefinition): Finding[] {
  const keys = formFields(definition.form).map((field) => field.key);
  return twins(keys).map((key) =>
    finding(`form.${key}`, `Kunci isian "${key}" dipakai lebih dari sekali.`, 'Beri setiap isian kunci yang berbeda.'),
  );
}

function lintProcedure(definition: OperableDefinition, known: Known): Finding[] {
  const { procedure, messages, clock } = definition;
  const steps = new Set(procedure.steps.map((step) => step.key));
  const positions = [
    { where: 'procedure.intake', position: procedure.intake },
    ...(procedure.objection ? [{ where: 'procedure.objection', position: procedure.objection.addressee }] : []),
    ...(clock.extension ? [{ where: 'clock.extension', position: clock.extension.position }] : []),
    ...procedure.steps.flatMap((step) =>
      step.actor.kind === 'position' ? [{ where: `procedure.${step.key}`, position: step.actor.position }] : [],
    ),
  ];
  const [first] = procedure.steps;
  return [
    ...twins(procedure.steps.map((step) => step.key)).map((key) =>
      finding(`procedure.${key}`, `Langkah "${key}" ditulis lebih dari sekali.`, 'Beri setiap langkah kunci yang berbeda.'),
    ),
    ...(first && (first.actor.kind !== 'applicant' || first.outcomes[0]?.to === undefined)
      ? [
          finding(
            `procedure.${first.key}`,
            'Langkah pertama harus pengajuan oleh pemohon yang diteruskan ke langkah lain.',
            'Jadikan pemohon pelaku langkah pertama dan isi "to" pada hasilnya.',
          ),
        ]
      : []),
    ...procedure.steps
      .filter((step) => !admits(step.status, step === first ? 'supply' : 'decide'))
      .map((step) =>
        finding(
          `procedure.${step.key}`,
          `Status "${step.status}" membuat permohonan berhenti pada langkah "${step.key}", karena tidak ada yang dapat melanjutkannya.`,
          step === first ? 'Pakai status "returned" pada langkah pertama.' : 'Pakai status lain, mis. "processing".',
        ),
      ),
    ...positions
      .filter(({ position }) => !known.positions.has(position))
      .map(({ where, position }) =>
        finding(where, `Jabatan "${position}" tidak ada.`, 'Buat jabatannya di menu Jabatan, atau pakai jabatan yang ada.'),
      ),
    ...procedure.steps.flatMap((step) =>
      step.outcomes.flatMap((outcome) => [
        ...(outcome.to !== undefined && !steps.has(outcome.to)
          ? [
              finding(
                `procedure.${step.key}.${outcome.key}`,
                `Hasil "${outcome.label}" menuju langkah "${outcome.to}" yang tidak ada.`,
                'Arahkan ke langkah yang ada.',
              ),
            ]
          : []),
        ...outcome.effects
          .filter((effect) => effect.type === 'notify')
          .filter((effect) => messages[effect.message] === undefined)
          .map((effect) =>
            finding(`procedure.${step.key}.${outcome.key}`, `Pesan "${effect.message}" tidak ada.`, 'Tulis pesannya pada bagian messages.'),
          ),
      ]),
    ),
    ...unreachable(definition).map((key) =>
      finding(`procedure.${key}`, `Langkah "${key}" tidak pernah dicapai.`, 'Arahkan sebuah hasil ke langkah ini, atau hapus langkahnya.'),
    ),
  ];
}

function unreachable({ procedure }: OperableDefinition): string[] {
  const reached = new Set<string>();
  const walk = (key: string | undefined): void => {
    if (key === undefined || reached.has(key)) return;
    reached.add(key);
    procedure.steps.find((step) => step.key === key)?.outcomes.forEach((outcome) => walk(outcome.to));
  };
  walk(procedure.steps[0]?.key);
  return procedure.steps.map((step) => step.key).filter((key) => !reached.has(key));
}

function lintRules(definition: OperableDefinition, known: Known): Finding[] {
  const fields = new Set(formFields(definition.form).map((field) => field.key));
  return [
    ...twins(definition.rules.map((rule) => rule.key)).map((key) =>
      finding(`rules.${key}`, `Aturan "${key}" ditulis lebih dari sekali.`, 'Beri setiap aturan kunci yang berbeda.'),
    ),
    ...(definition.rules.some((rule) => rule.then.type === 'route')
      ? []
      : [finding('rules', 'Tidak ada aturan rute, sehingga permohonan tidak punya tujuan.', 'Tambahkan aturan dengan hasil "route".')]),
    ...definition.rules.flatMap((rule) => {
      const { then } = rule;
      if (then.type === 'route' && !known.positions.has(then.position))
        return [finding(`rules.${rule.key}`, `Jabatan "${then.position}" tidak ada.`, 'Pakai jabatan yang ada.')];
      if (then.type === 'route' && !known.units.has(then.unit))
        return [finding(`rules.${rule.key}`, `Bidang "${then.unit}" tidak ada.`, 'Pakai bidang yang ada.')];
      if (then.type === 'require' && !fields.has(then.field))
        return [finding(`rules.${rule.key}`, `Isian "${then.field}" tidak ada.`, 'Pakai kunci isian yang ada.')];
      return [];
    }),
  ];
}

/** What must be mended before a definition can be published; empty when nothing must. */
export function lint(definition: ServiceDefinition, known: Known): Finding[] {
  const agency = known.agencies.has(definition.agency)
    ? []
    : [finding('agency', 'Perangkat daerah belum dipilih.', 'Pilih perangkat daerah layanan ini.')];
  const parts = [definition.form, definition.procedure, definition.clock].filter((part) => part != null);
  if (parts.length === 0) return agency;
  if (!isOperable(definition))
    return [
      ...agency,
      finding('form', 'Formulir, prosedur, dan tenggat harus ada ketiganya, atau tidak sama sekali.', 'Lengkapi bagian yang kosong.'),
    ];
  return [
    ...agency,
    ...lintForm(definition),
    ...lintProcedure(definition, known),
    ...lintRules(definition, known),
    ...lintFacts(definition),
  ];
}
