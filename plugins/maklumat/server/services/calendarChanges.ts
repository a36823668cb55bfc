import { z } from 'zod';
import { formatDate } from '../../core/language/calendar';
import { serverText } from '../../core/language/server';

const Named = z.object({ name: z.string(), date: z.iso.date().optional() });
const Changed = z.union([Named, z.object({ entries: z.array(Named).min(1) }).transform(({ entries: [first] }) => first ?? { name: '' })]);

const verbs: Record<string, 'added' | 'changed' | 'removed'> = { create: 'added', clone: 'added', delete: 'removed' };

/** Why deadlines move, as the record of every case that moved will say: which entry of which calendar was added, changed or removed. */
export function describeCalendarChange(action: string, result: unknown): string {
  const changed = Changed.safeParse(result);
  const text = serverText.id.calendarChange;
  if (!changed.success) return text.unnamed;
  const { name, date } = changed.data;
  const what = date === undefined ? text.calendar(name) : text.holiday(name, formatDate(date, 'id'));
  return `${what} ${text[verbs[action] ?? 'changed']}.`;
}
