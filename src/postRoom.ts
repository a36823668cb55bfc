import { Semaphore } from 'async-mutex';

/**
 * Megabytes of posts that the site has under way at a time, altogether and from one address (defaults of the product). It keeps a post in memory whole, and several
 * times over while it is taken apart; what has no room waits on its sender's side. A post larger than either takes all of it, alone.
 */
const most = 48;
const mostFromOne = 24;
/** A post up to so many bytes waits for nobody: answers without files, 100 kB (default of the product). */
const small = 100_000;

interface Share {
  room: Semaphore;
  users: number;
}

const room = new Semaphore(most);
const shares = new Map<string, Share>();

/**
 * Does the work of a post once there is room for its bytes, in the order of arrival.
 * @param bytes undefined when the sender did not say; that counts as the largest
 */
export async function inRoom(address: string, bytes: number | undefined, work: () => Promise<void>): Promise<void> {
  if (bytes !== undefined && bytes <= small) {
    await work();
    return;
  }
  const weight = bytes === undefined ? most : Math.min(Math.ceil(bytes / 1_000_000), most);
  const share = shares.get(address) ?? { room: new Semaphore(mostFromOne), users: 0 };
  shares.set(address, share);
  share.users += 1;
  try {
    await share.room.runExclusive(() => room.runExclusive(work, weight), Math.min(weight, mostFromOne));
  } finally {
    share.users -= 1;
    if (share.users === 0) shares.delete(address);
  }
}
