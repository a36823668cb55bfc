import { checkAnswer } from '../form/checks';
import type { SimpleField } from '../form/schema';
import type { FactType } from './factTypes';
import type { Scalar } from './schema';

/** Any other text, where a text is only told apart from the ones that conditions name. */
const someText = 'contoh';
const someFile = '00000000-0000-4000-8000-000000000000';
const someInstant = '2026-01-05T02:00:00Z';
const millisecondsPerDay = 86_400_000;
const millisecondsPerMinute = 60_000;
/** More options than this are not combined with each other any more: the subsets would be too many to try. */
const combinedOptions = 10;

/** True when `domainOf` has a value for every case; false where there are too many choices to combine. */
export const isCovered = (type: FactType, constants: readonly Scalar[]): boolean =>
  type.kind !== 'choices' || mentionedFirst(type, texts(constants)).length <= combinedOptions;

const texts = (constants: readonly Scalar[]): string[] => constants.filter((constant) => typeof constant === 'string');

/**
 * Values that stand for all values of a fact: whatever the conditions that name these constants say about any value, they say about one of these.
 * Between two constants, on each, and beyond the outermost lies one value each; `undefined` is among them when the fact may be unknown. Values that the
 * fact's field would refuse are left out.
 * @param constants everything that the fact is compared with
 * @param today YYYY-MM-DD, for fields with limits that move
 */
export function domainOf(type: FactType, constants: readonly Scalar[], today: string): unknown[] {
  const values = [...new Map(valuesOf(type, constants, today).map((value) => [JSON.stringify(value), value])).values()];
  const taken = values.filter((value) => isAnswer(type, value, today));
  return [...(taken.length > 0 ? taken : values.slice(0, 1)), ...(type.always ? [] : [undefined])];
}

function isAnswer({ field }: FactType, value: unknown, today: string): boolean {
  return field === undefined || field.type === 'group' || value === freshText(field) || checkAnswer(field, value, { today }).ok;
}

function valuesOf(type: FactType, constants: readonly Scalar[], today: string): unknown[] {
  const named = texts(constants);
  switch (type.kind) {
    case 'text':
      return [...named, freshText(type.field)];
    case 'boolean':
      return [true, false];
    case 'choice':
      return mentionedFirst(type, named);
    case 'choices':
      return subsets(mentionedFirst(type, named));
    case 'number':
      return points(
        constants.filter((constant) => typeof constant === 'number'),
        {
          start: 1,
          whole: type.whole === true,
          ...(type.min === undefined ? {} : { min: type.min }),
          ...(type.max === undefined ? {} : { max: type.max }),
        },
      );
    case 'date':
      return points(named.map(dayNumber).filter(Number.isFinite), { start: dayNumber(today), whole: true }).map(dayOf);
    case 'time':
      return points(named.map(minuteNumber).filter(Number.isFinite), { start: 540, whole: true, min: 0, max: 1439 }).map(minuteOf);
    case 'instant': {
      const minutes = named.map((text) => Date.parse(text) / millisecondsPerMinute).filter(Number.isFinite);
      const start = Date.parse(someInstant) / millisecondsPerMinute;
      return [...named, ...points(minutes, { start, whole: false }).map(instantOf)];
    }
    case 'files':
      return [type.field && 'maxFiles' in type.field && type.field.maxFiles > 1 ? [someFile] : someFile];
    case 'items':
      return [[{}]];
  }
}

/** A text of the field's kind that no condition names; of a text with a pattern it only stands for one. */
function freshText(field: FactType['field']): string {
  const samples: Partial<Record<SimpleField['type'], string>> = {
    nik: '3574010101900001',
    phone: '+6281234567890',
    email: 'warga@example.go.id',
    longText: 'contoh isian',
  };
  if (field?.type === 'area') return `${field.within}.01.01.1001`.split('.').slice(0, 3).join('.') + '.1001';
  return (field && field.type !== 'group' ? samples[field.type] : undefined) ?? someText;
}

/** The options that conditions name, and one that stands for all others. */
function mentionedFirst({ options = [] }: FactType, named: readonly string[]): string[] {
  const values = options.map((option) => option.value);
  const other = values.find((value) => !named.includes(value));
  return [...(other === undefined ? [] : [other]), ...values.filter((value) => named.includes(value))];
}

/** Every answer of several choices, as far as they can be combined: all subsets of a few, else each alone and all together. */
function subsets(options: readonly string[]): string[][] {
  if (options.length > combinedOptions) return [...options.map((option) => [option]), [...options]];
  return options
    .reduce<string[][]>((sets, option) => [...sets, ...sets.map((set) => [...set, option])], [[]])
    .filter((set) => set.length > 0)
    .sort((one, other) => one.length - other.length);
}

/** Numbers on, between and beyond the constants, within the limits; `start` alone where there are no constants. */
function points(
  constants: readonly number[],
  { start, whole, min, max }: { start: number; whole: boolean; min?: number; max?: number },
): number[] {
  const fits = (value: number): boolean => (min === undefined || value >= min) && (max === undefined || value <= max);
  const named = [...constants.flatMap((constant) => (whole ? [Math.floor(constant), Math.ceil(constant)] : [constant])), min, max];
  const edges = [...new Set(named.filter((value) => value !== undefined))].sort((one, other) => one - other);
  const [lowest] = edges;
  const highest = edges.at(-1);
  if (lowest === undefined || highest === undefined) return [start];
  const between = edges.slice(1).flatMap((edge, index) => middle(edges[index] ?? edge, edge, whole));
  return [...edges, ...between, lowest - 1, highest + 1].filter(fits);
}

function middle(low: number, high: number, whole: boolean): number[] {
  const half = Math.floor((low + high) / 2);
  if (low < half && half < high) return [half];
  return whole ? [] : [(low + high) / 2];
}

const dayNumber = (date: string): number => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) / millisecondsPerDay : Number.NaN);
const dayOf = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
const minuteNumber = (time: string): number =>
  /^\d{2}:\d{2}$/.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : Number.NaN;
const minuteOf = (minute: number): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
const pad = (value: number): string => String(value).padStart(2, '0');
const instantOf = (minute: number): string => new Date(minute * millisecondsPerMinute).toISOString().replace('.000Z', 'Z');
