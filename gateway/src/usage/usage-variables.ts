import type { Variable } from '@boroughgraph/schema/process/environment.ts';
import { z } from 'zod';

/** `USAGE_FOLDER`: where it is recorded how often operations and fields are asked for; null where nobody counts. */
export const usageFolderVariable: Variable<string | null> = {
  name: 'USAGE_FOLDER',
  schema: z.string(),
  fallback: null,
  expected: 'a folder',
  example: '/var/lib/boroughgraph/usage',
  says: 'Where it is counted how often each operation and field is asked for, and by which clients, without variables, for 90 days; `npm start` names the folder `usage` of its data.',
};
