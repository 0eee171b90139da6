import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

/** What people who work for a police force do. Roles overlap: constables are officers. */
export const workforceRoles = dimension('role', 'Role', [
  'Police officers',
  'Constables',
  'Firearms officers',
  'Officers in Safer Neighbourhoods',
  'Community support officers',
  'Police staff',
  'Special constables',
]);
