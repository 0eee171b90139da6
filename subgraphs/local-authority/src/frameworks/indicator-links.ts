/** An agency of the graph, by its name in the supergraph. */
export type AgencyName = 'policing' | 'criminal-justice' | 'health' | 'local-authority';

/** An indicator, by the agency that answers for it. */
export interface IndicatorLink {
  readonly agency: AgencyName;
  readonly id: string;
}

/*
 * The indicators that measure what a framework names. An indicator is named only where its headline counts the thing itself:
 * recorded crime holds burglary as one of its offences, but who followed a link from "burglary" would be shown all crime.
 */

/** Counts all recorded offences. */
export const recordedCrime: IndicatorLink = { agency: 'policing', id: 'recorded-crime' };
/** Holds the answers to the Public Attitude Survey: whether the police do a good job, among others. */
export const publicPerception: IndicatorLink = { agency: 'policing', id: 'public-perception' };
/** Holds stops by outcome and object of search, and nothing by ethnicity or age. */
export const stopAndSearch: IndicatorLink = { agency: 'policing', id: 'stop-and-search' };
/** Holds the officers of each borough in 2011 and 2015, those of Safer Neighbourhoods apart. */
export const policeOfficers: IndicatorLink = { agency: 'policing', id: 'police-officers' };
/** Holds days from offence to completion, by court tier. */
export const courtTimeliness: IndicatorLink = { agency: 'criminal-justice', id: 'court-timeliness' };
/** Holds the cases that wait at each Crown Court. */
export const crownCourtOpenCases: IndicatorLink = { agency: 'criminal-justice', id: 'crown-court-open-cases' };
/** Holds the share of offenders who offend again within a year, adults and juveniles apart. */
export const provenReoffending: IndicatorLink = { agency: 'criminal-justice', id: 'proven-reoffending' };
/** Holds the share of looked-after children with a conviction or caution, the end of what arrest and charge begin. */
export const lookedAfterChildrenConvicted: IndicatorLink = {
  agency: 'criminal-justice',
  id: 'looked-after-children-convicted',
};

/** Counts antisocial behaviour reported to the police. */
export const antisocialBehaviour: IndicatorLink = { agency: 'policing', id: 'antisocial-behaviour-incidents' };
/** Counts recorded sexual offences: rape, and the others. */
export const sexualOffences: IndicatorLink = { agency: 'policing', id: 'sexual-offences' };
/** Counts offences with the flag of domestic abuse. */
export const domesticAbuse: IndicatorLink = { agency: 'policing', id: 'domestic-abuse-offences' };
/** Counts offences with the flag of child sexual exploitation. */
export const childExploitation: IndicatorLink = { agency: 'policing', id: 'child-sexual-exploitation-offences' };
/** Counts knife crime and gun crime together. */
export const weaponCrime: IndicatorLink = { agency: 'policing', id: 'weapon-based-crime' };
/** Counts offences with the flag of hate crime, of every strand. */
export const hateCrime: IndicatorLink = { agency: 'policing', id: 'hate-crime' };
