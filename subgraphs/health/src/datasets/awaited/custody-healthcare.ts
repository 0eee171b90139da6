import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const professions = dimension('profession', 'Profession', ['Nurse', 'Doctor', 'Drug and alcohol worker']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'custody-healthcare',
  title: 'Healthcare in police custody',
  publisher: "the Mayor's Office for Policing and Crime and NHS England",
  description: 'Who is on duty in custody suites; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'custody-healthcare-cover',
      name: 'Hours of healthcare in custody suites',
      alsoCalled: ['custody nurses', 'forensic medical examiner', 'FME'],
      definition:
        'Hours in the quarter in which a nurse, doctor, or drug and alcohol worker was on duty in custody suites, by profession.',
      unit: 'HOURS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'custody-suite',
      grid: { type: 'QUARTER' },
      dimensions: [professions],
    },
  ],
});
