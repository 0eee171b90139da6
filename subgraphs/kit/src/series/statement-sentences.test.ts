import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { type Cell, pointsFrom, within } from '@boroughgraph/test/support/series-points.ts';
import { shown } from '@boroughgraph/test/support/shown.ts';
import { describe, expect, it } from 'vitest';
import { controlChartOf } from '../statistics/control-chart.ts';
import { dimension } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { limitsOf } from '../statistics/intervals.ts';
import { displayValueOf, type Observation } from '../statistics/observation.ts';
import { trendOf } from '../statistics/trend.ts';
import { statementFrom, type StatementFacts } from './statement-sentences.ts';

/** A statement on a series whose cells begin with a period; what is not said is as in a plain count of library visits. */
function statementOn({
  from,
  cells,
  indicator: changes,
  ...facts
}: Partial<Omit<StatementFacts, 'indicator' | 'observations' | 'trend' | 'chart'>> & {
  readonly from: string;
  readonly cells: readonly Cell[];
  readonly indicator: Partial<IndicatorDefinition>;
}): string {
  const indicator: IndicatorDefinition = { ...libraryVisits, ...changes };
  const points = pointsFrom(indicator.grid, from, cells);
  const breaks = facts.breaks ?? [];
  const observations = points.map(({ period, ...point }): Observation => {
    const reading = shown(point);
    const limits = indicator.valueType === 'COUNT' ? null : limitsOf(indicator, reading);
    return {
      period,
      value: reading.value,
      displayValue: displayValueOf(reading, indicator.decimals),
      status: reading.status,
      flags: reading.flags ?? [],
      numerator: reading.numerator ?? null,
      denominator: reading.denominator ?? null,
      denominatorPeriod: null,
      denominatorSource:
        indicator.isComputed === true
          ? 'Population estimate 2024, residents of 2024 (estimates@2024-10-01.abcd1234)'
          : null,
      lower: limits?.lower ?? null,
      upper: limits?.upper ?? null,
      coverage: null,
      release: null,
    };
  });
  return statementFrom({
    place: 'Hackney',
    relation: 'SAME',
    breakdown: [],
    publisher: 'the Metropolitan Police Service',
    isSynthetic: false,
    isComputed: indicator.isComputed === true,
    notMeasuredBecause: null,
    caveats: [],
    ...facts,
    breaks,
    indicator,
    observations,
    trend: trendOf({ points, breaks, measure: indicator }),
    chart: controlChartOf({ points, breaks, measure: indicator }),
  });
}

const month = { type: 'MONTH' } as const;
const year = { type: 'FINANCIAL_YEAR' } as const;
const march = { type: 'SNAPSHOT', everyMonths: 12, month: 3 } as const;

const recordedCrime: Partial<IndicatorDefinition> = {
  name: 'Recorded crime',
  definition: 'Offences that the police recorded in the month.',
  unit: 'OFFENCES',
  polarity: 'REPORTING_VOLUME',
  attributionBasis: 'PLACE_OF_OFFENCE',
  dimensions: [dimension('offence-group', 'Offence group', ['Burglary'])],
  grid: month,
};
const residents: Partial<IndicatorDefinition> = { attributionBasis: 'RESIDENCE_OF_PATIENT', grid: year };

const forms: readonly (readonly [kind: string, given: Parameters<typeof statementOn>[0], text: string])[] = [
  [
    'a count by the month, since a break',
    {
      from: '2024-01',
      cells: [400, 390, 100, 120, 140, 160, 180],
      indicator: recordedCrime,
      breakdown: ['Burglary'],
      breaks: [
        { at: '2023-12-01', kind: 'METHOD', note: 'Another edition, before the first figure.' },
        { at: '2024-02-28', kind: 'SYSTEM', note: 'Another recording system.' },
      ],
    },
    'Recorded crime, Burglary: Hackney. Offences that the police recorded in the month. ' +
      'The latest figure is 180 offences, for July 2024; the first is for January 2024. ' +
      'Published by the Metropolitan Police Service. It is a count, not an estimate from a sample. ' +
      'Over the last five comparable figures, from March 2024 to July 2024, it went up by more than chance explains. ' +
      'Part of that may be the season of the year. ' +
      'Do not compare figures from before and after 28 February 2024. ' +
      'A rise may mean that more people come forward: do not take it as bad by itself, nor a fall as good. ' +
      'It goes by where something happened: do not take it for what happened to the people who live there.',
  ],
  [
    'a count across several breaks',
    {
      from: '2024-01',
      cells: [12, 14, 11],
      indicator: { ...recordedCrime, polarity: 'NO_JUDGEMENT', attributionBasis: 'PROVIDER_SITE' },
      breaks: [
        { at: '2024-02-01', kind: 'METHOD', note: 'Another edition.' },
        { at: '2024-03-01', kind: 'SYSTEM', note: 'Another recording system.' },
      ],
    },
    'Recorded crime: Hackney. Offences that the police recorded in the month. ' +
      'The latest figure is 11 offences, for March 2024; the first is for January 2024. ' +
      'Published by the Metropolitan Police Service. It is a count, not an estimate from a sample. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is one, March 2024: figures before and after 1 March 2024 are not comparable. ' +
      'Do not compare figures from before and after any of these days: 1 February 2024, 1 March 2024. ' +
      'Neither a high nor a low figure is good or bad by itself. ' +
      'It goes by the provider, to whom people come from anywhere: do not take it for what happens to the people who live around it.',
  ],
  [
    'a rate that the graph works out',
    {
      from: '2024-01',
      // 25 offences among 10,000 residents: between 1.62 and 3.69 per 1,000.
      cells: [{ value: 2.5, status: 'PUBLISHED', numerator: 25, denominator: 10_000 }],
      indicator: {
        ...recordedCrime,
        name: 'Recorded crime rate',
        definition: 'Recorded offences in the month per 1,000 residents.',
        unit: 'PER_1000',
        valueType: 'CRUDE_RATE',
        multiplier: 1000,
        decimals: 2,
        isComputed: true,
      },
    },
    'Recorded crime rate: Hackney. Recorded offences in the month per 1,000 residents. ' +
      'The latest figure is 2.50 per 1,000, for January 2024; it is the only one. ' +
      'Worked out here from figures published by the Metropolitan Police Service. The figures are divided by: Population estimate 2024, residents of 2024. ' +
      'Allowing for chance, it lies between 1.62 per 1,000 and 3.69 per 1,000 (95% confidence limits). ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is one, January 2024: the series begins there. ' +
      'A rise may mean that more people come forward: do not take it as bad by itself, nor a fall as good. ' +
      'It goes by where something happened: do not take it for what happened to the people who live there.',
  ],
  [
    'a median of a wider area',
    {
      from: '2025-Q3',
      cells: [321, 339],
      indicator: {
        name: 'Court timeliness',
        definition: 'Days from offence to completion.',
        unit: 'DAYS',
        valueType: 'MEDIAN',
        polarity: 'LOW_IS_GOOD',
        attributionBasis: 'COURT_OF_HEARING',
        grid: { type: 'QUARTER' },
      },
      place: 'London',
      relation: 'WIDER_AREA',
      publisher: 'the Ministry of Justice',
    },
    'Court timeliness: London. Days from offence to completion. ' +
      'The latest figure is a median of 339 days, for October to December 2025; the first is for July to September 2025. ' +
      'Published by the Ministry of Justice. No margin of error is known for it. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there are 2, from July to September 2025 on: the series begins there. ' +
      'It was measured for the whole of London: do not read it as the figure of one area in it. ' +
      'Half are below a median and half above: it says nothing of a single case. ' +
      'It goes by the court: do not take it for what happens to the people who live around it.',
  ],
  [
    'a count at a court, once',
    {
      from: 'S2025-12-31',
      cells: [1],
      indicator: {
        name: 'Open cases',
        definition: 'Cases that await their end.',
        unit: 'CASES',
        polarity: 'LOW_IS_GOOD',
        attributionBasis: 'COURT_OF_HEARING',
        grid: { type: 'SNAPSHOT', everyMonths: 3, month: 12 },
      },
      place: 'Snaresbrook',
      relation: 'SITE_IN_WIDER_AREA',
      publisher: 'the Ministry of Justice',
    },
    'Open cases: Snaresbrook. Cases that await their end. ' +
      'The latest figure is 1 case, on 31 December 2025; it is the only one. ' +
      'Published by the Ministry of Justice. It is a count, not an estimate from a sample. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is one, 31 December 2025: the series begins there. ' +
      'Which areas Snaresbrook serves is not known: do not read it as the figure of one of them. ' +
      'It goes by the court: do not take it for what happens to the people who live around it.',
  ],
  [
    'a share with limits, which fell',
    {
      from: 'FY2015-16',
      cells: [30, 29, 28, 27, 26].map((share) => ({
        value: share,
        status: 'PUBLISHED' as const,
        numerator: share * 500,
        denominator: 50_000,
      })),
      indicator: {
        ...residents,
        name: 'Proven reoffending',
        definition: 'The share who offended again.',
        unit: 'PERCENT',
        valueType: 'PROPORTION',
        multiplier: 100,
        decimals: 1,
        polarity: 'LOW_IS_GOOD',
      },
      publisher: 'the Ministry of Justice',
      caveats: [
        { severity: 'CAUTION', text: 'A cohort is followed for eighteen months.' },
        { severity: 'INFO', text: 'Not told: it is no warning.' },
      ],
    },
    'Proven reoffending: Hackney. The share who offended again. ' +
      'The latest figure is 26.0%, for April 2019 to March 2020; the first is for April 2015 to March 2016. ' +
      // 13,000 of 50,000: 0.26 ± 1.96 · √(0.26 · 0.74 / 50,000) = 0.26 ± 0.0038.
      'Published by the Ministry of Justice. Allowing for chance, it lies between 25.6% and 26.4% (95% confidence limits). ' +
      'Over the last five comparable figures, from April 2015 to March 2020, it went down by more than chance explains, which is for the better. ' +
      'A cohort is followed for eighteen months.',
  ],
  [
    'a figure that is withheld',
    {
      from: 'S2023-03-31',
      cells: ['NOT_AVAILABLE', 'CONFIDENTIAL'],
      indicator: {
        name: 'Children in need',
        definition: 'Episodes that are open at 31 March.',
        unit: 'EPISODES',
        polarity: 'NO_JUDGEMENT',
        attributionBasis: 'RESPONSIBLE_AUTHORITY',
        grid: march,
      },
      place: 'City of London',
      publisher: 'the Department for Education',
    },
    'Children in need: City of London. Episodes that are open at 31 March. ' +
      'There is no figure: the newest, for 31 March 2024, is withheld to protect people. ' +
      'Published by the Department for Education. Neither a high nor a low figure is good or bad by itself.',
  ],
  [
    'a figure that is withheld after one that is not',
    {
      from: 'S2023-03-31',
      cells: [31, 'CONFIDENTIAL'],
      indicator: {
        name: 'Children in need',
        definition: 'Episodes that are open at 31 March.',
        unit: 'EPISODES',
        polarity: 'NO_JUDGEMENT',
        attributionBasis: 'RESPONSIBLE_AUTHORITY',
        grid: march,
      },
      place: 'City of London',
      publisher: 'the Department for Education',
    },
    'Children in need: City of London. Episodes that are open at 31 March. ' +
      'The latest figure is 31 episodes, on 31 March 2023; it is the only one. ' +
      'There is no later figure: that for 31 March 2024 is withheld to protect people. ' +
      'Published by the Department for Education. It is a count, not an estimate from a sample. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is one, 31 March 2023: the series begins there. ' +
      'Neither a high nor a low figure is good or bad by itself.',
  ],
  [
    'a figure that was not supplied',
    {
      from: 'FY2020-21',
      cells: ['NOT_AVAILABLE', 'NOT_AVAILABLE'],
      indicator: {
        name: 'Referrals',
        definition: 'Referrals in the year.',
        unit: 'REFERRALS',
        polarity: 'NO_JUDGEMENT',
        attributionBasis: 'RESPONSIBLE_AUTHORITY',
        grid: year,
      },
      publisher: 'the Department for Education',
      caveats: [{ severity: 'CAUTION', text: 'Hackney made no return for these years.' }],
    },
    'Referrals: Hackney. Referrals in the year. ' +
      'There is no figure: the newest, for April 2021 to March 2022, is not available. ' +
      'Published by the Department for Education. Hackney made no return for these years. ' +
      'Neither a high nor a low figure is good or bad by itself.',
  ],
  [
    'a share of those asked in a survey, in part of the area',
    {
      from: 'CY2016',
      cells: [68],
      indicator: {
        name: 'Public perception',
        definition: 'Residents who say that the police do a good job, in percent of those asked.',
        unit: 'PERCENT',
        valueType: 'PROPORTION',
        multiplier: 100,
        polarity: 'HIGH_IS_GOOD',
        attributionBasis: 'RESIDENCE_OF_RESPONDENT',
        grid: { type: 'CALENDAR_YEAR' },
      },
      place: 'Hackney - Homerton',
      relation: 'PART_OF_AREA',
      publisher: "the Mayor's Office for Policing and Crime",
    },
    'Public perception: Hackney - Homerton. Residents who say that the police do a good job, in percent of those asked. ' +
      'The latest figure is 68%, for 2016; it is the only one. ' +
      "Published by the Mayor's Office for Policing and Crime. No margin of error is known for it. " +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is one, 2016: the series begins there. ' +
      'It was measured in Hackney - Homerton alone: do not read it as the figure of the whole area asked about.',
  ],
  [
    'what nobody measures there',
    {
      from: '2024-01',
      cells: [],
      indicator: recordedCrime,
      place: 'City of London',
      notMeasuredBecause: 'The City of London has a police force of its own.',
    },
    'Recorded crime: City of London. Offences that the police recorded in the month. ' +
      'There is no figure. The City of London has a police force of its own. ' +
      'Published by the Metropolitan Police Service. ' +
      'A rise may mean that more people come forward: do not take it as bad by itself, nor a fall as good. ' +
      'It goes by where something happened: do not take it for what happened to the people who live there.',
  ],
  [
    'a made-up sample',
    {
      from: 'FY2023-24',
      cells: [12, 14],
      indicator: { ...residents, name: 'Admissions', definition: 'Admissions in the year.', unit: 'ADMISSIONS' },
      isSynthetic: true,
      caveats: [{ severity: 'DO_NOT_COMPARE', text: 'SYNTHETIC: made-up sample figures.' }],
    },
    'Admissions: Hackney. Admissions in the year. ' +
      'The latest figure is 14 admissions, for April 2024 to March 2025; the first is for April 2023 to March 2024. ' +
      'SYNTHETIC: these are made-up sample figures. Nobody published them, and they describe no real place, person or event. ' +
      'It is a count, not an estimate from a sample. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there are 2, from April 2023 to March 2024 on: the series begins there.',
  ],
  [
    'a rate of two areas together, incomplete and after a gap',
    {
      from: 'FY2023-24',
      cells: ['CONFIDENTIAL', within(3200.586, 75.4, ['PARTIAL_COVERAGE'])],
      indicator: {
        ...residents,
        name: 'Emergency admissions',
        definition: 'Admissions of residents per 100,000.',
        unit: 'PER_100000',
        valueType: 'STANDARDISED_RATE',
        decimals: 1,
        polarity: 'LOW_IS_GOOD',
      },
      place: 'City of London and Hackney',
      relation: 'COMPOSITE',
      publisher: 'NHS England',
    },
    'Emergency admissions: City of London and Hackney. Admissions of residents per 100,000. ' +
      'The latest figure is 3,200.6 per 100,000, for April 2024 to March 2025; it is the only one. ' +
      'Published by NHS England. Allowing for chance, it lies between 3,125.2 per 100,000 and 3,276.0 per 100,000 (95% confidence limits). ' +
      'Part of the returns are missing, so it is too low. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is none: the figure for April 2024 to March 2025 is incomplete. ' +
      'It was measured for City of London and Hackney together: do not divide it between them.',
  ],
  [
    'a plan',
    {
      from: 'CY2014',
      cells: [700, { value: 685, status: 'PUBLISHED', flags: ['PLANNED'] }],
      indicator: {
        name: 'Officers',
        definition: 'Police officers of the borough.',
        unit: 'OFFICERS',
        polarity: 'NO_JUDGEMENT',
        attributionBasis: 'EMPLOYER',
        grid: { type: 'CALENDAR_YEAR' },
      },
    },
    'Officers: Hackney. Police officers of the borough. ' +
      'The latest figure is 685 officers, for 2015; the first is for 2014. ' +
      'Published by the Metropolitan Police Service. No margin of error is known for it. It is what was planned, not what happened. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is one, 2015: the figure for 2014 is of another kind. ' +
      'Neither a high nor a low figure is good or bad by itself.',
  ],
  [
    'a count that did not change, provisional',
    {
      from: 'FY2020-21',
      cells: [100, 104, 98, 101, { value: 100, status: 'PUBLISHED', flags: ['PROVISIONAL', 'REVISED'] }],
      indicator: { ...residents, name: 'Admissions', definition: 'Admissions in the year.', unit: 'ADMISSIONS' },
      publisher: 'NHS England',
      movement: 'Figures that an earlier edition has as well: 1. Changed since: none.',
    },
    'Admissions: Hackney. Admissions in the year. ' +
      'The latest figure is 100 admissions, for April 2024 to March 2025; the first is for April 2020 to March 2021. ' +
      'Published by NHS England. It is a count, not an estimate from a sample. It is provisional and may be revised. ' +
      'It was revised: an earlier release had another figure. ' +
      'Figures that an earlier edition has as well: 1. Changed since: none. ' +
      'Over the last five comparable figures, from April 2020 to March 2025, it neither rose nor fell steadily by more than chance explains, and the five figures differ from each other no more than chance explains.',
  ],
  [
    'a count in development that was revised, of which its publisher says why',
    {
      from: 'FY2024-25',
      cells: [{ value: 1, status: 'PUBLISHED', flags: ['REVISED', 'IN_DEVELOPMENT'] }],
      indicator: { ...residents, name: 'Admissions', definition: 'Admissions in the year.', unit: 'ADMISSIONS' },
      publisher: 'NHS England',
      revisionNote: 'NHS England says that two hospitals sent their returns late.',
    },
    'Admissions: Hackney. Admissions in the year. ' +
      'The latest figure is 1 admission, for April 2024 to March 2025; it is the only one. ' +
      'Published by NHS England. It is a count, not an estimate from a sample. ' +
      'It was revised: an earlier release had another figure. ' +
      'It is of statistics in development, which their publisher was still testing. ' +
      'NHS England says that two hospitals sent their returns late. ' +
      'Whether it changed cannot be said: five comparable points in a row are needed, and there is one, April 2024 to March 2025: the series begins there.',
  ],
  [
    'what only named users may see',
    {
      from: '2024-01',
      cells: ['WITHHELD_BY_TIER'],
      indicator: { ...residents, name: 'Attendances', definition: 'Attendances after violence.', grid: month },
      publisher: 'NHS England',
    },
    'Attendances: Hackney. Attendances after violence. ' +
      'There is no figure: the newest, for January 2024, is for named users only. Published by NHS England.',
  ],
];

describe('a statement for a resident', () => {
  it('calls a mean a mean where an indicator has both', () => {
    const timeliness: Partial<IndicatorDefinition> = {
      unit: 'DAYS',
      valueType: 'MEDIAN',
      dimensions: [dimension('statistic', 'Statistic', ['Mean', 'Median'])],
    };
    const given = { from: '2024-01', cells: [620], indicator: timeliness };
    expect(statementOn({ ...given, breakdown: ['Mean'] })).toContain('The latest figure is a mean of 620 days');
    expect(statementOn({ ...given, breakdown: ['Mean'] })).not.toContain('median');
    expect(statementOn({ ...given, breakdown: ['Median'] })).toContain('The latest figure is a median of 620 days');
  });

  it.each(forms)('on %s', (_, given, text) => {
    expect(statementOn(given)).toBe(text);
  });

  it('names no cause', () => {
    const causes = /\b(because|caused?|due to|owing to|led to|leads to|results? (of|in|from)|thanks to|effect)\b/i;
    expect(forms.map(([, given]) => statementOn(given)).filter((text) => causes.test(text))).toEqual([]);
  });
});
