import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { RestrictedCut } from '@boroughgraph/kit/statistics/indicator.ts';

const places = dimension('place-of-safety', 'Place of safety', [
  'Health based',
  'Emergency department',
  'Police station',
  'Other',
]);

/** Nobody publishes them by borough: few in each, and mostly one hospital. */
const byBorough: readonly RestrictedCut[] = [{ areaTypes: ['BOROUGH'] }];

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'section-136-police',
  title: 'Detentions under section 136: police',
  publisher: 'the Metropolitan Police Service, through the Home Office',
  description:
    'Detentions as the police count them. By police force and place of safety they are published: Home Office, Police powers and procedures, other PACE powers, table of detentions under section 136. By borough they are for named users.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'section-136-detentions-police',
      name: 'Detentions under section 136, by the police',
      alsoCalled: ['s136', 'section 136', 'sectioned by police', 'mental health detention'],
      definition:
        'Detentions by the Metropolitan Police under section 136 of the Mental Health Act 1983, where a person in need of care is taken to a place of safety.',
      unit: 'DETENTIONS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['POLICE_FORCE_AREA', 'BOROUGH', 'REGION'],
      restrictedCuts: byBorough,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [places],
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Police and NHS count detentions by different rules: for the same year one counted half as many again as the other. Never merge or add them.',
        },
        {
          severity: 'INFO',
          text: 'Under "Right Care, Right Person" the police attend less often: a fall need not be less need.',
        },
      ],
    },
    {
      id: 'section-136-cell-detentions',
      name: 'People taken to a police cell under section 136',
      alsoCalled: ['mental health in cells', 's136 cells'],
      definition: 'Detentions under section 136 in which the place of safety was a police station.',
      unit: 'DETENTIONS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['POLICE_FORCE_AREA', 'BOROUGH', 'REGION'],
      restrictedCuts: byBorough,
      grid: { type: 'CALENDAR_YEAR' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Police and NHS count detentions by different rules: for the same year one counted half as many again as the other. Never merge or add them.',
        },
      ],
    },
  ],
});
