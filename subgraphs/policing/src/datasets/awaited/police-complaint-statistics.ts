import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'police-complaint-statistics',
  title: 'Police complaints: statistics for England and Wales',
  publisher: 'the Independent Office for Police Conduct',
  description:
    'The yearly tables of complaint cases by police force, printed openly for the force as a whole; cases of a borough or of a team are restricted, in police-complaints.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'police-complaints-per-1000-officers',
      name: 'Complaints per 1,000 officers',
      alsoCalled: ['police complaints', 'IOPC', 'misconduct'],
      definition: 'Complaint cases recorded in the year for each 1,000 police officers of the force.',
      unit: 'PER_1000',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
