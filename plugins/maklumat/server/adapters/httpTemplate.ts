import type { ReadableStreamDefaultReader } from 'node:stream/web';
import type { Gateway } from '../settings';

/** `neither`: the service answered, but not in a way that the configuration knows as a yes or a no. */
export type GatewayAnswer = 'success' | 'refusal' | 'neither';

/** Makes one call with these values. Throws when no whole answer came in time; what it throws quotes none of the values. */
export type GatewayCall<Name extends string> = (values: Readonly<Record<Name, string>>) => Promise<GatewayAnswer>;

type Escape = (value: string) => string;

/** Bytes of an answer that are read, at most: 64 KiB (default of the product). A yes or a no stands at its beginning. */
const longestAnswer = 65_536;
const methods = ['GET', 'POST', 'PUT'];
const placeholder = /\{\{\s*(\w*)\s*\}\}/g;

const inForm: Escape = (value) => new URLSearchParams({ value }).toString().slice('value='.length);
const inJson: Escape = (value) => JSON.stringify(value).slice(1, -1);
const inXml: Escape = (value) => value.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
/** A line break would begin another header, and other characters cannot be sent in one. */
const inHeader: Escape = (value) => value.replace(/[^\x20-\x7e]+/g, ' ');

/** How values are written into a body, by its media type. */
const bodies: readonly [RegExp, Escape][] = [
  [/^application\/x-www-form-urlencoded\b/i, inForm],
  [/[/+]json\b/i, inJson],
  [/[/+]xml\b/i, inXml],
];

const fill = (template: string, values: Readonly<Record<string, string>>, escape: Escape): string =>
  template.replace(placeholder, (_whole, name: string) => escape(values[name] ?? ''));

function patternOf(variable: string, pattern: string): RegExp | undefined {
  if (pattern === '') return undefined;
  try {
    return new RegExp(pattern, 's');
  } catch {
    throw new Error(`${variable}: bukan ekspresi reguler yang sah`);
  }
}

function headersOf(variable: string, text: string): [string, string][] {
  try {
    const parsed: unknown = JSON.parse(text === '' ? '{}' : text);
    const entries = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.entries(parsed) : undefined;
    if (entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
      new Headers(entries);
      return entries;
    }
  } catch {
    // Said below, in words that name the setting.
  }
  throw new Error(`${variable}: harus objek JSON berisi nama dan nilai header`);
}

function checkNames(variable: string, template: string, names: readonly string[]): void {
  for (const [, name = ''] of template.matchAll(placeholder))
    if (!names.includes(name)) throw new Error(`${variable}: {{${name}}} tidak dikenal; yang ada ${names.join(', ')}`);
}

/** The beginning of an answer as text. Whatever comes behind it is not waited for. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  let text = '';
  for (let size = 0; reader && size < longestAnswer;) {
    const { value, done } = await reader.read();
    if (done) return text;
    const wanted = value.subarray(0, longestAnswer - size);
    text += decoder.decode(wanted, { stream: true });
    size += wanted.length;
  }
  await reader?.cancel();
  return text;
}

/**
 * A call to a service that only settings know. Values are escaped for where they stand: in the URL, in a header, in a body of JSON, form fields or XML. Redirects
 * are not followed, since what they lead to was not configured. Refusal is looked for first; success asks for a status of 2xx as well. Throws at once, naming the
 * variable and never its value, when the settings cannot work.
 * @param prefix of the environment variables, such as `SMS`
 * @param words of the variables that hold the two patterns
 * @param names that may stand in the templates
 */
export function createGatewayCall<Name extends string>(
  prefix: string,
  words: { success: string; refusal: string },
  gateway: Gateway,
  names: readonly Name[],
): GatewayCall<Name> {
  const variable = (name: string): string => `${prefix}_${name}`;
  const { method, url, body, timeout } = gateway;
  const headers = headersOf(variable('HEADERS'), gateway.headers);
  const success = patternOf(variable(words.success), gateway.success);
  const refusal = patternOf(variable(words.refusal), gateway.refusal);
  const hasBody = body !== '' && !/^get$/i.test(method);
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const inBody = bodies.find(([pattern]) => pattern.test(type))?.[1];
  if (hasBody && !inBody) throw new Error(`${variable('HEADERS')}: Content-Type harus JSON, XML, atau application/x-www-form-urlencoded`);
  checkNames(variable('URL'), url, names);
  checkNames(variable('HEADERS'), gateway.headers, names);
  checkNames(variable('BODY'), body, names);
  // The host is fixed: what a person typed chooses no server.
  if (!/^https?:\/\/[^/?#{}]+(?:[/?#]|$)/i.test(url) || !URL.canParse(url.replace(placeholder, 'x')))
    throw new Error(`${variable('URL')}: bukan alamat http(s) dengan nama server yang tetap`);
  if (/^[^/]+\/\/[^/?#]*@/.test(url))
    throw new Error(`${variable('URL')}: nama dan kata sandi ditulis di header Authorization, bukan di alamat`);
  if (!methods.includes(method.toUpperCase())) throw new Error(`${variable('METHOD')}: harus salah satu dari ${methods.join(', ')}`);

  return async (values) => {
    const response = await fetch(fill(url, values, encodeURIComponent), {
      method: method.toUpperCase(),
      headers: headers.map(([name, template]): [string, string] => [name, fill(template, values, inHeader)]),
      ...(hasBody && inBody ? { body: fill(body, values, inBody) } : {}),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    const text = await textOf(response);
    if (refusal?.test(text)) return 'refusal';
    return response.ok && (success?.test(text) ?? true) ? 'success' : 'neither';
  };
}
