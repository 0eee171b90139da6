/**
 * Offences of each kind in a thousand recorded; fraud reported to the national bureau lies outside and is next to nothing.
 *
 * Source: Metropolitan Police Service, Recorded crime: geographic breakdown, MPS Borough Level Crime (most recent 24
 * months), edition of December 2025, sums of December 2023 to November 2025.
 */
const offences: Readonly<Record<string, number>> = {
  'offence-group=arson-and-criminal-damage': 61,
  'offence-group=burglary': 55,
  'offence-group=drug-offences': 50,
  'offence-group=fraud-and-forgery': 0.1,
  'offence-group=fraud-reported-to-nfib': 1,
  'offence-group=miscellaneous-crimes-against-society': 12,
  'offence-group=possession-of-weapons': 6,
  'offence-group=public-order-offences': 61,
  'offence-group=robbery': 36,
  'offence-group=sexual-offences': 28,
  'offence-group=theft': 328,
  'offence-group=vehicle-offences': 102,
  'offence-group=violence-against-the-person': 259,
  'offence=arson': 2.4,
  'offence=criminal-damage': 58,
  'offence=burglary-business-and-community': 19,
  'offence=res-burglary-of-a-home': 27,
  'offence=res-burglary-of-unconnected-building': 10,
  'offence=possession-of-drugs': 30,
  'offence=trafficking-of-drugs': 20,
  'offence=fraud-and-forgery': 0.1,
  'offence=nfib': 1,
  'offence=misc-crimes-against-society': 12,
  'offence=possession-of-weapons': 6,
  'offence=other-offences-public-order': 8.5,
  'offence=public-fear-alarm-or-distress': 38,
  'offence=race-or-religious-agg-public-fear': 14,
  'offence=violent-disorder': 0.1,
  'offence=robbery-of-business-property': 8,
  'offence=robbery-of-personal-property': 28,
  'offence=other-sexual-offences': 18,
  'offence=rape': 10,
  'offence=bicycle-theft': 16,
  'offence=other-theft': 117,
  'offence=shoplifting': 93,
  'offence=theft-from-the-person': 101,
  'offence=aggravated-vehicle-taking': 0.6,
  'offence=interfering-with-a-motor-vehicle': 11,
  'offence=theft-from-a-vehicle': 55,
  'offence=theft-or-unauth-taking-of-a-motor-veh': 35,
  'offence=death-serious-injury-illegal-driving': 0.15,
  'offence=homicide': 0.1,
  'offence=stalking-and-harassment': 62,
  'offence=violence-with-injury': 71,
  'offence=violence-without-injury': 125,
};

/**
 * Referrals from each source in a thousand.
 *
 * Source: Department for Education, Children in need, release of October 2024, file c5, 2024, Inner and Outer London added.
 */
const referrals: Readonly<Record<string, number>> = {
  'source=individual': 58,
  'source=schools': 226,
  'source=education-services': 13,
  'source=health-services': 173,
  'source=housing': 12,
  'source=la-services': 133,
  'source=police': 301,
  'source=other-legal-agency': 29,
  'source=other': 45,
  'source=anonymous': 6,
  'source=unknown': 5,
};

/**
 * Episodes in a thousand with any factor in which each was found; they overlap.
 *
 * Source: Department for Education, Children in need, release of October 2024, file c3, 2024, Inner and Outer London added.
 */
const factors: Readonly<Record<string, number>> = {
  'factor=alcohol-misuse-child': 15,
  'factor=alcohol-misuse-parent': 99,
  'factor=alcohol-misuse-person': 13,
  'factor=drug-misuse-child': 44,
  'factor=drug-misuse-parent': 81,
  'factor=drug-misuse-person': 18,
  'factor=domestic-abuse-child': 99,
  'factor=domestic-abuse-parent': 300,
  'factor=domestic-abuse-person': 45,
  'factor=mental-health-child': 150,
  'factor=mental-health-parent': 260,
  'factor=mental-health-person': 34,
  'factor=learning-disability-child': 120,
  'factor=learning-disability-parent': 21,
  'factor=learning-disability-person': 13,
  'factor=physical-disability-child': 47,
  'factor=physical-disability-parent': 56,
  'factor=physical-disability-person': 11,
  'factor=young-carer': 34,
  'factor=privately-fostered': 3.5,
  'factor=unaccompanied-asylum-seeker': 9.1,
  'factor=going-missing': 37,
  'factor=child-sexual-exploitation': 29,
  'factor=trafficking': 6.2,
  'factor=gangs': 27,
  'factor=socially-unacceptable-behaviour': 84,
  'factor=self-harm': 50,
  'factor=neglect': 120,
  'factor=emotional-abuse': 170,
  'factor=physical-abuse-unknown': 3,
  'factor=physical-abuse-child-on-child': 30,
  'factor=physical-abuse-adult-on-child': 110,
  'factor=sexual-abuse-unknown': 0.6,
  'factor=sexual-abuse-child-on-child': 20,
  'factor=sexual-abuse-adult-on-child': 19,
  'factor=female-genital-mutilation': 1.2,
  'factor=faith-linked-abuse': 4.1,
  'factor=child-criminal-exploitation': 39,
  'factor=other': 200,
};

const shares: ReadonlyMap<string, number> = new Map(Object.entries({ ...offences, ...referrals, ...factors }));

/**
 * How many in a thousand of an indicator's total a value of a dimension has, where readers would notice if the sample had it
 * far from what is published: a month with eight homicides in a borough. Null for all others. Never throws.
 */
export function knownShare(dimension: string, value: string): number | null {
  return shares.get(`${dimension}=${value}`) ?? null;
}
