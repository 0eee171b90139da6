import { ordinalOf, periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import type { Window } from './workload.ts';

const months = { type: 'MONTH' } as const;
/** The months of recorded crime that the published files and the generated data both have. */
const firstMonth = ordinalOf(months, '2010-04');
const lastMonth = ordinalOf(months, '2025-11');

/** Every window of so many months that lies in the months of recorded crime, oldest first. */
export function windowsOf(length: number): readonly Window[] {
  const count = lastMonth - firstMonth + 2 - length;
  return Array.from({ length: count }, (_, index) => ({
    from: periodAt(months, firstMonth + index).start,
    to: periodAt(months, firstMonth + index + length - 1).end,
  }));
}
