import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'transport-sexual-offences',
  title: 'Sexual offences on transport',
  publisher: 'British Transport Police and Transport for London',
  description:
    'Reports of unwanted sexual behaviour on the network. The British Transport Police is a second force in the same boroughs.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'transport-sexual-offence-reports',
      name: 'Reports of unwanted sexual behaviour on transport',
      alsoCalled: [
        'TfL',
        'groping on tube',
        'sexual harassment on public transport',
        'Project Guardian',
        'Report It to Stop It',
      ],
      definition: 'Reports of unwanted sexual behaviour on buses, trains and stations of London in the year.',
      unit: 'REPORTS',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more victims report or that more is recorded, not that more happens.',
        },
        {
          severity: 'CAUTION',
          text: 'The Metropolitan Police records some of them too: never add it to sexual offences.',
        },
      ],
    },
  ],
});
