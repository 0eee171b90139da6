import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'proceeds-of-crime',
  title: 'Proceeds of crime',
  publisher: metropolitanPolice,
  description: 'Money and assets taken from offenders.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'proceeds-of-crime-seized',
      name: 'Proceeds of crime seized',
      alsoCalled: ['POCA', 'asset recovery', 'cash seized', 'confiscation'],
      definition: 'Value of cash and assets seized in the year under the Proceeds of Crime Act 2002, in cash.',
      unit: 'POUNDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
