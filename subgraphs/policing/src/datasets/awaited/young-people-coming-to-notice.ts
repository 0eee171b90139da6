import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

const contacts = dimension('contact', 'Contact', ['Stop and search', 'Arrest', 'Charge']);
const ethnicities = dimension('ethnicity', 'Ethnicity', ['Asian', 'Black', 'Mixed', 'White', 'Other', 'Not stated']);
const sexes = dimension('sex', 'Sex', ['Female', 'Male']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'young-people-coming-to-notice',
  title: 'Young people who come to notice',
  publisher: mayorsOffice,
  description: 'Contacts of people under 25 with the police by protected characteristics; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'young-people-coming-to-notice',
      name: 'Young people who come to the notice of the police',
      alsoCalled: ['merlin', 'youth contact with police'],
      definition:
        'People aged 10 to 24 who were stopped and searched, arrested or charged in the year, each counted once for each kind of contact.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [contacts, ethnicities, sexes],
    },
  ],
});
