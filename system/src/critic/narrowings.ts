import { dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';

/** Values of a dimension that stand for all of them. */
const wholes: readonly string[] = ['all', 'total', 'persons', 'all-ages'];

/** Whether a narrowing is that of another and one dimension more. Never throws. */
export function narrowsFurther(part: readonly string[], whole: readonly string[]): boolean {
  return part.length === whole.length + 1 && whole.every((value) => part.includes(value));
}

/** What a key narrows to, without what stands for all. Never throws. */
export function narrowingOf(key: string): readonly string[] {
  return Object.entries(dimensionsOf(key)).flatMap(([dimension, value]) =>
    wholes.includes(value) ? [] : [`${dimension}=${value}`],
  );
}
