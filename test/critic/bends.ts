import {
  type Bend,
  columnRepeated,
  columnsExchanged,
  type RowsWith,
  rowsExchanged,
  rowsShifted,
  scaled,
  totalled,
} from './bent-copy.ts';

const children = { agency: 'local-authority' } as const;
const childrenInNeed = {
  ...children,
  dataset: 'children-in-need',
  file: 'local-authority/b1_children_in_need_2013_to_2024.csv',
} as const;
const plans = {
  ...children,
  dataset: 'child-protection-plans',
  file: 'local-authority/d1_child_protection_plans_2013_to_2024.csv',
} as const;
const enquiries = {
  ...children,
  dataset: 'section-47-enquiries',
  file: 'local-authority/c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv',
} as const;
const residents = {
  ...children,
  dataset: 'children-population',
  file: 'local-authority/ons_mid-year_population_estimates_2012_to_2023.csv',
} as const;
const referrals = {
  ...children,
  dataset: 'referrals-by-source',
  file: 'local-authority/c5_children_in_need_referrals_by_source_2014_to_2024.csv',
} as const;
const missing = {
  ...children,
  dataset: 'children-missing-from-placement',
  file: 'local-authority/la_children_who_were_missing_or_away_from_placement_without_authorisation-2024-release.csv',
} as const;
const lookedAfter = {
  ...children,
  dataset: 'children-looked-after',
  file: 'local-authority/cla_number_and_rate_per_10k_children-2023-release.csv',
} as const;
const recorded = {
  agency: 'policing',
  dataset: 'mps-recorded-crime-borough',
  file: 'policing/mps-borough-level-crime-recent-202312-202511.csv',
} as const;
const wards = {
  agency: 'policing',
  dataset: 'mps-recorded-crime-ward',
  file: 'policing/mps-ward-level-crime-recent-202304-202503.csv',
} as const;
const otherCrime = { agency: 'policing', file: 'policing/mps-other-crime-borough-201004-202105.csv' } as const;
const emergency = { agency: 'health', dataset: 'accident-and-emergency' } as const;

const allTrusts: RowsWith = { Period: 'TOTAL' };

const inYear = (la_name: string, time_period: string): RowsWith => ({ la_name, time_period });
const planCounts = ['CPP_start', 'CPP_end', 'CPP_anypoint', 'CPP_At31'];

/** Slips that happen when a table is put together, each in a copy of a published file. */
export const bends: readonly Bend[] = [
  {
    ...childrenInNeed,
    what: 'the children in need of Hackney in 2019 are ten times as many',
    bend: scaled(inYear('Hackney', '2019'), ['At31_episodes'], 10),
  },
  {
    ...childrenInNeed,
    what: 'counts of 2016 are in thousands',
    bend: scaled({ time_period: '2016' }, ['Started_episodes', 'Ended_episodes'], 0.001),
  },
  {
    ...plans,
    what: 'the plans of Camden and Croydon in 2018 are exchanged',
    bend: rowsExchanged(inYear('Camden', '2018'), inYear('Croydon', '2018'), {
      key: ['time_period'],
      columns: planCounts,
    }),
  },
  {
    ...plans,
    what: 'the plans of 2020 stand one row too low',
    bend: rowsShifted({ time_period: '2020', geographic_level: 'Local authority' }, planCounts),
  },
  {
    ...enquiries,
    what: 'enquiries of 2017 are ten times too few, and their rate is not',
    bend: scaled({ time_period: '2017' }, ['Section47'], 0.1),
  },
  {
    ...enquiries,
    what: 'more children of Enfield have enquiries in 2021 than there are enquiries',
    bend: columnsExchanged(inYear('Enfield', '2021'), 'Section47', 'Section47_child'),
  },
  {
    ...residents,
    what: 'the children of Brent in 2018 are a tenth',
    bend: scaled(inYear('Brent', '2018'), ['population_estimate'], 0.1),
  },
  {
    ...residents,
    what: 'the children of Kingston upon Thames and Newham are exchanged in all years',
    bend: rowsExchanged(
      { la_name: 'Kingston upon Thames' },
      { la_name: 'Newham' },
      { key: ['time_period'], columns: ['population_estimate'] },
    ),
  },
  {
    ...referrals,
    what: 'referrals by the police and by housing are exchanged in 2018',
    bend: columnsExchanged({ time_period: '2018' }, 'Police', 'Housing'),
  },
  {
    ...missing,
    what: 'the times that children of Bromley went missing in 2023 are ten times as many',
    bend: scaled(
      { ...inYear('Bromley', '2023'), CLA_group: 'Number of missing incidents during the year' },
      ['number'],
      10,
    ),
  },
  {
    ...lookedAfter,
    what: 'the looked-after children of Barnet and Kingston upon Thames in 2021 are exchanged',
    bend: rowsExchanged(inYear('Barnet', '2021'), inYear('Kingston upon Thames', '2021'), {
      key: ['population_count'],
      columns: ['population_estimate', 'number', 'rate_per_10000'],
    }),
  },
  {
    ...recorded,
    what: 'the crimes of Lambeth in March 2025 are ten times as many',
    bend: scaled({ BoroughName: 'Lambeth' }, ['202503'], 10),
  },
  {
    ...recorded,
    what: 'May 2024 stands in place of June 2024',
    bend: columnRepeated('202405', '202406'),
  },
  {
    ...recorded,
    what: 'Westminster and Sutton are exchanged in July 2025',
    bend: rowsExchanged(
      { BoroughName: 'Westminster' },
      { BoroughName: 'Sutton' },
      { key: ['MajorText', 'MinorText'], columns: ['202507'] },
    ),
  },
  {
    ...wards,
    what: "a ward has a hundred times its crimes, more than its borough's",
    bend: scaled({ WardName: 'Abbey Road' }, ['202409'], 100),
  },
  {
    ...otherCrime,
    dataset: 'met-domestic-abuse',
    what: 'domestic abuse of Ealing in May 2019 is above all crime there',
    bend: scaled({ Borough: 'Ealing', MinorText: 'Domestic Abuse' }, ['201905'], 20),
  },
  {
    ...otherCrime,
    dataset: 'met-weapon-crime',
    what: 'knife crime of Haringey in October 2018 is ten times as much',
    bend: scaled({ Borough: 'Haringey', MinorText: 'Knife Crime' }, ['201810'], 10),
  },
  {
    ...emergency,
    file: 'health/nhs-england-ae-monthly-2021-07.csv',
    what: 'attendances of a trust are ten times as many',
    bend: totalled(scaled({ 'Org Code': 'R1H' }, ['A&E attendances Type 1'], 10), allTrusts, [
      'A&E attendances Type 1',
    ]),
  },
  {
    ...emergency,
    file: 'health/nhs-england-ae-monthly-2021-09.csv',
    what: 'two trusts are exchanged',
    bend: rowsExchanged(
      { 'Org Code': 'R1H' },
      { 'Org Code': 'RJ1' },
      {
        key: ['Period'],
        columns: [
          'A&E attendances Type 1',
          'A&E attendances Type 2',
          'A&E attendances Other A&E Department',
          'Attendances over 4hrs Type 1',
          'Attendances over 4hrs Type 2',
          'Attendances over 4hrs Other Department',
        ],
      },
    ),
  },
  {
    agency: 'local-authority',
    dataset: 'mid-year-population-estimates',
    file: 'local-authority/ons-myeb3-population-components-2001-2020.csv',
    what: 'the residents of Camden in 2006 are ten times as many',
    bend: scaled({ lacode20: 'E09000007' }, ['population_2006'], 10),
  },
];
