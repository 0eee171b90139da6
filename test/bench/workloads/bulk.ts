import { windowsOf } from './windows.ts';
import { anyWindow, type Workload } from './workload.ts';

const query = `query Bulk($group: ID!, $during: PeriodRange) {
  policing {
    series(indicators: ["recorded-crime"], areaType: BOROUGH, dimensions: [{ dimension: "offence-group", value: $group }], first: 2000) {
      nodes {
        indicator { id }
        area { code }
        dimensions { dimension value }
        isSynthetic
        periodIds(during: $during)
        values(during: $during)
        statuses(during: $during)
      }
      hasNextPage
      endCursor
    }
  }
}`;
/** Each with the series of the group and of its offences, from two to five a borough. */
const groups = ['robbery', 'drug-offences', 'sexual-offences', 'theft', 'vehicle-offences'];
/** Nearly every month: 188 of them, and a few less so that no whole response repeats. */
const windows = Array.from({ length: 30 }, (_, missing) => windowsOf(188 - missing)).flat();

/** A data scientist's table: one indicator, every borough, every month, in columns; each request for another offence group or other months. */
export const bulk: Workload = {
  name: 'bulk',
  description:
    'one indicator, every borough, 159 to 188 months, the offences of one group in columns; group and months vary, so that no whole response repeats',
  kinds: groups.map((group) => ({ query, variables: { group, during: anyWindow } })),
  choose: (index) => ({
    kind: index % groups.length,
    window: windows[Math.floor(index / groups.length) % windows.length] ?? null,
  }),
  distinct: groups.length * windows.length,
  hasReleases: false,
};
