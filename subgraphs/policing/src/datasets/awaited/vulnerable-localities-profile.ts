import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { mayorsOffice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'vulnerable-localities-profile',
  title: 'Vulnerable Localities Profile',
  publisher: mayorsOffice,
  description: 'A composite of crime, health, education and density by ward.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'vulnerable-localities-decile',
      name: 'Vulnerable Localities Profile',
      alsoCalled: ['VLP', 'vulnerable localities index'],
      definition:
        "In which tenth of London's wards a ward lies by risk to the stability of its community: 1 is the most vulnerable. From crime, health, educational attainment and density.",
      unit: 'SCORE',
      possible: { low: 1, high: 10, isWhole: true },
      decimals: 0,
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['WARD'],
      grid: { type: 'CALENDAR_YEAR' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A tenth is a rank, not a size: it says nothing of how far wards lie apart, and nothing of a person.',
        },
      ],
    },
  ],
});
