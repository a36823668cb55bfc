import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

interface OpenApi {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema?: unknown }> }> } | undefined>>;
}

/** Holds an answer against the document; throws with method, path and what does not fit. */
export type Conform = (method: string, path: string, answer: Answer) => void;

const id = 'openapi.json';
const escaped = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** `/api/services/{slug}` matches one segment per parameter. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** Literal segments win over parameters: `/desk/commands` is not a case number. */
function findPath(document: OpenApi, path: string): string | undefined {
  const candidates = Object.keys(document.paths).filter((template) => patternOf(template).test(path));
  return candidates.sort((one, other) => one.split('{').length - other.split('{').length)[0];
}

function conformTo(document: OpenApi): Conform {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats(ajv);
  ajv.addSchema(document, id);
  const compiled = new Map<string, ValidateFunction>();

  const validatorOf = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `${id}#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  const check = (where: string, pointer: string, body: unknown): void => {
    const validate = validatorOf(pointer);
    if (!validate(body))
      throw new Error(`${where}: the answer differs from the document: ${ajv.errorsText(validate.errors, { dataVar: 'answer' })}`);
  };

  return (method, path, answer) => {
    const where = `${method.toUpperCase()} ${path} ${answer.status}`;
    if (answer.status === 204 || answer.status === 304 || method === 'head') return;
    const mediaType = (answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    const template = findPath(document, path);
    const operation = template === undefined ? undefined : document.paths[template]?.[method];
    if (template === undefined || operation === undefined) {
      if (answer.status < 400) throw new Error(`${where}: the document does not name this call`);
      return check(where, '/components/schemas/Error', answer.body);
    }
    const response = operation.responses[String(answer.status)];
    if (response === undefined)
      throw new Error(`${where}: the document names no such status; the answer was ${JSON.stringify(answer.body)}`);
    const isJson = mediaType.endsWith('json');
    // A file of any type is documented as what it is to a client that only stores it.
    const documented = response.content?.[mediaType] ?? (isJson ? undefined : response.content?.['application/octet-stream']);
    if (documented === undefined) throw new Error(`${where}: the document names no ${mediaType}`);
    if (documented.schema === undefined || !isJson) return;
    check(where, `/paths/${escaped(template)}/${method}/responses/${answer.status}/content/${escaped(mediaType)}/schema`, answer.body);
  };
}

const documents = new Map<string, Promise<Conform>>();

async function load(url: string): Promise<Conform> {
  const response = await fetch(`${url}/api/openapi.json`);
  if (!response.ok) throw new Error(`GET /api/openapi.json answered ${response.status}`);
  return conformTo((await response.json()) as OpenApi);
}

/** Reads the server's own OpenAPI document once per address. */
export function contractOf(url: string): Promise<Conform> {
  const known = documents.get(url) ?? load(url);
  documents.set(url, known);
  return known;
}
