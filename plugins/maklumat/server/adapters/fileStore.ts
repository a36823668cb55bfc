import { join, resolve } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where citizens' files lie: outside `public/`, named by random id, reachable only through the plugin. */
export interface FileStore {
  put(id: string, content: Buffer): Promise<void>;
  get(id: string): Promise<Buffer>;
  remove(id: string): Promise<void>;
  /** Throws when the store cannot be written to and read from. */
  probe(): Promise<void>;
}

/** Two letters of fan-out keep a folder listing short. */
const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`;

export function createFileStore(dataDirectory: string): FileStore {
  const disk = new Disk(new FSDriver({ location: join(resolve(dataDirectory), 'files'), visibility: 'private' }));
  return {
    put: (id, content) => disk.put(keyOf(id), content),
    get: async (id) => Buffer.from(await disk.getBytes(keyOf(id))),
    remove: (id) => disk.delete(keyOf(id)),
    async probe() {
      await disk.put('.probe', 'ok');
      if ((await disk.get('.probe')) !== 'ok') throw new Error('Penyimpanan berkas tidak mengembalikan apa yang ditulis');
    },
  };
}
