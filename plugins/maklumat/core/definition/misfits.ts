import { z } from 'zod';
import type { Language } from '../language/language';
import { misfitText } from '../language/misfits';

/** One way in which a value does not have the shape that was asked for. */
export interface Misfit {
  /** To the value that is wrong; to the object around it when it is about a property that is missing or not known. */
  path: (string | number)[];
  /** The property that is missing or not known. */
  property?: string;
  /** A sentence for people who do not program. */
  message: string;
}

type Issue = z.core.$ZodIssue;

/** zod's own words, for what has none of ours. */
const words = { id: z.locales.id().localeError, en: z.locales.en().localeError };

/** The patterns of the schemas that have a name. */
const patterns: Readonly<Record<string, 'slug' | 'fieldKey' | 'ruleKey'>> = {
  '/^[a-z0-9]+(-[a-z0-9]+)*$/': 'slug',
  '/^[a-z][A-Za-z0-9]{0,59}$/': 'fieldKey',
  '/^[a-z][a-z0-9-]*$/': 'ruleKey',
};

const pathOf = (issue: Issue): (string | number)[] =>
  issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));

const memberOf = (value: unknown, segment: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
    ? (value as Record<string | number, unknown>)[segment]
    : undefined;

/** The last name of a path to a property that the value does not have. */
function missingAt(value: unknown, path: readonly (string | number)[]): string | undefined {
  const last = path.at(-1);
  return typeof last === 'string' && path.reduce(memberOf, value) === undefined ? last : undefined;
}

/** Of the alternatives of a union the one that the value comes nearest to: strange or wrong at the top weighs most, then the number of issues. */
function nearest(branches: readonly Issue[][]): Issue[] | undefined {
  const weight = (issues: readonly Issue[]): number => issues.length + 100 * issues.filter(({ path }) => path.length === 0).length;
  return [...branches].sort((a, b) => weight(a) - weight(b))[0];
}

/** Takes unions apart, so that an issue is about a place and not about every form that the place could have had. */
function flatten(value: unknown, issue: Issue): Issue[] {
  const nested = issue.code === 'invalid_union' ? nearest(issue.errors) : undefined;
  if (!nested || missingAt(value, pathOf(issue)) !== undefined) return [issue];
  return nested.flatMap((inner) => flatten(value, { ...inner, path: [...issue.path, ...inner.path] }));
}

function sentenceOf(issue: Issue, language: Language): string {
  const text = misfitText[language];
  if (issue.code === 'invalid_type') return text.type(text.types[issue.expected] ?? issue.expected);
  if (issue.code === 'invalid_value') return text.oneOf(issue.values.map(String));
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options) return text.oneOf(issue.options.map(String));
  const pattern = issue.code === 'invalid_format' && issue.format === 'regex' ? patterns[issue.pattern ?? ''] : undefined;
  return pattern ? text.pattern[pattern] : issue.message;
}

function misfit(value: unknown, issue: Issue, language: Language): Misfit[] {
  const path = pathOf(issue);
  const text = misfitText[language];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => ({ path, property: name, message: text.unknown(name) }));
  const missing = missingAt(value, path);
  if (missing !== undefined) return [{ path: path.slice(0, -1), property: missing, message: text.missing(missing) }];
  return [{ path, message: sentenceOf(issue, language) }];
}

/** Holds a value against a schema. Empty exactly when it fits. */
export function misfitsOf(schema: z.ZodType, value: unknown, language: Language): Misfit[] {
  const issues = schema.safeParse(value, { error: words[language] }).error?.issues ?? [];
  return issues.flatMap((issue) => flatten(value, issue)).flatMap((issue) => misfit(value, issue, language));
}
