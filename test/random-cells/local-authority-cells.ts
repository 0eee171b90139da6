import { codesByName, type FileCell, figureOf, financialYearTo, recordsOf, tableOf } from './small-reader.ts';

type Row = Readonly<Record<string, string>>;

/** The area of a row of the Department for Education, where it is London's or England's. */
function educationPlace(row: Row): string | null {
  const code =
    [row['new_la_code'], row['region_code'], row['country_code']].find((one) => one !== undefined && one !== '') ?? '';
  return /^E(?:09|12000007$|1300000[12]$|92)/.test(code) ? code : null;
}

const yearOf = (row: Row) => Number(row['time_period']);
const march = (row: Row) => `S${row['time_period'] ?? ''}-03-31`;

const enquiries: Readonly<Record<string, string>> = {
  Section47: 'section-47-enquiries',
  Section47_rate: 'section-47-enquiries-rate',
  Section47_child: 'children-with-section-47-enquiries',
  ICPC: 'initial-child-protection-conferences',
  ICPC_child_rate: 'children-at-initial-child-protection-conferences-rate',
};

function section47(): readonly FileCell[] {
  return recordsOf('local-authority/c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv').flatMap((row) => {
    const place = educationPlace(row);
    if (place === null) return [];
    return Object.entries(enquiries).map(([head, indicator]) => ({
      indicator,
      dimensions: {},
      place,
      period: financialYearTo(yearOf(row)),
      figure: figureOf(row[head]),
    }));
  });
}

const missing: Readonly<Record<string, readonly [indicator: string, isDay: boolean]>> = {
  'Children who had a missing incident during the year': ['looked-after-children-missing', false],
  'Number of missing incidents during the year': ['missing-incidents-of-looked-after-children', false],
  'Children who went missing more than once during the year': ['looked-after-children-missing-more-than-once', false],
  'Children missing at 31 March': ['looked-after-children-missing-at-31-march', true],
  'Percentage of children who had a missing incident during the year': ['looked-after-children-missing-share', false],
};

function missingFromPlacement(): readonly FileCell[] {
  const file =
    'local-authority/la_children_who_were_missing_or_away_from_placement_without_authorisation-2024-release.csv';
  return recordsOf(file).flatMap((row) => {
    const [place, meant] = [educationPlace(row), missing[row['CLA_group'] ?? '']];
    if (place === null || meant === undefined) return [];
    const [indicator, isDay] = meant;
    const period = isDay ? march(row) : financialYearTo(yearOf(row));
    return [{ indicator, dimensions: {}, place, period, figure: figureOf(row['number']) }];
  });
}

const placements: Readonly<Record<string, readonly [indicator: string, dimensions: Readonly<Record<string, string>>]>> =
  {
    '1': ['children-placed-in-borough', { responsible: 'another-authority' }],
    '2': ['children-placed-outside-borough', {}],
    N: ['net-gain-of-placed-children', {}],
  };

function placed(): readonly FileCell[] {
  return recordsOf('local-authority/la_cla_on_31_march_la_of_placement_netgain-2024-release.csv').flatMap((row) => {
    const [place, meant] = [educationPlace(row), placements[(row['characteristic'] ?? '').slice(0, 1)]];
    if (place === null || meant === undefined) return [];
    const [indicator, dimensions] = meant;
    return [{ indicator, dimensions, place, period: march(row), figure: figureOf(row['number']) }];
  });
}

/** Residents of 2001 to 2010 by the older edition, of 2011 to 2024 by the newer one. */
function residents(): readonly FileCell[] {
  const cell = (place: string, year: string, text: string) => ({
    indicator: 'mid-year-population',
    dimensions: {},
    place,
    period: `S${year}-06-30`,
    figure: figureOf(text),
  });
  const before = recordsOf('local-authority/ons-myeb3-population-components-2001-2020.csv').flatMap((row) =>
    Object.entries(row).flatMap(([head, text]) => {
      const year = /^population_(200\d|2010)$/.exec(head)?.[1];
      return year === undefined || row['lacode20']?.startsWith('E09') !== true
        ? []
        : [cell(row['lacode20'], year, text)];
    }),
  );
  const rows = tableOf('local-authority/ons-mid-year-population-2011-2024-mye4.csv');
  const heads = rows.find(([first]) => first === 'Code') ?? [];
  const after = rows.flatMap(([code = '', ...cells]) =>
    /^E(?:09|12000007|92)/.test(code)
      ? cells.flatMap((text, at) =>
          heads[at + 1]?.startsWith('Mid-') === true ? [cell(code, (heads[at + 1] ?? '').slice(4), text)] : [],
        )
      : [],
  );
  return [...before, ...after];
}

function deprivation(): readonly FileCell[] {
  const [, ...rows] = tableOf('local-authority/iod2025-london-lsoa.csv');
  const byBorough = Map.groupBy(
    rows.filter((row) => row.length > 4),
    (row) => row[2] ?? '',
  );
  return [...byBorough].map(([place, own]) => ({
    indicator: 'most-deprived-tenth',
    dimensions: {},
    place,
    period: 'CY2025',
    figure: (own.filter((row) => row[5] === '1').length / own.length) * 100,
  }));
}

/** By position, since the heads are nested: of table A1 the quarter, of TA1 its last day. */
function homelessness(
  file: string,
  period: string,
  columns: Readonly<Record<number, readonly [indicator: string, dimensions: Readonly<Record<string, string>>]>>,
): readonly FileCell[] {
  return tableOf(`local-authority/mhclg-homelessness-2025-04-to-06-${file}.csv`).flatMap((row) =>
    /^E(?:09|12000007$|92)/.test(row[0] ?? '')
      ? Object.entries(columns).map(([at, [indicator, dimensions]]) => ({
          indicator,
          dimensions,
          place: row[0] ?? '',
          period,
          figure: figureOf(row[Number(at)]),
        }))
      : [],
  );
}

/** Of the homes for children in each borough, and in London, the share with the judgement good or better, judged or not. */
function homes(): readonly FileCell[] {
  const codes = codesByName();
  const all = recordsOf('local-authority/ofsted-social-care-providers-2023-03-31-cut.csv').filter(
    (row) => row['Provision type']?.toLowerCase() === "children's home" && codes.has(row['Local authority'] ?? ''),
  );
  const isGood = (row: Row) =>
    /^(?:Good|Outstanding)$/.test(row['Overall experiences and progress of children and young people'] ?? '');
  const byPlace = [
    ...Map.groupBy(all, (row) => codes.get(row['Local authority'] ?? '') ?? ''),
    ['E12000007', all] as const,
  ];
  return byPlace.map(([place, own]) => ({
    indicator: 'childrens-homes-judged-good',
    dimensions: {},
    place,
    period: 'S2023-03-31',
    figure: (own.filter(isGood).length / own.length) * 100,
  }));
}

/** By dataset, every cell of its files that these readers know. */
export const localAuthorityCells: Readonly<Record<string, () => readonly FileCell[]>> = {
  'section-47-enquiries': section47,
  'children-missing-from-placement': missingFromPlacement,
  'children-placed-across-boundaries': placed,
  'mid-year-population-estimates': residents,
  deprivation,
  'ofsted-inspections': homes,
  'homelessness-assessments': () =>
    homelessness('A1', '2025-Q2', {
      4: ['homelessness-assessments', {}],
      6: ['homelessness-duties-owed', {}],
      7: ['homelessness-duties-owed', { duty: 'prevention' }],
      8: ['homelessness-prevention-duties-after-section-21', {}],
      9: ['homelessness-duties-owed', { duty: 'relief' }],
    }),
  'temporary-accommodation': () =>
    homelessness('TA1', 'S2025-06-30', {
      4: ['households-in-temporary-accommodation', {}],
      6: ['households-in-temporary-accommodation-rate', {}],
      8: ['children-in-temporary-accommodation', {}],
    }),
};
