import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Disk, type DriveDirectory, type DriveFile } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';
import { z } from 'zod';
import type { Settings } from '../settings';

/** One content in the store, or the thumbnail beside it. */
export interface StoredObject {
  /** Id of the file that it belongs to. */
  id: string;
  isThumbnail: boolean;
  /** When it was written, ISO in UTC by the clock of the store. */
  modifiedAt(): Promise<string>;
  remove(): Promise<void>;
}

/** Where citizens' files lie: outside `public/`, named by random id, reachable only through the plugin. */
export interface FileStore {
  put(id: string, content: Buffer): Promise<void>;
  get(id: string): Promise<Buffer>;
  /** One that is not there counts as removed. */
  remove(id: string): Promise<void>;
  /** Everything in the store, so many at a time at most. */
  list(batch: number): AsyncIterable<StoredObject[]>;
  /** Throws when the store cannot be written to and read from. */
  probe(): Promise<void>;
}

const Id = z.uuid();
const suffix = '.thumbnail';
/** Under which id the small picture of a file is stored. */
export const thumbnailOf = (id: string): string => `${id}${suffix}`;

/** Two letters of fan-out keep a folder listing short. */
const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`;
const probeKey = 'probe';

/** Waits for a store that stopped answering, in milliseconds: until it is reached, and until it answers and goes on answering; so often (defaults of the product). */
const connectionTimeout = 3_000;
const patience = 10_000;
const maxAttempts = 2;

function localDisk(dataDirectory: string): Disk {
  const location = join(resolve(dataDirectory), 'files');
  // Listing a folder that nobody has written to yet would fail.
  mkdirSync(location, { recursive: true });
  return new Disk(new FSDriver({ location, visibility: 'private' }));
}

function bucketDisk({ bucket, endpoint, region, accessKey, secretKey, pathStyle }: Settings['storage']): Disk {
  return new Disk(
    new S3Driver({
      bucket,
      region,
      forcePathStyle: pathStyle,
      visibility: 'private',
      // A bucket is private by itself; several S3-compatible stores refuse a request that names an ACL.
      supportsACL: false,
      // Without `throwOnRequestTimeout` the client would warn, and wait for ever.
      requestHandler: { connectionTimeout, requestTimeout: patience, throwOnRequestTimeout: true, socketTimeout: patience },
      maxAttempts,
      // Newer checksums are not known to every S3-compatible store.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint === '' ? {} : { endpoint }),
      // Without keys, those of the machine's own role count.
      ...(accessKey === '' ? {} : { credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } }),
    }),
  );
}

/** One level of the store, page by page. */
async function* levelOf(disk: Disk, prefix: string, batch: number): AsyncGenerator<(DriveFile | DriveDirectory)[]> {
  for (let paginationToken: string | undefined, more = true; more;) {
    const page = await disk.listAll(prefix, paginationToken === undefined ? {} : { paginationToken });
    let entries: (DriveFile | DriveDirectory)[] = [];
    // A folder on disk comes whole.
    for (const entry of page.objects) {
      entries.push(entry);
      if (entries.length < batch) continue;
      yield entries;
      entries = [];
    }
    yield entries;
    paginationToken = page.paginationToken;
    more = paginationToken !== undefined;
  }
}

/** Undefined for what somebody else put into the store. */
function storedObject(disk: Disk, file: DriveFile): StoredObject | undefined {
  const isThumbnail = file.name.endsWith(suffix);
  const id = isThumbnail ? file.name.slice(0, -suffix.length) : file.name;
  if (!Id.safeParse(id).success) return undefined;
  return {
    id,
    isThumbnail,
    modifiedAt: async () => (await file.getMetaData()).lastModified.toISOString(),
    remove: () => disk.delete(file.key),
  };
}

/** Files lie in a folder of this machine, or in a bucket of an S3-compatible store where one is set. */
export function createFileStore(dataDirectory: string, storage: Settings['storage']): FileStore {
  const disk = storage.bucket === '' ? localDisk(dataDirectory) : bucketDisk(storage);
  return {
    put: (id, content) => disk.put(keyOf(id), content),
    get: async (id) => Buffer.from(await disk.getBytes(keyOf(id))),
    remove: (id) => disk.delete(keyOf(id)),
    async *list(batch) {
      for await (const folders of levelOf(disk, '/', batch))
        for (const folder of folders) {
          if (folder.isFile) continue;
          for await (const entries of levelOf(disk, folder.prefix, batch)) {
            const files = entries.flatMap((entry) => (entry.isFile ? (storedObject(disk, entry) ?? []) : []));
            if (files.length > 0) yield files;
          }
        }
    },
    async probe() {
      await disk.put(probeKey, 'ok');
      if ((await disk.get(probeKey)) !== 'ok') throw new Error('Penyimpanan berkas tidak mengembalikan apa yang ditulis');
    },
  };
}
