import type { Workload } from './workload.ts';

/** Enough to fill everything that is remembered of operations many times over. */
const operations = 30_000;

/** Operations that nobody asks twice, as whoever writes out values in place of variables sends them. */
export const differentOperations: Workload = {
  name: 'different operations',
  description: 'one figure of one borough, never in the same words',
  kinds: Array.from({ length: operations }, (_, index) => ({
    query: `{ borough(code: "E09000012") { name${index}: name crime { recorded { latest { value displayValue } } } } }`,
    variables: {},
  })),
  choose: (index) => ({ kind: index % operations, window: null }),
  distinct: operations,
  hasReleases: false,
};
