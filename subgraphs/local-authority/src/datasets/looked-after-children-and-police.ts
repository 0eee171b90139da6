import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const authorities = dimension('responsible', 'Responsible authority', ['This borough', 'Another authority']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'looked-after-children-and-police',
  title: 'Looked-after children and the police',
  publisher: 'London boroughs and the Metropolitan Police Service',
  description: 'Arrests of children in care, and where they are placed; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'looked-after-children-arrest-rate',
      name: 'Looked-after children who were arrested',
      definition:
        'Children looked after for 12 months who were arrested in the year, in percent, by the authority that is responsible.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'looked-after-children-charge-rate',
      name: 'Looked-after children who were charged',
      definition:
        'Children looked after for 12 months who were charged in the year, in percent, by the authority that is responsible.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'children-placed-in-borough',
      name: 'Looked-after children placed in the borough',
      definition: 'Children looked after by any authority who are placed in the borough on 31 March.',
      unit: 'CHILDREN',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
      dimensions: [authorities],
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'By where the child lives, not by the authority that is responsible: another basis than that of all other figures of children in care.',
        },
      ],
    },
  ],
});
