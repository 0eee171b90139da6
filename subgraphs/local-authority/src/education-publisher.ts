import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { Caveat, Remark } from '@boroughgraph/kit/statistics/indicator.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';

/** Who publishes the figures of children's services, and on which terms. */
export const education = {
  publisher: 'the Department for Education',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Department for Education, Explore education statistics.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies['dfe-1-5'],
  // Regions and England. Source: Department for Education, children in need and children looked after, data guidance.
  roundedTo: 10,
} as const satisfies Partial<DatasetDefinition>;

/** Where the release of the children in need census is found. */
export const childrenInNeedPage =
  'https://explore-education-statistics.service.gov.uk/find-statistics/characteristics-of-children-in-need';

/** What stands below its tables of children looked after. Source: Children looked after in England including adoptions, notes to the tables. */
export const childrenLookedAfterRevisions =
  'The Department for Education says that figures of earlier years may differ from older publications, mainly because local authorities sent amendments and corrections after those came out.';

/** Where the release of children looked after is found. */
export const childrenLookedAfterPage =
  'https://explore-education-statistics.service.gov.uk/find-statistics/children-looked-after-in-england-including-adoptions';

/** The kinds of area on which the Department publishes children's services. */
export const educationAreaTypes: readonly AreaType[] = ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'];

const cityOfLondon = 'E09000001';
const hackney = 'E09000012';

/** What a reader of the children in need census must know. Source: Department for Education, Children in need, data guidance. */
export const censusCaveats: readonly Remark<Caveat>[] = [
  {
    severity: 'INFO',
    text: 'Counts of 1 to 5 are withheld, and others from which they would follow. Figures of Inner and Outer London, London and England are rounded to ten, so boroughs do not add up to them exactly.',
  },
  {
    severity: 'CAUTION',
    text: 'Hackney made no return for the years to 31 March 2021 and 2022, after a cyber attack: those figures are not available, and not zero.',
    appliesTo: ({ place }) => place === hackney,
  },
  {
    severity: 'CAUTION',
    text: 'Few children live in the City of London, so most of its figures are withheld and the others change much by chance.',
    appliesTo: ({ place }) => place === cityOfLondon,
  },
];
