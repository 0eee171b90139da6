import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'pre-recorded-evidence',
  title: 'Pre-recorded cross-examination',
  publisher: 'HM Courts & Tribunals Service',
  description: 'How often vulnerable witnesses gave evidence before the trial; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'pre-recorded-cross-examinations',
      name: 'Pre-recorded cross-examinations',
      alsoCalled: ['section 28', 's28', 'video evidence'],
      definition:
        'Cases in the quarter in which a cross-examination under section 28 of the Youth Justice and Criminal Evidence Act 1999 was recorded before the trial.',
      unit: 'CASES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION'],
      siteKind: 'court',
      grid: { type: 'QUARTER' },
    },
  ],
});
