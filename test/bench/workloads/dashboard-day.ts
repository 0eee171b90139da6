import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { seededRandom } from '../seeded-random.ts';
import { dashboardOperations } from './dashboard-operations.ts';
import type { Workload } from './workload.ts';

const kinds = boroughs.flatMap(({ code }) => dashboardOperations(code));
const operations = kinds.length / boroughs.length;

/** The share of requests that name the first so many boroughs: the second has half as many as the first, the third a third. */
const shares = cumulativeShares(boroughs.length);
/** A dashboard's day: twenty operations, the same few boroughs most of the time, and new releases while people look. */
export const dashboardDay: Workload = {
  name: 'dashboard-day',
  description: '20 operations, Zipf-distributed over boroughs, while new releases of recorded crime are loaded',
  kinds,
  choose: (index) => {
    const random = seededRandom(index + 1);
    const drawn = random();
    const rank = shares.findIndex((share) => drawn < share);
    return { kind: Math.max(0, rank) * operations + Math.floor(random() * operations), window: null };
  },
  distinct: kinds.length,
  hasReleases: true,
};

function cumulativeShares(count: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, index) => 1 / (index + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight) / total);
}
