import type { Variable } from '@boroughgraph/schema/process/environment.ts';
import { z } from 'zod';

/** `WEBHOOKS`: who is told by `npm run webhooks`. */
export const webhooksVariable: Variable<string | null> = {
  name: 'WEBHOOKS',
  schema: z.string(),
  fallback: null,
  expected: 'a JSON file that lists subscribers',
  example: '/etc/boroughgraph/webhooks.json',
  says: 'Who is told by npm run webhooks of releases, corrections, recalls and breaking changes, and with which secrets that is signed.',
};
