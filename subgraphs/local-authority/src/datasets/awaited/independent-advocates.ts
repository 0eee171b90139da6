import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const roles = dimension('role', 'Role', ['Domestic violence', 'Sexual violence', 'Hate crime']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'independent-advocates',
  title: 'Independent advocates',
  publisher: "London boroughs and the Mayor's Office for Policing and Crime",
  description: 'Advocates for victims; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'independent-advocates',
      name: 'Independent advocates',
      alsoCalled: ['IDVA', 'ISVA', 'IDVAs', 'domestic abuse advocates', 'independent domestic violence adviser'],
      definition: 'Posts in full-time equivalents on 31 March, by role.',
      unit: 'POSTS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [roles],
    },
    {
      id: 'independent-advocate-caseload',
      name: 'Cases per independent advocate',
      alsoCalled: ['IDVA caseload', 'ISVA caseload'],
      definition: 'Mean number of open cases of an advocate on 31 March, by role.',
      unit: 'CASES',
      valueType: 'MEAN',
      decimals: 1,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [roles],
      headline: { role: 'domestic-violence' },
    },
  ],
});
