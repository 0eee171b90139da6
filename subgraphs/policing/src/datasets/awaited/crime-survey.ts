import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';

const crimes = dimension('crime', 'Crime', [
  'Domestic abuse',
  'Sexual assault',
  'Stalking',
  'Violence',
  'Theft',
  'Fraud',
  'Abuse in childhood',
]);

/** Generally known; no publication at hand states it, so none is named. */
const pandemic: SeriesBreak = {
  at: '2020-04-01',
  kind: 'METHOD',
  note: 'Interviews at home stopped in March 2020; a survey by telephone, with other questions, took their place until October 2021.',
};

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'crime-survey',
  title: 'Crime Survey for England and Wales',
  publisher: 'the Office for National Statistics',
  description: 'Estimates of how many adults were victims, reported to the police or not.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'crime-survey-prevalence',
      name: 'Adults who were victims of crime',
      alsoCalled: ['CSEW', 'Crime Survey for England and Wales', 'British Crime Survey', 'victimisation'],
      definition:
        'Adults who were victims of a crime at least once in the 12 months before the interview, estimated, in percent of those interviewed. Reported to the police or not.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [crimes],
      breaks: [pandemic],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'An estimate from interviews: look at the limits. Not to be set against recorded crime, which counts something else.',
        },
      ],
    },
  ],
});
