export type { Finding, Known } from './finding';
export { gate, isPublishable } from './gate';
export { lint } from './lint';
