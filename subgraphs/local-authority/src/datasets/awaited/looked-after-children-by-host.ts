import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

/** Where children are placed: a borough of London, or anywhere else. */
const hosts = dimension('host', 'Where they are placed', [...boroughs.map(({ name }) => name), 'Outside London']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'looked-after-children-by-host',
  title: 'Looked-after children by the borough in which they are placed',
  publisher: 'London boroughs',
  description:
    'To which boroughs each borough sends the children whom it looks after; for named users, because few go from one to another. How many are placed elsewhere in all is published, and in `children-placed-across-boundaries`.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'looked-after-children-by-host-borough',
      name: 'Looked-after children by host borough',
      alsoCalled: ['host borough', 'placed in other boroughs', 'out of borough placements'],
      definition:
        'Children whom the borough looks after on 31 March, in all and by the borough in which they are placed.',
      unit: 'CHILDREN',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [hosts],
    },
  ],
});
