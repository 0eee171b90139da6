import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { flagsInConnect } from '../breaks.ts';
import { hateCrimeBaselines } from '../framework-baselines.ts';
import { metPlaces } from '../met-places.ts';
import { openCounts, otherCrimeSource, otherCrimeTable } from '../other-crime-table.ts';
import { metropolitanPolice } from '../publishers.ts';

/** The five strands that are monitored, race and religion together as the police count them, and two kinds of hatred within them. */
const strands = dimension('strand', 'Strand', [
  'Race',
  'Racist and religious',
  'Faith',
  'Sexual orientation',
  'Transgender',
  'Disability',
  'Antisemitic',
  'Islamophobic',
]);

const definitions = awaitedDataset({
  id: 'met-hate-crime',
  title: 'Hate crime',
  publisher: metropolitanPolice,
  description:
    'Offences that officers flagged as hate crime, by strand, borough and month. The table has no total of hate crime, and none is made: strands overlap.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: openCounts,
  indicators: [
    {
      id: 'hate-crime',
      partOf: [{ indicator: 'recorded-crime' }],
      name: 'Hate crime',
      alsoCalled: ['hate', 'bias crime'],
      valuesAlsoCalled: {
        race: ['racism', 'racist crime', 'racial hatred'],
        'racist-and-religious': ['racism', 'racist', 'racist hate crime'],
        'sexual-orientation': ['homophobia', 'homophobic crime', 'homophobic hate crime'],
        transgender: ['transphobia', 'transphobic crime'],
        antisemitic: ['antisemitism', 'anti-Jewish'],
        islamophobic: ['islamophobia', 'anti-Muslim'],
        disability: ['disablist', 'disability hate crime'],
        faith: ['religious hatred'],
      },
      definition:
        'Offences recorded by the Metropolitan Police that the victim or anyone else perceived to be motivated by hostility or prejudice, by the month in which they were recorded. An offence may have several strands, and some strands are part of others: they never add up, and the police publish no total of them by borough.',
      unit: 'OFFENCES',
      polarity: 'REPORTING_VOLUME',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      baselines: hateCrimeBaselines,
      grid: { type: 'MONTH' },
      hasSeams: true,
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
        {
          severity: 'INFO',
          text: 'Antisemitic and Islamophobic offences are part of the strand of faith, and faith of racist and religious hate crime, which the police count together: there is no strand of race alone.',
        },
      ],
    },
  ],
});
const strand = (value: string) => ({ indicator: 'hate-crime', dimensions: { strand: value } });

export const dataset: DatasetDefinition = {
  ...definitions,
  ...otherCrimeSource,
  formats: [
    otherCrimeTable(definitions.indicators, {
      'Racist and Religious Hate Crime': strand('racist-and-religious'),
      'Faith Hate Crime': strand('faith'),
      'Anti-Semitic': strand('antisemitic'),
      Islamophobic: strand('islamophobic'),
      'Homophobic Hate Crime': strand('sexual-orientation'),
      'Transgender Hate': strand('transgender'),
      'Disability Hate Crime': strand('disability'),
    }),
  ],
};
