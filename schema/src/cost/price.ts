import type { FieldNode } from 'graphql';
import type { FieldHolder, FieldRule } from './field-rules.ts';

/** What is asked of one thing: of each kind that it may be, the dearest. */
export interface Price {
  /** However many things of it there are: asking agencies about all of them. */
  readonly once: number;
  /** For each. */
  readonly each: number;
  readonly parts: readonly PricedField[];
}

/** A field of a thing, with what is asked for in it. */
export interface PricedField {
  /** As the answer calls it. */
  readonly name: string;
  readonly node: FieldNode;
  readonly on: FieldHolder;
  /** Null for what a schema says of itself. */
  readonly rule: FieldRule | null;
  /** How many it gives to one thing: 1, or the length of the list. */
  readonly length: number;
  /** For one thing: the field and what it gives, without what is asked for in that. */
  readonly own: number;
  readonly inside: Price | null;
  /** Whether another agency has to be asked for it than for what stands around it. */
  readonly isFetched: boolean;
}

/** What the field costs for `things` things, with all that is asked for in it. */
export function totalOf({ own, length, inside }: PricedField, things: number): number {
  return things * own + (inside === null ? 0 : inside.once + things * length * inside.each);
}

/** A field on the way to where most of the cost lies. */
export type PathStep = PricedField & {
  /** How many there are of the field's own values, all lists around it multiplied. */
  readonly count: number;
};

/** The way from the root to the field in which more than half of `total` lies, and in no field of it; the dearest first of equals. */
export function dearestPath(price: Price, total: number): readonly PathStep[] {
  const path: PathStep[] = [];
  let [things, inside]: [number, Price | null] = [1, price];
  while (inside !== null) {
    const part: PricedField | undefined = dearestOf(inside.parts, things);
    if (part === undefined || totalOf(part, things) * 2 < total) break;
    things *= part.length;
    path.push({ ...part, count: things });
    inside = part.inside;
  }
  return path;
}

function dearestOf(parts: readonly PricedField[], things: number): PricedField | undefined {
  return parts.reduce<PricedField | undefined>(
    (dearest, part) => (dearest && totalOf(dearest, things) >= totalOf(part, things) ? dearest : part),
    undefined,
  );
}
