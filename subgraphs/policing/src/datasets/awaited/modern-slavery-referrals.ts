import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../../met-places.ts';

const responders = dimension('first-responder', 'First responder', [
  'Police',
  'Local authority',
  'Home Office',
  'Health',
  'Charity',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'modern-slavery-referrals',
  title: 'National Referral Mechanism',
  publisher: 'the Home Office',
  description:
    'Potential victims of modern slavery. Who they are is never here. The quarterly data tables of the Home Office, National Referral Mechanism and Duty to Notify statistics, print those whom each police force is sent, which are open here, and first responders for the whole of the United Kingdom. None is printed of London by first responder, so that such figures are for named users.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'modern-slavery-referrals',
      name: 'Potential victims of modern slavery',
      alsoCalled: [
        'modern slavery',
        'NRM',
        'National Referral Mechanism',
        'human trafficking',
        'slavery',
        'trafficking',
      ],
      definition:
        'People referred in the year as potential victims of modern slavery, by who referred them first. By first responder they are for named users.',
      unit: 'PEOPLE',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['REGION', 'POLICE_FORCE_AREA'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [responders],
      // Who referred somebody may tell whom.
      restrictedCuts: [{ dimension: responders.id }],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A rise may mean that more victims report or that more is recorded, not that more happens.',
        },
      ],
      notMeasuredIn: metAlone.notMeasuredIn,
    },
  ],
});
