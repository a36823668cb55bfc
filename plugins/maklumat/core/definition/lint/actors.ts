import { procedureFindings as text } from '../../language/lint/procedure';
import type { LintContext } from './context';
import { at, type Finding } from './finding';
import { placeOf } from './graph';

/** Whether everybody whom the definition names exists and is there: a missing position is an error, a vacant one a warning. */
export function lintActors(context: LintContext): Finding[] {
  const { known, definition } = context;
  const { intake, blind } = definition.procedure;
  const told = new Set<string>();
  return [
    ...named(context).flatMap(({ where, position }) => {
      const found = known.positions.get(position);
      if (!found) return [at(where, text.positionMissing(position))];
      if (found.held || told.has(position)) return [];
      told.add(position);
      return [at(where, text.positionVacant(position))];
    }),
    ...(blind.includes(intake) ? [at('procedure.intake', text.intakeBlind(intake))] : []),
  ];
}

function named({ definition, graph }: LintContext): { where: string; position: string }[] {
  const { procedure, clock, documents, rules } = definition;
  return [
    { where: 'procedure.intake', position: procedure.intake },
    ...procedure.blind.map((position) => ({ where: 'procedure.blind', position })),
    ...(procedure.objection ? [{ where: 'procedure.objection', position: procedure.objection.addressee }] : []),
    ...(clock.extension ? [{ where: 'clock.extension', position: clock.extension.position }] : []),
    ...procedure.steps.flatMap(({ key, actor }) =>
      actor.kind === 'position' ? [{ where: `procedure.${key}`, position: actor.position }] : [],
    ),
    ...graph.ways.flatMap((way) =>
      way.outcome.effects.flatMap((effect) =>
        effect.type === 'notify' && effect.to !== undefined ? [{ where: placeOf(way), position: effect.to }] : [],
      ),
    ),
    ...Object.entries(documents).flatMap(([key, { signatory }]) =>
      signatory === undefined ? [] : [{ where: `documents.${key}`, position: signatory }],
    ),
    ...rules.flatMap(({ key, then }) => {
      const where = `rules.${key}`;
      if (then.type === 'route' || then.type === 'escalate') return [{ where, position: then.position }];
      return then.type === 'notify' && then.to !== undefined ? [{ where, position: then.to }] : [];
    }),
  ];
}
