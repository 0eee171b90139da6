import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'ofsted-inspections',
  title: "Inspections of children's homes",
  publisher: 'Ofsted',
  description: 'How homes were judged. No home is named: a borough with few has no figure.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'childrens-homes-judged-good',
      name: "Children's homes judged good or outstanding",
      definition:
        "Children's homes in the borough that Ofsted judged good or outstanding at their last full inspection, in percent.",
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
