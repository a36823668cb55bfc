/** What was typed into one form while there was no network, as the browser would have sent it. */
export interface Copy {
  /** Slug of the service. */
  service: string;
  /** Id of the applicant who was logged in; empty for nobody. A copy is shown to its owner only. */
  owner: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  entries: [name: string, value: string | File][];
  /** It went out once. Either the page that answers erases it, or it did not arrive, and from then on its owner decides. */
  sent?: boolean;
}

/** A copy that nobody came back for is dropped when a form is opened later than this (default of the product). */
const longestKept = 3 * 86_400_000;

const database = 'maklumat';
const table = 'salinan';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table, { keyPath: 'service' });
  return (await done(opening)).transaction(table, mode).objectStore(table);
}

/** The copy of a service's form on this device, when it is this owner's. Somebody else's and forgotten ones are erased, of every service. */
export async function findCopy(service: string, owner: string): Promise<Copy | undefined> {
  const open = await store('readwrite');
  const copies = (await done(open.getAll())) as Copy[];
  const kept = copies.filter((copy) => copy.owner === owner && Date.now() - copy.savedAt < longestKept);
  await Promise.all(copies.filter((copy) => !kept.includes(copy)).map((copy) => done(open.delete(copy.service))));
  return kept.find((copy) => copy.service === service);
}

/** @throws when the device has no room, or its owner allows no storage */
export async function keepCopy(copy: Copy): Promise<void> {
  await done((await store('readwrite')).put(copy));
}

/** Notes that a service's copy, where there is one, is on its way to the server. */
export async function markSent(service: string): Promise<void> {
  const open = await store('readwrite');
  const copy = (await done(open.get(service))) as Copy | undefined;
  if (copy) await done(open.put({ ...copy, sent: true } satisfies Copy));
}

/** Erases a service's copy when it was sent; one that was made since then stays. */
export async function eraseSent(service: string): Promise<void> {
  const open = await store('readwrite');
  const copy = (await done(open.get(service))) as Copy | undefined;
  if (copy?.sent) await done(open.delete(service));
}

export async function eraseCopy(service: string): Promise<void> {
  await done((await store('readwrite')).delete(service));
}
