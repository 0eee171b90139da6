import { awaitedDataset } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import { flagsInConnect } from '../breaks.ts';
import { metPlaces } from '../met-places.ts';
import { mayorsOffice } from '../publishers.ts';

/** The five strands that are monitored, and two kinds of hatred within them that the dashboard shows. */
const strands = dimension('strand', 'Strand', [
  'Race',
  'Faith',
  'Sexual orientation',
  'Transgender',
  'Disability',
  'Antisemitic',
  'Islamophobic',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-hate-crime',
  title: 'Hate crime',
  publisher: mayorsOffice,
  description: 'Offences that officers flagged as hate crime, from the monthly crime dashboard.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'hate-crime',
      name: 'Hate crime',
      definition:
        'Offences recorded by the Metropolitan Police that the victim or anyone else perceived to be motivated by hostility or prejudice, by the month in which they were recorded. An offence may have several strands, so that strands add up to more than the total.',
      unit: 'OFFENCES',
      polarity: 'REPORTING_VOLUME',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      dimensions: [strands],
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
        { severity: 'INFO', text: 'Antisemitic and Islamophobic offences are part of the strands of race and faith.' },
      ],
    },
  ],
});
