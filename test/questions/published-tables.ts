import type { PublishedCell } from './question.ts';

/** Offences of the Met's newest table of boroughs: `month` is yyyymm. */
export const metOffences = (
  borough: string,
  month: string,
  [group, offence]: readonly [string, string?],
): PublishedCell => ({
  file: 'policing/mps-borough-level-crime-recent-202312-202511.csv',
  where: { BoroughName: borough, MajorText: group, ...(offence !== undefined && { MinorText: offence }) },
  column: month,
});

/** Flagged offences of the Met's other table. */
export const metFlagged = (
  borough: string,
  month: string,
  [group, flag]: readonly [string, string],
): PublishedCell => ({
  file: 'policing/mps-other-crime-borough-201004-202105.csv',
  where: { Borough: borough, MajorText: group, MinorText: flag },
  column: month,
});

const educationTables = {
  need: 'local-authority/b1_children_in_need_2013_to_2024.csv',
  factors: 'local-authority/c3_factors_identified_at_end_of_assessment_2018_to_2024.csv',
  enquiries: 'local-authority/c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv',
  referrals: 'local-authority/c5_children_in_need_referrals_by_source_2014_to_2024.csv',
  plans: 'local-authority/d1_child_protection_plans_2013_to_2024.csv',
};

/** Children's social care, by the year in which the period ends. */
export const socialCare = (
  [table, column]: readonly [keyof typeof educationTables, string],
  authority: string,
  year: string,
): PublishedCell => ({ file: educationTables[table], where: { la_name: authority, time_period: year }, column });

/** Children looked after. */
export const lookedAfter = (authority: string, year: string, column: string): PublishedCell => ({
  file: 'local-authority/cla_number_and_rate_per_10k_children-2023-release.csv',
  where: { la_name: authority, time_period: year, population_count: 'Children looked after at 31 March each year' },
  column,
});

/** Open cases of a Crown Court at the end of 2025. */
export const openCases = (court: string): PublishedCell => ({
  file: 'criminal-justice/derived-ccsq-2025q4/gold_backlog_by_court.csv',
  where: { court },
  column: 'open_latest',
});

/** Days from offence to completion at all criminal courts of an area. */
export const courtDays = (region: string, quarter: string, column: string): PublishedCell => ({
  file: 'criminal-justice/derived-ccsq-2025q4/gold_timeliness_by_region.csv',
  where: { region, year: quarter.slice(0, 4), quarter: quarter.slice(5) },
  column,
});
