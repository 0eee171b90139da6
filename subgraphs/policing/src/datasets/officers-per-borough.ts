import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

export const policeOfficers: IndicatorDefinition = {
  id: 'police-officers',
  datasetId: 'officers-per-borough',
  name: 'Police officers',
  alsoCalled: ['police officers', 'bobbies', 'cops', 'officers by borough', 'officers per borough', 'policemen'],
  definition:
    'Posts of police officers in the borough command: all of them, or those in Safer Neighbourhoods teams. 2011 as the plan states it, 2015 as it was planned; what was reached is not in it.',
  unit: 'POSTS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'EMPLOYER',
  areaTypes: ['BOROUGH'],
  grid: { type: 'CALENDAR_YEAR' },
  dimensions: [dimension('team', 'Team', ['Safer Neighbourhoods'])],
  notMeasuredIn: {
    E09000001:
      'The City of London has a police force of its own: the plan of the Metropolitan Police has no officers for it.',
  },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'From a draft plan of January 2013: figures for 2015 are planned posts, not officers in post.',
    },
  ],
  typicalRange: [280, 900],
};

/**
 * Safer Neighbourhoods officers in 2011 and 2015, then all borough officers in 2011 and 2015.
 *
 * Source: Mayor's Office for Policing and Crime, Police and Crime Plan 2013-16, draft for consultation, January 2013, table
 * "More police officers at borough level". Its printed total for 2015 is 2 below the sum of its rows; the rows stand here.
 */
const posts: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'Barking and Dagenham': [49, 119, 426, 493],
  Barnet: [60, 135, 523, 564],
  Bexley: [61, 110, 344, 360],
  Brent: [61, 159, 658, 660],
  Bromley: [65, 127, 428, 482],
  Camden: [52, 157, 749, 751],
  Croydon: [73, 183, 623, 740],
  Ealing: [68, 161, 664, 727],
  Enfield: [61, 144, 524, 609],
  Greenwich: [50, 138, 551, 615],
  Hackney: [54, 154, 682, 685],
  'Hammersmith and Fulham': [47, 139, 553, 556],
  Haringey: [55, 144, 658, 664],
  Harrow: [61, 107, 355, 385],
  Havering: [53, 107, 346, 394],
  Hillingdon: [64, 129, 480, 525],
  Hounslow: [58, 127, 472, 546],
  Islington: [48, 140, 643, 647],
  'Kensington and Chelsea': [54, 128, 521, 523],
  'Kingston upon Thames': [46, 92, 278, 313],
  Lambeth: [69, 184, 870, 874],
  Lewisham: [53, 162, 593, 647],
  Merton: [58, 107, 344, 356],
  Newham: [59, 173, 765, 836],
  Redbridge: [61, 129, 444, 530],
  'Richmond upon Thames': [53, 97, 286, 301],
  Southwark: [62, 178, 814, 816],
  Sutton: [54, 102, 295, 337],
  'Tower Hamlets': [51, 143, 715, 717],
  'Waltham Forest': [58, 149, 523, 642],
  Wandsworth: [58, 137, 564, 579],
  Westminster: [73, 230, 1412, 1413],
};

const tidyRows = Object.entries(posts).flatMap(([borough, [saferThen, saferPlanned, allThen, allPlanned]]) => [
  `police-officers,${borough},CY2011,safer-neighbourhoods,${saferThen},`,
  `police-officers,${borough},CY2015,safer-neighbourhoods,${saferPlanned},PLANNED`,
  `police-officers,${borough},CY2011,,${allThen},`,
  `police-officers,${borough},CY2015,,${allPlanned},PLANNED`,
]);

export const dataset: DatasetDefinition = {
  id: 'officers-per-borough',
  title: 'Officers per borough, 2011 and planned for 2015',
  publisher: "the Mayor's Office for Policing and Crime",
  description:
    'Posts of police officers by borough, from the draft Police and Crime Plan 2013-16. Entered and reviewed by this project.',
  licence: 'Open Government Licence v3.0',
  attribution:
    "Contains public sector information licensed under the Open Government Licence v3.0. Mayor's Office for Policing and Crime.",
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Once',
  landingPage: null,
  disclosurePolicy: disclosurePolicies.none,
  indicators: [policeOfficers],
  formats: [],
  reviewed: {
    // The plan carries the month alone.
    publishedAt: '2013-01-01',
    sourceName: 'draft Police and Crime Plan 2013-16',
    tidy: ['indicator,area,period,team,value,flags', ...tidyRows, ''].join('\n'),
  },
};
