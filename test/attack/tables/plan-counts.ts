import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { Axis } from './axes.ts';
import { type AtomCounts, dimensionIds } from './cube.ts';
import type { WorldPlan } from './world-plan.ts';

/** The counts of a plan by position on the axes. */
export function countsOf(
  { counts }: WorldPlan,
  axes: { readonly [K in 'first' | 'second' | 'area']: Pick<Axis, 'atoms'> },
): AtomCounts {
  return ({ area, first, second, time }) => {
    const row = (time * axes.area.atoms + area) * axes.first.atoms + first;
    return counts[(row * axes.second.atoms + second) % counts.length] ?? 0;
  };
}

/** How the series of one indicator add up over its dimensions. */
export function breakdownsOf(
  indicator: string,
  { first, second }: Pick<WorldPlan, 'first' | 'second'>,
): readonly Structure[] {
  const [kind, group] = dimensionIds;
  const narrowed = (value: string) => ({ indicator, dimensions: { [kind]: value } });
  const overSecond: readonly Structure[] =
    second === 'none' ? [] : [{ kind: 'categories', indicator, dimension: group }];
  const whole = { indicator, dimensions: {} };
  switch (first) {
    case 'none':
      return overSecond;
    case 'flag':
      return [...overSecond, { kind: 'subset', whole, part: narrowed('flagged') }];
    case 'nested':
      return [
        ...overSecond,
        { kind: 'subset', whole, part: narrowed('to-17') },
        { kind: 'subset', whole: narrowed('to-17'), part: narrowed('to-16') },
      ];
    default:
      return [...overSecond, { kind: 'categories', indicator, dimension: kind }];
  }
}
