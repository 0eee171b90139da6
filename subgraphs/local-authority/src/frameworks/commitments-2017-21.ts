import { commitmentsOnPoliceAndJustice } from './commitments-police-and-justice.ts';
import { commitmentsOnViolenceAndHatred } from './commitments-violence-and-hatred.ts';
import { commitmentsOnYoungPeople } from './commitments-young-people.ts';
import { businessPlan, decision2017 } from './documents.ts';
import { framework } from './framework.ts';
import { standardsOfJustice } from './standards-of-justice.ts';
import { standardsOfPartners } from './standards-of-partners.ts';
import { standardsOfPolicing } from './standards-of-policing.ts';
import { standardsOfSafeguarding } from './standards-of-safeguarding.ts';

/**
 * What the Plan of 2017 and the Met's business plan commit to beside their measures.
 *
 * First what can be measured, then the lists of the Plan that begin "We commit to", of which the Mayor's Office reports
 * progress at the end of each financial year.
 */
export const commitments2017 = framework({
  id: 'commitments-2017-21',
  title: 'Commitments and operational standards 2017-21',
  validFrom: '2017-04-01',
  validTo: '2021-03-31',
  hasNumericTargets: false,
  source: `${decision2017('1065-2023')}; ${businessPlan('225-1384')}`,
  measures: [
    ...standardsOfPolicing,
    ...standardsOfSafeguarding,
    ...standardsOfJustice,
    ...standardsOfPartners,
    ...commitmentsOnPoliceAndJustice,
    ...commitmentsOnYoungPeople,
    ...commitmentsOnViolenceAndHatred,
  ],
});
