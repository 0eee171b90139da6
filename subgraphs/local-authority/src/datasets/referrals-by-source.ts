import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { type Dimension, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { yearGrid } from '../education-counts.ts';
import { totalAndPartsFormat } from '../education-formats.ts';
import { censusCaveats, childrenInNeedPage, education, educationAreaTypes } from '../education-publisher.ts';

/** Headings of the table, and what they mean. Source: Department for Education, children in need, data guidance. */
const sources: Readonly<Record<string, string>> = {
  Individual: 'Individual: family, friend, neighbour or the child',
  Schools: 'Schools',
  Education_Services: 'Education services',
  Health_Services: 'Health services',
  Housing: 'Housing',
  LA_Services: 'Local authority services',
  Police: 'Police',
  Other_legal_agency: 'Other legal agency: courts, probation, immigration',
  Other: 'Other',
  Anonymous: 'Anonymous',
  Unknown: 'Unknown',
};

const source: Dimension = {
  id: 'source',
  label: 'Source of referral',
  choices: Object.entries(sources).map(([heading, label]) => ({ value: slug(heading), label })),
};

export const referrals: IndicatorDefinition = {
  id: 'referrals',
  datasetId: 'referrals-by-source',
  name: "Referrals to children's social care",
  alsoCalled: [
    'social services',
    'social care referrals',
    'referrals',
    "children's services referrals",
    'safeguarding referrals',
  ],
  definition:
    "Referrals to children's social care in the year to 31 March, in all or by who made them. A child who is referred twice counts twice. Boroughs differ in what they call a referral.",
  unit: 'REFERRALS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: educationAreaTypes,
  grid: yearGrid,
  hasSeams: true,
  dimensions: [source],
  caveats: [
    ...censusCaveats,
    {
      severity: 'CAUTION',
      text: 'Boroughs differ in what they record as a referral and what as a contact, so numbers of referrals do not show where more children need help.',
    },
  ],
  typicalRange: [1_400, 5_300],
};

export const dataset: DatasetDefinition = {
  ...education,
  id: 'referrals-by-source',
  title: "Referrals to children's social care by source",
  description:
    'Table C5 of the children in need census: referrals in the year by who made them, local authority and year. Each release restates the years before.',
  landingPage: childrenInNeedPage,
  indicators: [referrals],
  formats: [
    totalAndPartsFormat({
      name: 'table C5 of the children in need census',
      category: 'Source of referral',
      total: 'Referrals',
      part: 'a source of referral',
      indicator: referrals,
    }),
  ],
};
