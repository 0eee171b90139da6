import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'female-genital-mutilation',
  title: 'Female genital mutilation',
  publisher: 'NHS England',
  description:
    'Women and girls in whom the NHS recorded it. Published in the tables of the Female Genital Mutilation Enhanced Dataset, annual report, by NHS commissioning region and England: counts of 1 to 7 are withheld and the others rounded to the nearest 5.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies['hes-1-7-round-5'],
  indicators: [
    {
      id: 'female-genital-mutilation-recorded-cases',
      name: 'Women and girls with female genital mutilation',
      alsoCalled: ['FGM', 'cutting', 'female circumcision'],
      definition:
        'Women and girls with an attendance in the year at which female genital mutilation was recorded, whenever and wherever it was done.',
      unit: 'PEOPLE',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'RESIDENCE_OF_PATIENT',
      areaTypes: ['REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [
        { severity: 'CAUTION', text: 'A rise may mean that more people come forward, not that more is done to them.' },
      ],
      notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
    },
  ],
});
