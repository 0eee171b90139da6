import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

/**
 * Methods of assault, as departments record them. To be confirmed with the code list of the standard.
 *
 * Source: Information Sharing to Tackle Violence, minimum data set ISB1594, method of assault.
 */
const assaultMethods = dimension('assault-method', 'Method of assault', [
  'Body part',
  'Sharp object',
  'Blunt object',
  'Firearm',
  'Sexual',
  'Other',
  'Unknown',
]);

/** The hour of the day in which somebody arrived, by the clock of London: `hour-23` is from 23:00 to midnight. */
const hours = dimension(
  'hour',
  'Hour of arrival',
  Array.from({ length: 24 }, (_, hour) => `Hour ${String(hour).padStart(2, '0')}`),
);

/**
 * With 28 departments, 26 and more: one or two miss a month now and then, and without that no month would ever stand beside another. A
 * rule of this project until partners agree on another.
 */
const neededCoverage = 0.9;

export const violenceAttendances: IndicatorDefinition = {
  id: 'violence-attendances',
  datasetId: 'violence-attendances',
  name: 'Emergency department attendances after violence',
  alsoCalled: [
    'ISTV',
    'assault attendances',
    'assaults in A&E',
    'hospital attendances for assault',
    'hospital attendances for violence',
    'assault injuries',
    'A&E assaults',
    'stab wounds',
    'SafeStats',
    'violence in A&E',
  ],
  definition:
    'Attendances at type 1 emergency departments in the month after an assault, by the place where it happened, the method and the hour of arrival. As told to the department: many who are hurt do not attend, and not every department reports every month.',
  unit: 'ATTENDANCES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_INCIDENT',
  areaTypes: ['BOROUGH', 'WARD'],
  coverageUnit: 'emergency departments',
  neededCoverage,
  grid: { type: 'MONTH' },
  breaks: [
    {
      at: '2025-07-01',
      kind: 'SYSTEM',
      note: 'Departments hand over what they record of assaults within the Emergency Care Data Set, no longer as a return of its own.',
      source: 'NHS England, Emergency Care Data Set version 4, which was due by July 2025',
    },
  ],
  dimensions: [assaultMethods, hours],
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Not every emergency department reports every month: a fall may be a return that is missing. Never add it to what the police or the ambulance service count.',
    },
  ],
  typicalRange: [20, 140],
};

/**
 * The rule of this project until partners agree on another: that of the hospital statistics, because time, place and method
 * single people out.
 *
 * Source: NHS England, hospital episode statistics analysis guide, disclosure control below the national level.
 */
const policy: DisclosurePolicy = {
  id: 'violence-1-7',
  description:
    'Counts of 1 to 7 are withheld, and others where they would reveal them; zeros are shown. As NHS England does below the national level, without its rounding.',
  minimumCount: 8,
  zerosShown: true,
  roundingBase: null,
  secondarySuppression: true,
};

export const dataset: DatasetDefinition = {
  id: 'violence-attendances',
  title: 'Emergency department attendances after violence',
  publisher: 'emergency departments of London, through the Greater London Authority (SafeStats)',
  description:
    'Monthly counts that departments share with Community Safety Partnerships, supplied by a partner in the tidy format. For named users only.',
  licence: 'None: under an information sharing agreement',
  attribution: 'Emergency departments of London, Information Sharing to Tackle Violence.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Monthly',
  landingPage: null,
  disclosurePolicy: policy,
  indicators: [violenceAttendances],
  formats: [],
};
