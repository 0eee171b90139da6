import { readOperation } from './operations.ts';
import type { Workload } from './workload.ts';

/** What is held: every dataset and indicator of all agencies. It has no variables, so that it is always the same. */
export const catalogue: Workload = {
  name: 'catalogue',
  description: 'every dataset and indicator of four agencies, the same again and again',
  kinds: [{ query: readOperation('catalogue'), variables: {} }],
  choose: () => ({ kind: 0, window: null }),
  distinct: 1,
  hasReleases: false,
};
