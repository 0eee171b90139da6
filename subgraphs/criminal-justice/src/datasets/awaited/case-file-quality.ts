import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'case-file-quality',
  title: 'Quality of case files',
  publisher: 'the Metropolitan Police Service and the Crown Prosecution Service',
  description: 'How good the files are that the police send to prosecutors; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'case-file-quality',
      name: 'Case files that meet the standard',
      alsoCalled: ['case files', 'file build', 'CPS files'],
      definition: 'Files sent to prosecutors in the quarter that met the national standard, in percent of those sent.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['POLICE_FORCE_AREA', 'CPS_AREA'],
      grid: { type: 'QUARTER' },
    },
    {
      id: 'case-file-timeliness',
      name: 'Case files sent in time',
      definition: 'Files sent to prosecutors in the quarter by the day agreed, in percent of those sent.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['POLICE_FORCE_AREA', 'CPS_AREA'],
      grid: { type: 'QUARTER' },
    },
  ],
});
