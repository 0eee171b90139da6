import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { connect } from '../../breaks.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-business-crime',
  title: 'Business crime',
  publisher: mayorsOffice,
  description: 'Offences against businesses, by a flag of the recording system.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'business-crime',
      name: 'Business crime',
      alsoCalled: ['retail crime', 'crime against business', 'shop crime'],
      definition:
        'Offences recorded by the Metropolitan Police and flagged as committed against a business or a person at work in one: about one in six of all.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A flag is set on offences of any group: they are part of recorded crime already, and flags overlap each other. Never add them.',
        },
      ],
    },
  ],
});
