import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeFindings, describeImport, describePublication, type Finding, type Imported, type Published } from './definitionWords.mts';
import { Failure, hasCode } from './failure.mts';
import { parseRotation, type Rotation, type RotationProgress } from './rotationCommand.mts';

type Json = Record<string, unknown>;

/** The service of the plugin that does the work. */
export interface Plugin {
  import(file: Json, dryRun: boolean): Promise<Imported>;
  export(slug: string, version: number | undefined): Promise<Json>;
  lint(slug: string, file?: Json): Promise<Finding[]>;
  publish(slug: string, effectiveFrom: string | undefined): Promise<Published>;
  rotateKeys(tell: (progress: RotationProgress) => void): Promise<Rotation>;
}

export interface Answer {
  data: unknown;
  /** The same for people. */
  words: string;
  /** True when the answer is a no. */
  refused: boolean;
}

export interface Command {
  json: boolean;
  /** @param say tells a person, on the way, how far it is */
  run(plugin: Plugin, say: (line: string) => void): Promise<Answer>;
}

/** npm changes into the root of the project; a person names files from where they stand. */
const pathOf = (file: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), file);

async function readJson(file: string): Promise<Json> {
  try {
    const value: unknown = JSON.parse(await readFile(pathOf(file), 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR', 'EACCES')) throw new Failure(`Berkas ${file} tidak dapat dibaca.`);
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Failure(`Berkas ${file} bukan JSON yang memuat satu layanan.`);
}

const hasError = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'error');

async function importFile(definitions: Plugin, file: string, dryRun: boolean): Promise<Answer> {
  const data = await definitions.import(await readJson(file), dryRun);
  return { data, words: describeImport(data, dryRun), refused: !data.accepted };
}

async function exportService(definitions: Plugin, slug: string, version: number | undefined, out: string | undefined): Promise<Answer> {
  const data = await definitions.export(slug, version);
  const text = JSON.stringify(data, undefined, 2);
  if (out === undefined) return { data, words: text, refused: false };
  await writeFile(pathOf(out), `${text}\n`);
  return { data, words: `Layanan "${slug}" ditulis ke ${out}.`, refused: false };
}

async function lint(definitions: Plugin, subject: string): Promise<Answer> {
  const file = subject.endsWith('.json') ? await readJson(subject) : undefined;
  const slug = typeof file?.slug === 'string' ? file.slug : subject;
  const findings = await definitions.lint(slug, file);
  return { data: { findings }, words: describeFindings(findings), refused: hasError(findings) };
}

async function publish(definitions: Plugin, slug: string, effectiveFrom: string | undefined): Promise<Answer> {
  const data = await definitions.publish(slug, effectiveFrom);
  return { data, words: describePublication(slug, data), refused: false };
}

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** Options of a command with its one subject; undefined when the words do not fit. */
function words<const O extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: readonly string[], options: O) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...options, json: flag }, allowPositionals: true });
    const [subject, ...rest] = positionals;
    return subject !== undefined && rest.length === 0 ? { subject, values } : undefined;
  } catch (error) {
    if (hasCode(error, 'ERR_PARSE_ARGS_UNKNOWN_OPTION', 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')) return undefined;
    throw error;
  }
}

/** What a call asks for; undefined when it cannot be understood. */
export function parseCommand([name, ...args]: readonly string[]): Command | undefined {
  if (name === 'import') {
    const call = words(args, { 'dry-run': flag });
    return call && { json: call.values.json, run: (definitions) => importFile(definitions, call.subject, call.values['dry-run']) };
  }
  if (name === 'export') {
    const call = words(args, { version: text, out: text });
    const version = call?.values.version;
    if (!call || (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))) return undefined;
    const number = version === undefined ? undefined : Number(version);
    return { json: call.values.json, run: (definitions) => exportService(definitions, call.subject, number, call.values.out) };
  }
  if (name === 'lint') {
    const call = words(args, {});
    return call && { json: call.values.json, run: (definitions) => lint(definitions, call.subject) };
  }
  if (name === 'publish') {
    const call = words(args, { 'effective-from': text });
    const date = call?.values['effective-from'];
    if (!call || (date !== undefined && !isDate(date))) return undefined;
    return { json: call.values.json, run: (definitions) => publish(definitions, call.subject, date) };
  }
  return name === 'rotate-keys' ? parseRotation(args) : undefined;
}
