/** A stretch of time, half-open: it holds `from` and ends before `to`, so what begins when another ends does not touch it. ISO instants. */
export interface Interval {
  from: string;
  to: string;
}

/** The same in milliseconds since 1970, for comparing many. */
export interface Span {
  from: number;
  to: number;
}

export const spanOf = ({ from, to }: Interval): Span => ({ from: Date.parse(from), to: Date.parse(to) });

/** True when the two share an instant; meeting at a boundary is none [domain.md §1.3]. */
export const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** Minutes that an interval has within another, 0 when they do not overlap. */
export const minutesWithin = (one: Span, bounds: Span): number =>
  Math.max(0, Math.min(one.to, bounds.to) - Math.max(one.from, bounds.from)) / 60_000;

/** Longest slot, 14 days, and the years in which one may lie. Defaults of the product. */
const longest = 14 * 24 * 60 * 60_000;
const century: Span = { from: Date.parse('2000-01-01T00:00:00Z'), to: Date.parse('2100-01-01T00:00:00Z') };

/** True for a slot that can be booked: it ends after it begins, within 14 days, and lies in this century. */
export function isBookable(slot: Interval): boolean {
  const { from, to } = spanOf(slot);
  return from < to && to - from <= longest && century.from <= from && to <= century.to;
}
