import { businessPlan, decision2017 } from '../frameworks/documents.ts';
import type { ChosenPriority } from './chosen-priorities.ts';

/** Why priorities of wards are in none of 2017. */
export const wardsNotAsked = {
  wardInput: 'NOT_TAKEN_UP',
  wardInputNote: `local groups, such as SNBs and ward panels, are not having any input into local priorities: these are being determined by the borough Commander, MOPAC, and the leadership of the local authority (${decision2017('2564')})`,
} as const;

/**
 * What a document says that a borough chose, by its code. Of the map of choices in the business plan of 2017 words alone are at hand:
 * its categories, and this note. A file of the borough's own list takes its place.
 *
 * Source: Metropolitan Police Service, Business Plan 2017-18, "Local priority crimes 2017-18".
 */
export const documentedPriorities: Readonly<Record<string, readonly ChosenPriority[]>> = {
  E09000012: [
    {
      title: 'Theft',
      // Snatching is a kind of theft from the person: recorded crime has no count of its own of it.
      offences: ['robbery', 'theft-from-the-person'],
      validFrom: '2017-04-01',
      validTo: '2018-03-31',
      rationale: `based on local knowledge, crime data and police intelligence (${decision2017('961')})`,
      meaning: 'For LB Hackney, theft includes robbery, snatch and person',
      consulted: ['Local police leaders', 'The elected council'],
      evidence: `data and evidence that we will provide publicly, and local strategic assessments (${decision2017('2066')})`,
      ...wardsNotAsked,
      source: businessPlan('1472', '1476', '1511'),
    },
  ],
};
