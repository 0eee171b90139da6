import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const kinds = dimension('kind', 'Kind', ['Fraud', 'Cyber crime']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'fraud-investigation',
  title: 'Fraud and cyber crime allocated to the Met',
  publisher: metropolitanPolice,
  description:
    'Reports that the National Fraud Intelligence Bureau passes on, and what became of them; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'fraud-reports-allocated',
      name: 'Fraud and cyber crime reports allocated',
      alsoCalled: ['Action Fraud', 'cyber crime', 'scams', 'Falcon', 'online fraud'],
      definition:
        'Reports that the bureau allocated to the Metropolitan Police in the year, because the suspect is thought to be in its area. Victims may live anywhere.',
      unit: 'REPORTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'LOCATION_OF_SUSPECT',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [kinds],
    },
    {
      id: 'fraud-judicial-outcome-rate',
      name: 'Judicial outcomes of fraud and cyber crime',
      definition:
        'Allocated reports that ended in a charge, summons, caution or another outcome of justice in the year, in percent of those allocated in it.',
      unit: 'PERCENT',
      // Outcomes of the year belong in part to reports of earlier years.
      possible: { high: Number.MAX_SAFE_INTEGER },
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'LOCATION_OF_SUSPECT',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Outcomes of the year belong in part to reports of earlier years: it may pass 100%.',
        },
      ],
    },
  ],
});
