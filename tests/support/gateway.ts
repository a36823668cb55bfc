import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  /** Path and query as they came. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** `reset` breaks the connection off; `stall` never answers; `late` answers only when told to. */
export type Answer = { status?: number; text?: string; headers?: Record<string, string> } | 'reset' | 'stall' | { late: Promise<void> };

export interface Gateway {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** A real HTTP server on the loopback address that stands for a service of somebody else. */
export async function aGateway(answer: (request: Received) => Answer): Promise<Gateway> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      received.push(one);
      const said = answer(one);
      if (said === 'stall') return;
      if (said === 'reset') {
        request.socket.resetAndDestroy();
        return;
      }
      if ('late' in said) {
        void said.late.then(() => response.end());
        return;
      }
      response.writeHead(said.status ?? 200, said.headers).end(said.text ?? '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
