/** What the server tells its launcher. */
export type Report =
  { type: 'listening' } | { type: 'administrator'; email: string; password: string; file: string } | { type: 'failed'; message: string };

export function isReport(message: unknown): message is Report {
  return typeof message === 'object' && message !== null && 'type' in message;
}
