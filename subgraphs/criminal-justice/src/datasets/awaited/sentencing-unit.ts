import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'sentencing-unit',
  title: 'MOPAC Sentencing Unit',
  publisher: "the Mayor's Office for Policing and Crime",
  description: 'What the unit planned in 2013 looked at. Sentences are described, never judged.',
  accessTier: 'OPEN',
  frequency: 'Not known',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'unduly-lenient-sentence-referrals',
      name: 'Sentences referred as unduly lenient',
      alsoCalled: ['ULS', 'lenient sentences'],
      definition:
        "Sentences of London's courts that were referred to the Attorney General as unduly lenient in the year.",
      unit: 'CASES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      caveats: [{ severity: 'CAUTION', text: 'Few: one more or less is chance.' }],
    },
  ],
});
