import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { connect } from '../../breaks.ts';
import { metAlone } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'rape-detection',
  title: 'Rape detection',
  publisher: mayorsOffice,
  description: 'Recorded rapes that were detected.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'rape-detection-rate',
      name: 'Rape detection rate',
      alsoCalled: ['rape solved', 'rape charge rate', 'rape clear-up', 'rape detections'],
      definition:
        'Rapes that ended in a charge, summons or caution in 12 months, in percent of rapes recorded in them.',
      unit: 'PERCENT',
      // Rapes detected in 12 months were in part recorded before.
      possible: { high: Number.MAX_SAFE_INTEGER },
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metAlone,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Rapes detected in 12 months were in part recorded before: not a share of the same offences.',
        },
      ],
    },
  ],
});
