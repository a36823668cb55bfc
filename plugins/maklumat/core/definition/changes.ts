/** One difference between two definitions. `before` and `after` are the values; of what was moved, the places. */
export interface Change {
  where: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before?: unknown;
  after?: unknown;
  /** A short name of the place, for people. */
  label: string;
}

export interface Place {
  where: string;
  label: string;
}

/** Equal as JSON: the order of keys says nothing, and a key without a value is none. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)].map((entries) => entries.filter(([, value]) => value !== undefined));
  const values = new Map<string, unknown>(right);
  return left?.length === right?.length && (left ?? []).every(([key, value]) => values.has(key) && sameValue(value, values.get(key)));
}

export const added = ({ where, label }: Place, after: unknown): Change => ({ where, kind: 'added', after, label });
export const removed = ({ where, label }: Place, before: unknown): Change => ({ where, kind: 'removed', before, label });

const isAbsent = (value: unknown): boolean => value == null || value === '';

/** The difference of two values that are compared as wholes. */
export function ofValue(place: Place, before: unknown, after: unknown): Change[] {
  if (sameValue(before ?? undefined, after ?? undefined)) return [];
  if (isAbsent(before) && !isAbsent(after)) return [added(place, after)];
  if (isAbsent(after) && !isAbsent(before)) return [removed(place, before)];
  return [{ where: place.where, kind: 'changed', before, after, label: place.label }];
}

/** The differences of two objects, property by property, except those that are compared in another way. */
export function ofProperties(place: (property: string) => Place, before: object, after: object, except: readonly string[] = []): Change[] {
  const values = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))] as const;
  const names = [...new Set([...values[1].keys(), ...values[0].keys()])].filter((name) => !except.includes(name));
  return names.flatMap((name) => ofValue(place(name), values[0].get(name), values[1].get(name)));
}

/** Positions of a longest run that keeps its order; what is not in it was moved. */
function unmoved(order: readonly number[]): ReadonlySet<number> {
  const runs: number[][] = [];
  for (const value of order) {
    const longest = runs.reduce<number[]>((best, run) => ((run.at(-1) ?? -1) < value && run.length > best.length ? run : best), []);
    runs.push([...longest, value]);
  }
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []));
}

interface Entry<T> {
  item: T;
  index: number;
}

/** Items by key; a key that occurs again gets a number, so that nothing is lost. */
function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, Entry<T>> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item, index) => {
      const key = keyOf(item);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [JSON.stringify([key, count]), { item, index }];
    }),
  );
}

interface KeyedList<T> {
  keyOf: (item: T) => string;
  /** `index` is the one after the change, or before it for what was removed. */
  placeOf: (item: T, index: number) => Place;
  /** What holds the item, when it can change hands: the section of a field. */
  homeOf?: (item: T) => string;
  /** The differences within an item that both have. */
  within: (before: T, after: T, place: Place) => Change[];
}

/** The differences of two lists whose items are known by key: what came, what went, what was moved, and what differs within those that stayed. */
export function ofList<T>(list: KeyedList<NoInfer<T>>, before: readonly T[], after: readonly T[]): Change[] {
  const [old, fresh] = [byKey(before, list.keyOf), byKey(after, list.keyOf)];
  const homeOf = (item: T): string | undefined => list.homeOf?.(item);
  const stayed = [...fresh].flatMap(([key, entry]) => {
    const was = old.get(key);
    return was && homeOf(was.item) === homeOf(entry.item) ? [was.index] : [];
  });
  const still = unmoved(stayed);
  const spot = ({ item, index }: Entry<T>): object => ({ position: index + 1, ...(list.homeOf ? { section: list.homeOf(item) } : {}) });
  const kept = [...fresh].flatMap(([key, entry]): Change[] => {
    const place = list.placeOf(entry.item, entry.index);
    const was = old.get(key);
    if (!was) return [added(place, entry.item)];
    const moved: Change[] = still.has(was.index) ? [] : [{ ...place, kind: 'moved', before: spot(was), after: spot(entry) }];
    return [...moved, ...list.within(was.item, entry.item, place)];
  });
  const gone = [...old].flatMap(([key, { item, index }]) => (fresh.has(key) ? [] : [removed(list.placeOf(item, index), item)]));
  return [...kept, ...gone];
}

/** The differences of two lists of texts: a text that another one replaced at the same position was changed. */
export function ofTexts(placeOf: (index: number) => Place, before: readonly string[], after: readonly string[]): Change[] {
  const list: KeyedList<string> = { keyOf: (text) => text, placeOf: (_text, index) => placeOf(index), within: () => [] };
  const changes = ofList(list, before, after);
  const replaced = new Set(changes.filter(({ kind }) => kind === 'added').map(({ where }) => where));
  return changes.flatMap((change): Change[] => {
    const twin = changes.find(({ kind, where }) => where === change.where && kind === (change.kind === 'added' ? 'removed' : 'added'));
    if (change.kind === 'added' && twin) return [{ ...change, kind: 'changed', before: twin.before }];
    return change.kind === 'removed' && replaced.has(change.where) ? [] : [change];
  });
}
