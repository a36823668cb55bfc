import { readFileSync, writeFileSync } from 'node:fs';

const megabytes = (pid: number, figure: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`^${figure}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/**
 * From now on, how far the resident memory of a process has risen at most above what it is now, in megabytes. The system itself keeps the peak, so nothing between
 * two looks is missed.
 */
export function watchMemory(pid: number): () => number {
  // 5: forget the peak so far (proc_pid_clear_refs).
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const idle = megabytes(pid, 'VmRSS');
  return () => megabytes(pid, 'VmHWM') - idle;
}
