import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { flagsInConnect } from '../breaks.ts';
import { metPlaces } from '../met-places.ts';
import { openCounts, otherCrimeSource, otherCrimeTable } from '../other-crime-table.ts';
import { metropolitanPolice } from '../publishers.ts';

/** Parts of the offences, which are among them. */
const subsets = dimension('subset', 'Part', ['Violence with injury', 'Homicide']);

const definitions = awaitedDataset({
  id: 'met-domestic-abuse',
  title: 'Domestic abuse',
  publisher: metropolitanPolice,
  description:
    'Offences that officers flagged as domestic abuse, by borough and month. Incidents are twice as many, and another table has them.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: openCounts,
  indicators: [
    {
      id: 'domestic-abuse-offences',
      partOf: [{ indicator: 'recorded-crime' }],
      name: 'Domestic abuse offences',
      alsoCalled: [
        'DA',
        'DV',
        'domestic violence',
        'domestic abuse',
        'domestics',
        'intimate partner violence',
        'spousal abuse',
      ],
      definition:
        'Offences recorded by the Metropolitan Police and flagged as domestic abuse: between people aged 16 and over who are or were partners, or members of one family. Incidents in which no offence was recorded are not in it.',
      unit: 'OFFENCES',
      polarity: 'REPORTING_VOLUME',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      hasSeams: true,
      dimensions: [subsets],
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
      awaitsFile: true,
      name: 'Domestic abuse incidents',
      alsoCalled: ['DA incidents', 'domestic incidents', 'DV incidents'],
      definition: 'Reports of domestic abuse to the Metropolitan Police, whether or not an offence was recorded.',
      unit: 'INCIDENTS',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      hasSeams: true,
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

const offences = { indicator: 'domestic-abuse-offences' };

export const dataset: DatasetDefinition = {
  ...definitions,
  ...otherCrimeSource,
  formats: [
    otherCrimeTable(definitions.indicators, {
      'Domestic Abuse': offences,
      'Domestic Abuse VWI': { ...offences, dimensions: { subset: 'violence-with-injury' } },
      'Domestic Abuse Homicide': { ...offences, dimensions: { subset: 'homicide' } },
    }),
  ],
};
