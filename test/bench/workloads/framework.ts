import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { readOperation } from './operations.ts';
import type { Workload } from './workload.ts';

const query = readOperation('framework');
const ids = ['police-and-crime-plan-2013-16', 'police-and-crime-plan-2017-21', 'police-and-crime-plan-2022-25'];
const kinds = ids.flatMap((id) => boroughs.map(({ code }) => ({ query, variables: { id, area: code } })));

/** What London said it would measure, and what is known of each measure in one borough. */
export const framework: Workload = {
  name: 'framework',
  description: 'one framework and what is known of its measures in one borough; frameworks and boroughs take turns',
  kinds,
  choose: (index) => ({ kind: index % kinds.length, window: null }),
  distinct: kinds.length,
  hasReleases: false,
};
