import { globSync } from 'node:fs';
import { publishedFile } from '../support/published-files.ts';
import { codesByName, type FileCell, figureOf, financialYearTo, monthOf, recordsOf, tableOf } from './small-reader.ts';

/** A measure of the Local Authority Interactive Tool: its indicator, and the period of a label of its column of years. */
export interface ToolMeasure {
  readonly indicator: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly periodOf: (years: string) => string;
}

/** The cells of an extract of the tool, of some of its measures. Never throws. */
export function toolCells(file: string, measures: Readonly<Record<string, ToolMeasure>>): readonly FileCell[] {
  const codes = codesByName();
  return recordsOf(file).flatMap((row) => {
    const measure = measures[row['Short Desc'] ?? ''];
    const place = codes.get(row['LA and Regions'] ?? '');
    if (measure === undefined || place === undefined) return [];
    const { indicator, dimensions = {}, periodOf } = measure;
    return [{ indicator, dimensions, place, period: periodOf(row['Years'] ?? ''), figure: figureOf(row['Values']) }];
  });
}

const youth = 'criminal-justice/dfe-lait-youth-justice-2026-04.csv';
const financialYear = (years: string) => financialYearTo(Number(years));

function entrants(): readonly FileCell[] {
  const cells = toolCells(youth, {
    FirstYJS: { indicator: 'first-time-entrants-pnc-rate', periodOf: (years) => `R12-${years}-12` },
    'YJS_Caution-Sentence10-17_YO': {
      indicator: 'children-cautioned-or-sentenced-rate',
      periodOf: (years) => `FY${years}`,
    },
  });
  // England's cannot be a rate, and the City repeats that of Tower Hamlets: neither is to be shown.
  const isFalse = ({ indicator, place }: FileCell) =>
    indicator === 'first-time-entrants-pnc-rate' ? place === 'E92000001' : place === 'E09000001';
  return cells.map((cell) => (isFalse(cell) ? { ...cell, figure: null } : cell));
}

/** How the heads of the table name the offences, as the graph does: "Offences Against The Person" is offences-against-the-person. */
const categoryOf = (head: string) =>
  head
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-');

function prosecutions(): readonly FileCell[] {
  const folder = publishedFile('criminal-justice/cps-principal-offence-category') ?? '';
  const places: Readonly<Record<string, string>> = {
    'Metropolitan and City': 'cps-area:metropolitan-and-city',
    National: 'K04000001',
  };
  return globSync('201[56]/*.csv', { cwd: folder }).flatMap((name) => {
    const [, year = '', month = ''] = /^(\d{4})\/principal_offence_category_([a-z]+)_/.exec(name) ?? [];
    const [heads = [], ...rows] = tableOf(`criminal-justice/cps-principal-offence-category/${name}`);
    return rows.flatMap(([area = '', ...cells]) => {
      const place = places[area];
      if (place === undefined) return [];
      return cells.flatMap((cell, at) => {
        const [, offence = '', kind = ''] =
          /^Number of (Homicide|Robbery|Burglary|Criminal Damage) (Convictions|Unsuccessful)$/.exec(
            heads[at + 1] ?? '',
          ) ?? [];
        if (offence === '') return [];
        const indicator = kind === 'Convictions' ? 'convictions' : 'unsuccessful-outcomes';
        return [
          {
            indicator,
            place,
            dimensions: { category: categoryOf(offence) },
            period: monthOf(month, year),
            figure: figureOf(cell),
          },
        ];
      });
    });
  });
}

/** A percentage of the Department, by a row's group and characteristic. */
export function conviction(
  indicator: string,
  isMeant: (row: Readonly<Record<string, string>>) => boolean,
): readonly FileCell[] {
  return recordsOf('criminal-justice/la_conviction_health_outcome_cla-2024-release.csv').flatMap((row) => {
    const code =
      row['new_la_code'] === '' ? (row['region_code'] === '' ? 'E92000001' : row['region_code']) : row['new_la_code'];
    if (!isMeant(row) || !/^E(?:09|12000007|1300000[12]|92)/.test(code ?? '')) return [];
    const period = financialYearTo(Number(row['time_period']));
    return [{ indicator, dimensions: {}, place: code ?? '', period, figure: figureOf(row['percentage']) }];
  });
}

function caseload(): readonly FileCell[] {
  const folder = 'criminal-justice/derived-ccsq-2025q4';
  const quarters = recordsOf(`${folder}/gold_backlog_trajectory.csv`).flatMap((row) =>
    ['receipts', 'disposals'].map((head) => ({
      indicator: `crown-court-${head}`,
      dimensions: {},
      place: 'K04000001',
      period: `${row['year'] ?? ''}-${row['quarter'] ?? ''}`,
      figure: figureOf(row[head]),
    })),
  );
  const sites: Readonly<Record<string, string>> = {
    Snaresbrook: 'court:snaresbrook-crown-court',
    'Central Criminal Court': 'court:central-criminal-court',
    Southwark: 'court:southwark-crown-court',
  };
  const courts = recordsOf(`${folder}/gold_court_backlog_ratio.csv`).flatMap((row) => {
    const place = sites[row['court'] ?? ''];
    if (place === undefined) return [];
    return [
      {
        indicator: 'crown-court-disposals',
        dimensions: {},
        place,
        period: 'R12-2025-12',
        figure: figureOf(row['annual_disposals']),
      },
    ];
  });
  return [...quarters, ...courts];
}

/** By dataset, every cell of its files that these readers know. */
export const justiceCells: Readonly<Record<string, () => readonly FileCell[]>> = {
  'first-time-entrants': entrants,
  'reoffending-by-group': () =>
    toolCells(youth, {
      ReoffYO: { indicator: 'youth-reoffending', dimensions: { 'age-band': '10-to-14' }, periodOf: financialYear },
      'ReoffYO15-17': {
        indicator: 'youth-reoffending',
        dimensions: { 'age-band': '15-to-17' },
        periodOf: financialYear,
      },
    }),
  'cps-outcomes-by-principal-offence': prosecutions,
  'looked-after-children-convictions': () =>
    conviction('looked-after-children-convicted', (row) => row['characteristic']?.startsWith('Convicted') === true),
  'crown-court-caseload': caseload,
};
