import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is as wanted, for work that the server does in the background. Throws with the last answer after the limit. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, limit = 90_000): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (performance.now() > end) throw new Error(`Not within ${limit} ms: ${JSON.stringify(answer)}`);
    await pause(100);
  }
}
