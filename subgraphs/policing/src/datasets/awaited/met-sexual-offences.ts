import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { conductCrimes2023, connect } from '../../breaks.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

const offences = dimension('offence', 'Offence', ['Rape', 'Other sexual offences']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-sexual-offences',
  title: 'Sexual offences and stalking',
  publisher: mayorsOffice,
  description: 'Sexual offences and stalking as the monthly crime dashboard counts them.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'sexual-offences',
      name: 'Sexual offences',
      alsoCalled: ['rape', 'sexual assault', 'SSA', 'sexual violence', 'sex crime'],
      definition:
        'Sexual offences recorded by the Metropolitan Police, whenever they happened: rape, and other sexual offences.',
      unit: 'OFFENCES',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      dimensions: [offences],
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more victims report or that more is recorded, not that more happens.',
        },
        { severity: 'CAUTION', text: 'The same offences are part of recorded crime: never add the two.' },
      ],
    },
    {
      id: 'stalking-offences',
      name: 'Stalking',
      alsoCalled: ['stalking', 'stalkers', 'harassment'],
      definition: 'Offences of stalking recorded by the Metropolitan Police, without harassment.',
      unit: 'OFFENCES',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      breaks: [conductCrimes2023, connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more victims report or that more is recorded, not that more happens.',
        },
      ],
    },
  ],
});
