import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

const ethnicities = dimension('ethnicity', 'Ethnicity', ['Asian', 'Black', 'Mixed', 'White', 'Other', 'Not stated']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'vawg-performance',
  title: 'Violence against women and girls: performance',
  publisher: mayorsOffice,
  description: 'How victims of violence against women and girls fare, by borough and by community, for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'vawg-repeat-victim-share',
      name: 'Victims of violence against women and girls who are victims again',
      alsoCalled: ['VAWG repeat victims'],
      definition: 'Victims who are victims of such violence again within 12 months, in percent of all its victims.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [ethnicities],
    },
    {
      id: 'vawg-victim-satisfaction',
      name: 'Satisfaction of victims of violence against women and girls',
      definition: 'Victims who say that they are satisfied with the service of the police, in percent of those asked.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [ethnicities],
    },
    {
      id: 'vawg-would-engage-again',
      name: 'Victims who would turn to the police again',
      definition:
        'Victims of violence against women and girls who say that they would engage with the police again, in percent of those asked.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [ethnicities],
    },
    {
      id: 'vawg-high-harm-offenders',
      name: 'High-harm offenders who are managed',
      definition: 'Offenders of high harm against women and girls whom the police and partners manage on 31 March.',
      unit: 'OFFENDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
