import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { operations } from '../../contracts';
import type { Operation } from '../../contracts/contract';
import { ErrorBody, httpStatus } from '../../contracts/errors';

const tagNames = { public: 'Umum', cases: 'Permohonan', account: 'Akun dan data pribadi', desk: 'Meja kerja petugas' } as const;

function responses(operation: Operation): NonNullable<ZodOpenApiOperationObject['responses']> {
  const { status, schema, mediaTypes = [] } = operation.success;
  const content = schema
    ? { 'application/json': { schema } }
    : Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]));
  const failures = [...new Set([...operation.errors.map((kind) => httpStatus[kind]), 500])].map((code) => {
    const kinds = operation.errors.filter((kind) => httpStatus[kind] === code);
    return [String(code), { description: kinds.join(', ') || 'internal', content: { 'application/json': { schema: ErrorBody } } }] as const;
  });
  return {
    [String(status)]: { description: 'Berhasil', content },
    ...(operation.method === 'get' && operation.tag === 'public' ? { '304': { description: 'Tidak berubah' } } : {}),
    ...Object.fromEntries(failures),
  };
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const multipart = {
    'multipart/form-data': {
      schema: { type: 'object' as const, required: ['file'], properties: { file: { type: 'string' as const, format: 'binary' } } },
    },
  };
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [tagNames[operation.tag]],
    ...(operation.tag === 'desk' ? { security: [{ admin: [] }] } : {}),
    ...(operation.session === 'required' ? { security: [{ applicant: [] }] } : {}),
    ...(operation.session === 'optional' ? { security: [{ applicant: [] }, {}] } : {}),
    requestParams: {
      ...(operation.params ? { path: operation.params } : {}),
      ...(operation.query ? { query: operation.query } : {}),
      ...(operation.headers ? { header: operation.headers } : {}),
    },
    ...(operation.body ? { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } } : {}),
    ...(operation.multipart ? { requestBody: { required: true, content: multipart } } : {}),
    responses: responses(operation),
  };
}

/** OpenAPI 3.1 of the REST contract, generated from `contracts/`. */
export function openApiDocument(serverUrl: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Maklumat',
      version: '1',
      description: 'Layanan publik, permohonan, dan meja kerja petugas. Kesalahan memakai daftar jenis tertutup pada error.details.kind.',
    },
    servers: [{ url: serverUrl }],
    tags: Object.values(tagNames).map((name) => ({ name })),
    components: {
      securitySchemes: {
        admin: { type: 'http', scheme: 'bearer', description: 'Sesi admin Strapi' },
        applicant: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Sesi pemohon terdaftar (jwt dari masuk atau pendaftaran)',
        },
      },
    },
    paths,
  });
}
