import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const referrers = dimension('referrer', 'Who referred', ['Police', 'Self', 'Health', 'Other']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'sexual-violence-services',
  title: 'Havens, rape crisis centres and Child Houses',
  publisher: "NHS England and the Mayor's Office for Policing and Crime",
  description: 'Who reaches services for victims of sexual violence; for named users. Never by address.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'haven-referrals',
      name: 'Referrals to the havens',
      alsoCalled: ['Havens', 'SARC', 'sexual assault referral centre', 'rape referrals'],
      definition: 'Referrals to the sexual assault referral centres of London in the quarter, by who referred.',
      unit: 'REFERRALS',
      // Plans want more of those who were harmed to be referred.
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'haven',
      grid: { type: 'QUARTER' },
      dimensions: [referrers],
      caveats: [
        { severity: 'CAUTION', text: 'A rise may mean that more people come forward, not that more is done to them.' },
      ],
    },
    {
      id: 'rape-crisis-clients',
      name: 'People at rape crisis centres',
      alsoCalled: ['Rape Crisis'],
      definition: 'People whom rape crisis centres supported in the quarter.',
      unit: 'PEOPLE',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'rape-crisis-centre',
      grid: { type: 'QUARTER' },
      caveats: [
        { severity: 'CAUTION', text: 'A rise may mean that more people come forward, not that more is done to them.' },
      ],
    },
    {
      id: 'child-house-clients',
      name: 'Children at Child Houses',
      alsoCalled: ['Child House', 'Lighthouse', 'child sexual abuse support'],
      definition: 'Children whom a Child House supported in the quarter.',
      unit: 'CHILDREN',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'child-house',
      grid: { type: 'QUARTER' },
      caveats: [
        { severity: 'CAUTION', text: 'A rise may mean that more people come forward, not that more is done to them.' },
      ],
    },
  ],
});
