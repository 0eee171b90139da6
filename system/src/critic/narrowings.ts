import { dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';

/** Values of a dimension that stand for all of them. */
const wholes: readonly string[] = ['all', 'total', 'persons', 'all-ages'];

/** Whether a narrowing, by its key, is that of another and one dimension more. Never throws. */
export function narrowsFurther(part: string, whole: string): boolean {
  const [narrow, wide] = [narrowingOf(part), narrowingOf(whole)];
  return narrow.length === wide.length + 1 && wide.every((value) => narrow.includes(value));
}

/** What a key narrows to, without what stands for all. */
function narrowingOf(key: string): readonly string[] {
  return Object.entries(dimensionsOf(key)).flatMap(([dimension, value]) =>
    wholes.includes(value) ? [] : [`${dimension}=${value}`],
  );
}
