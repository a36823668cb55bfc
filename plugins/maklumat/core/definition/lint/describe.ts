import { formatDate } from '../../language/calendar';
import { answered, left, measured, valueWords } from '../../language/lint/examples';
import { factsOf, type Facts } from '../../rules/conditions';
import type { FactType } from '../../rules/factTypes';
import type { Condition } from '../../rules/schema';

/** A fact's value in words: the label of an option, "ya", a date with its weekday. */
function inWords(value: unknown, type: FactType | undefined): string {
  if (Array.isArray(value)) {
    if (type?.kind === 'files') return valueWords.uploaded;
    if (type?.kind === 'items') return valueWords.filled;
    return value.map((item) => inWords(item, type)).join(', ');
  }
  if (typeof value === 'boolean') return value ? valueWords.yes : valueWords.no;
  if (typeof value !== 'string') return String(value);
  if (type?.kind === 'files') return valueWords.uploaded;
  if (type?.kind === 'date') return formatDate(value, 'id');
  return type?.options?.find((option) => option.value === value)?.label ?? value;
}

/**
 * Facts as a clerk would say them: `"Jenis pemohon" dijawab "Lembaga", dan "Surat tugas" dikosongkan`. Those come first that the conditions ask for, and of
 * these the unanswered ones are told too.
 */
export function describeFacts(facts: Facts, types: ReadonlyMap<string, FactType>, conditions: readonly Condition[]): string {
  const asked = [...new Set(conditions.flatMap(factsOf))];
  const others = Object.keys(facts).filter((name) => !asked.includes(name));
  const parts = [...asked, ...others].flatMap((name) => {
    const type = types.get(name);
    const label = type?.label ?? name;
    if (Object.hasOwn(facts, name)) {
      const isAnswer = type?.source === 'answers' || type?.source === 'decisions';
      return [(isAnswer ? answered : measured)(label, inWords(facts[name], type))];
    }
    return type && !type.always && asked.includes(name) ? [left(label)] : [];
  });
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')}, dan ${parts.at(-1) ?? ''}` : (parts[0] ?? valueWords.anything);
}
