import { awaitedDataset } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import { flagsInConnect } from '../breaks.ts';
import { metPlaces } from '../met-places.ts';
import { mayorsOffice } from '../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-domestic-abuse',
  title: 'Domestic abuse',
  publisher: mayorsOffice,
  description: 'Offences and incidents that officers flagged as domestic abuse, from the monthly crime dashboard.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'domestic-abuse-offences',
      name: 'Domestic abuse offences',
      definition:
        'Offences recorded by the Metropolitan Police and flagged as domestic abuse: between people aged 16 and over who are or were partners, or members of one family.',
      unit: 'OFFENCES',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      breaks: [flagsInConnect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A flag is set on offences of any group: they are part of recorded crime already, and flags overlap each other. Never add them.',
        },
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more victims report or that more is recorded, not that more happens.',
        },
      ],
    },
    {
      id: 'domestic-abuse-incidents',
      name: 'Domestic abuse incidents',
      definition: 'Reports of domestic abuse to the Metropolitan Police, whether or not an offence was recorded.',
      unit: 'INCIDENTS',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      breaks: [flagsInConnect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more victims report or that more is recorded, not that more happens.',
        },
        { severity: 'CAUTION', text: 'Offences are among the incidents: never add the two.' },
      ],
    },
  ],
});
