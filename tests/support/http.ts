import request, { type Test } from 'supertest';
import { contractOf } from './openapi';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A supertest client whose every answer must be as the server's own OpenAPI document says; a test that gets another one fails. */
export type Api = Record<Method, (path: string) => Test>;

/** `headers` go with every call, such as an officer's Authorization. */
export async function api(url: string, headers: Record<string, string> = {}): Promise<Api> {
  const conform = await contractOf(url);
  const call =
    (method: Method) =>
    (path: string): Test =>
      request(url)
        [method](path)
        .set(headers)
        .expect((response) => {
          conform(method, path.split('?')[0] ?? path, {
            status: response.status,
            headers: response.headers,
            body: response.body as unknown,
          });
        });
  return { get: call('get'), post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete') };
}
