import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const kinds = dimension('kind', 'Kind', ['Fraud', 'Computer misuse']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'national-crime',
  title: 'Crime in England and Wales',
  publisher: 'the Office for National Statistics and the Home Office',
  description: "National figures beside which London's stand.",
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'fraud-and-computer-misuse-estimate',
      name: 'Fraud and computer misuse',
      alsoCalled: ['cyber crime', 'computer misuse', 'hacking', 'scams'],
      definition:
        'Incidents of fraud and of computer misuse against adults, estimated from the Crime Survey. Experimental when they were first published in 2016.',
      unit: 'INCIDENTS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [kinds],
      caveats: [{ severity: 'CAUTION', text: 'An estimate: not a count of reports, which are far fewer.' }],
    },
    {
      id: 'national-recorded-crime',
      name: 'Crime recorded by all forces',
      alsoCalled: ['crime in England and Wales', 'national crime'],
      definition: 'Offences recorded by the police of England and Wales, without fraud.',
      unit: 'OFFENCES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_OFFENCE',
      areaTypes: ['COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
