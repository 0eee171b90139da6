import { globSync } from 'node:fs';
import { publishedFile } from '../support/published-files.ts';
import { conviction, toolCells } from './justice-cells.ts';
import { type FileCell, figureOf, financialYearTo, monthOf, recordsOf, tableOf } from './small-reader.ts';

/** How the columns of attendances and of waits name a department. */
const departments: readonly (readonly [department: string, attendances: string, waits: string])[] = [
  ['type-1', 'Type 1', 'Type 1'],
  ['type-2', 'Type 2', 'Type 2'],
  ['other', 'Other A&E Department', 'Other Department'],
];
const isLondon = (region: string | undefined) => region?.toUpperCase().trim() === 'NHS ENGLAND LONDON';
const site = (code: string | undefined) => code ?? '';
/** Two trusts supply no waits: where they have attendances, their zeros in the months of 2021 and 2022 are not counts. */
const withoutWaits = ['RQM', 'RYJ'];

function older(): readonly FileCell[] {
  const folder = publishedFile('health') ?? '';
  return globSync('nhs-england-ae-monthly-202[12]-*.csv', { cwd: folder }).flatMap((name) =>
    recordsOf(`health/${name}`)
      .filter((row) => isLondon(row['Parent Org']))
      .flatMap((row) => {
        const [, month = '', year = ''] = (row['Period'] ?? '').split('-');
        const place = site(row['Org Code']);
        const at = { place, period: monthOf(month, year) };
        return departments.flatMap(([department, attended, waited]) => {
          const attendances = figureOf(row[`A&E attendances ${attended}`]);
          const waits = figureOf(row[`Attendances over 4hrs ${waited}`]);
          return [
            {
              ...at,
              indicator: 'ae-attendances',
              dimensions: { department },
              figure: attendances,
            },
            {
              ...at,
              indicator: 'ae-waits-over-four-hours',
              dimensions: { department },
              figure: withoutWaits.includes(place) && attendances !== 0 ? null : waits,
            },
          ];
        });
      }),
  );
}

/** The form of 2025: the month in the name, attendances in the fourth column on, waits over four hours in the twelfth on. */
function newer(): readonly FileCell[] {
  const folder = publishedFile('health') ?? '';
  return globSync('nhs-england-ae-provider-2025-*.csv', { cwd: folder }).flatMap((name) =>
    tableOf(`health/${name}`)
      .filter(([, region]) => isLondon(region))
      .flatMap((row) => {
        const at = { place: site(row[0]), period: /2025-\d\d/.exec(name)?.[0] ?? '' };
        return departments.flatMap(([department], index) => [
          { ...at, indicator: 'ae-attendances', dimensions: { department }, figure: figureOf(row[3 + index]) },
          {
            ...at,
            indicator: 'ae-waits-over-four-hours',
            dimensions: { department },
            figure: figureOf(row[11 + index]),
          },
        ]);
      }),
  );
}

const financialYear = (years: string) => financialYearTo(Number(years));

/** By dataset, every cell of its files that these readers know. */
export const healthCells: Readonly<Record<string, () => readonly FileCell[]>> = {
  'accident-and-emergency': () => [...older(), ...newer()],
  'looked-after-children-health': () =>
    conviction(
      'looked-after-children-substance-misuse',
      (row) => row['characteristic']?.startsWith('Identified as having') === true,
    ),
  'children-hospital-admissions': () =>
    toolCells('health/dfe-lait-children-hospital-admissions-2026-04.csv', {
      'HospAd0-14': { indicator: 'childrens-injury-admissions-rate', periodOf: financialYear },
      'CMH_0-17yrs': { indicator: 'childrens-mental-health-admissions-rate', periodOf: financialYear },
    }),
};
