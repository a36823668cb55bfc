import { z } from 'zod';

/** One JSON Schema of what may stand at a place. */
export type Shape = z.core.JSONSchema.BaseSchema;

/** Reads along the JSON Schema of a part: at every place there is a list of shapes, of which the text may have any. */
export interface Shapes {
  /** What may stand at the top. */
  root: readonly Shape[];
  /** Those of the shapes that an object with these properties can still become. */
  fitting: (shapes: readonly Shape[], members: Readonly<Record<string, unknown>>) => Shape[];
  /** What may stand under a property, or in a list at any place. */
  inside: (shapes: readonly Shape[], segment: string | number) => Shape[];
}

export function shapesOf(schema: z.ZodType): Shapes {
  const document = z.toJSONSchema(schema, { io: 'input' });
  const definitions = document.$defs ?? {};

  /** Follows references and takes unions apart; the words about the union are kept where its alternative has none. */
  function alternatives(shape: Shape | boolean | undefined): Shape[] {
    if (shape === undefined || typeof shape === 'boolean') return [];
    const { $ref, anyOf, oneOf, ...own } = shape;
    const described = (found: Shape): Shape =>
      own.description !== undefined && found.description === undefined ? { ...found, description: own.description } : found;
    if ($ref !== undefined) return alternatives(definitions[$ref.replace('#/$defs/', '')]).map(described);
    const union = anyOf ?? oneOf;
    return union ? union.flatMap(alternatives).map(described) : [shape];
  }

  const contradicts = (shape: Shape, members: Readonly<Record<string, unknown>>): boolean =>
    Object.entries(members).some(([name, value]) => {
      const wanted = alternatives(shape.properties?.[name]);
      return value !== undefined && wanted.length > 0 && wanted.every((own) => own.const !== undefined && own.const !== value);
    });
  const isStrange = (shape: Shape, members: Readonly<Record<string, unknown>>): boolean =>
    shape.additionalProperties === false && Object.keys(members).some((name) => shape.properties?.[name] === undefined);

  return {
    root: alternatives(document),
    fitting(shapes, members) {
      const possible = shapes.filter((shape) => !contradicts(shape, members));
      const known = possible.filter((shape) => !isStrange(shape, members));
      return known.length > 0 ? known : possible;
    },
    inside(shapes, segment) {
      return shapes.flatMap((shape) => {
        if (typeof segment === 'number') return Array.isArray(shape.items) ? shape.items.flatMap(alternatives) : alternatives(shape.items);
        return alternatives(shape.properties?.[segment] ?? shape.additionalProperties);
      });
    },
  };
}
