import { textFindings as text } from '../../language/lint/texts';
import { placeholders, placeholdersOf } from '../placeholders';
import type { LintContext } from './context';
import { at, type Finding } from './finding';
import { effectsOfType } from './graph';

/** The message that goes out when the time to answer is extended; the command names it, not an outcome. */
const extensionMessage = 'extended';

interface Letter {
  where: string;
  names: readonly string[];
}

/** Whether messages and documents name what exists, are used, and tell nobody what he must not see. */
export function lintTexts(context: LintContext): Finding[] {
  const { messages, documents } = context.definition;
  const letters: Letter[] = [
    ...Object.entries(messages).map(([key, { subject, body }]) => ({
      where: `messages.${key}`,
      names: placeholdersOf(`${subject}\n${body}`),
    })),
    ...Object.entries(documents).map(([key, { title, body }]) => ({
      where: `documents.${key}`,
      names: placeholdersOf(`${title}\n${body}`),
    })),
  ];
  return [...letters.flatMap((letter) => lintLetter(context, letter)), ...lintUse(context), ...lintRecipients(context)];
}

function lintLetter({ definition, graph, types }: LintContext, { where, names }: Letter): Finding[] {
  const known: readonly string[] = placeholders;
  const isNamed = (name: string): boolean => names.includes(name);
  return [
    ...names.flatMap((name) => {
      if (known.includes(name)) return [];
      if (!/^(?:answers|decisions)\./.test(name)) return [at(where, text.unknownPlaceholder(name, known))];
      const type = types.get(name);
      if (!type) return [at(where, text.fieldMissing(name))];
      if (type.field?.type === 'text' && type.field.oneTime) return [at(where, text.oneTime(name))];
      return type.kind === 'files' || type.kind === 'items' ? [at(where, text.unreadable(name))] : [];
    }),
    ...(isNamed('amount') && !definition.rules.some(({ then }) => then.type === 'charge') ? [at(where, text.noAmount)] : []),
    ...(isNamed('schedule') && effectsOfType(graph, 'reserve').length === 0 ? [at(where, text.noSchedule)] : []),
  ];
}

/** Every sending of a message: which, by what, and to which position; to the applicant where there is none. */
function sendings({ definition, graph }: LintContext): { message: string; to?: string }[] {
  return [
    ...effectsOfType(graph, 'notify').map(({ effect: { message, to } }) => ({ message, ...(to === undefined ? {} : { to }) })),
    ...definition.rules.flatMap(({ then }) => {
      if (then.type === 'notify') return [{ message: then.message, ...(then.to === undefined ? {} : { to: then.to }) }];
      return then.type === 'escalate' && then.message !== undefined ? [{ message: then.message, to: then.position }] : [];
    }),
    ...(definition.clock.extension ? [{ message: extensionMessage }] : []),
  ];
}

function lintUse(context: LintContext): Finding[] {
  const { definition, graph } = context;
  const sent = new Set(sendings(context).map(({ message }) => message));
  const issued = new Set(
    [...effectsOfType(graph, 'issueDocument'), ...effectsOfType(graph, 'invoice')].map(({ effect }) => effect.document),
  );
  const reasonless = effectsOfType(graph, 'notify').filter(({ outcome }) => outcome.reason === 'none');
  return [
    ...(definition.clock.extension && !Object.hasOwn(definition.messages, extensionMessage)
      ? [at(`messages.${extensionMessage}`, text.extensionUnannounced(extensionMessage))]
      : []),
    ...Object.entries(definition.messages).flatMap(([key, { subject, body }]) => {
      const where = `messages.${key}`;
      if (!sent.has(key)) return [at(where, text.unusedMessage(key))];
      const names = placeholdersOf(`${subject}\n${body}`);
      const silent = names.includes('reason') ? reasonless.find(({ effect }) => effect.message === key) : undefined;
      return silent ? [at(where, text.noReason(silent.outcome.label))] : [];
    }),
    ...Object.keys(definition.documents).flatMap((key) => (issued.has(key) ? [] : [at(`documents.${key}`, text.unusedDocument(key))])),
  ];
}

/** A position on the procedure's list of the blind must not read in a letter what the desk hides from it. */
function lintRecipients(context: LintContext): Finding[] {
  const { procedure, messages } = context.definition;
  const told = new Set<string>();
  return sendings(context).flatMap(({ message, to }) => {
    const body = Object.hasOwn(messages, message) ? messages[message] : undefined;
    if (!body || to === undefined || !procedure.blind.includes(to) || told.has(`${message} ${to}`)) return [];
    told.add(`${message} ${to}`);
    return placeholdersOf(`${body.subject}\n${body.body}`)
      .filter((name) => context.types.get(name)?.field?.confidential === true)
      .map((name) => at(`messages.${message}`, text.confidential(name, to)));
  });
}
