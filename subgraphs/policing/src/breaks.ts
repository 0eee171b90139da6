import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { Remark, SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';

/* The days at which police figures of London were cut, sorted or counted otherwise. */

const datastore = 'Metropolitan Police Service, Recorded crime: geographic breakdown, notes; London Datastore';
const requests = 'Metropolitan Police Service, answers to requests 01.FOI.25.042468 and 01.FOI.24.040634';

const holdsFraud = ({ 'offence-group': group }: Dimensions) => group === undefined || group === 'fraud-and-forgery';

/** Fraud left the police: it touches all crime and the group of fraud. */
export const actionFraud: Remark<SeriesBreak> = {
  at: '2013-02-01',
  kind: 'COVERAGE',
  note: 'Fraud moved to Action Fraud: the police record what is left of it.',
  source: datastore,
  appliesTo: ({ dimensions }) => holdsFraud(dimensions),
};

/** The Met's own sorting of offences: it touches what is narrowed to a group or an offence, and no total. */
export const classification2019: Remark<SeriesBreak> = {
  at: '2019-03-01',
  kind: 'CLASSIFICATION',
  note: 'The Metropolitan Police moved to the updated categories of the Home Office: what was recorded before was sorted into them afterwards.',
  source: datastore,
  appliesTo: ({ dimensions }) => Object.keys(dimensions).length > 0,
};

const violence = 'violence-against-the-person';
/** Stalking and harassment, and the offence under which some editions count them. */
const conduct = [
  'stalking-and-harassment',
  'violence-without-injury',
  'violence-without-injury-with-stalking-and-harassment',
];

/**
 * Stalking and harassment beside another crime: it touches all crime, violence, and violence without injury, under which the
 * Met counts them. No source at hand gives the day within the month.
 */
export const conductCrimes2023: Remark<SeriesBreak> = {
  at: '2023-05-01',
  kind: 'DEFINITION',
  note: 'Stalking, harassment and other courses of conduct are no longer counted beside a graver crime against the same victim: the counting rules changed in May 2023.',
  source: 'Home Office, Crime recording rules for frontline officers and staff, 2023',
  appliesTo: ({ dimensions: { 'offence-group': group = violence, offence } }) =>
    group === violence && (offence === undefined || conduct.includes(offence)),
};

/** The recording system of the Met: it touches everything that it recorded. */
export const connect: SeriesBreak = {
  at: '2024-02-28',
  kind: 'SYSTEM',
  note: 'The Metropolitan Police replaced its recording system CRIS by CONNECT.',
  source: requests,
};

/** Marks that officers set on a crime, such as hate crime and domestic abuse: another system asks for them in another way. */
export const flagsInConnect: SeriesBreak = {
  at: '2024-03-01',
  kind: 'SYSTEM',
  note: 'The Metropolitan Police replaced its recording system CRIS by CONNECT on 27 and 28 February 2024: marks of hate crime and domestic abuse are not comparable across March 2024.',
  source: requests,
};
