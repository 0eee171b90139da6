import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { connect } from '../../breaks.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const practices = dimension('practice', 'Practice', [
  'Female genital mutilation',
  'Forced marriage',
  '"Honour" based abuse',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'harmful-practices',
  title: 'Harmful practices',
  publisher: metropolitanPolice,
  description: 'Reports of genital mutilation, forced marriage and abuse in the name of "honour"; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'harmful-practices-reports',
      name: 'Reports of harmful practices',
      alsoCalled: [
        'FGM',
        'forced marriage',
        'honour-based abuse',
        'honour based violence',
        'female genital mutilation',
      ],
      definition: 'Reports to the Metropolitan Police in the year, offences or not, by practice.',
      unit: 'REPORTS',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [practices],
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more victims report or that more is recorded, not that more happens.',
        },
      ],
    },
  ],
});
