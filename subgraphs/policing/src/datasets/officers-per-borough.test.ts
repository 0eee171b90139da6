import { expect, it } from 'vitest';
import { cellsOf, outcomeOf, readText } from '@boroughgraph/test/support/read-text.ts';
import { metropolitanBoroughs } from '../force-areas.ts';
import { dataset } from './officers-per-borough.ts';

const read = () => readText({ dataset, text: dataset.reviewed?.tidy ?? '' });

it('has both years and both teams of the 32 boroughs that the Met polices', () => {
  const result = read();
  expect(outcomeOf(result)).toEqual({ rowsRead: 128, rowsLoaded: 128, leftOut: {}, keptOutside: {}, rejected: [] });
  const places = new Set([...result.draft.series.values()].map(({ place }) => place));
  expect([...places].sort()).toEqual([...metropolitanBoroughs]);
});

it('has the rows of the plan, those of 2015 marked as planned', () => {
  expect(cellsOf(read().draft, (series) => series.includes('E09000012'))).toEqual({
    'police-officers E09000012 team=safer-neighbourhoods': 'CY2011 54, CY2015 154 PLANNED',
    'police-officers E09000012': 'CY2011 682, CY2015 685 PLANNED',
  });
});

/** The sum of all rows of one team and one year. */
function sumOf(isWanted: (series: string) => boolean, year: string): number {
  const cells = Object.values(cellsOf(read().draft, isWanted)).flatMap((listed) => listed.split(', '));
  return cells.filter((cell) => cell.startsWith(year)).reduce((sum, cell) => sum + Number(cell.split(' ')[1]), 0);
}

it('adds up to the printed totals of the plan, but for that of 2015, which is printed 2 too low', () => {
  const isSafer = (series: string) => series.includes('team=');
  const isAll = (series: string) => !series.includes('team=');
  expect({
    safer2011: sumOf(isSafer, 'CY2011'),
    safer2015: sumOf(isSafer, 'CY2015'),
    all2011: sumOf(isAll, 'CY2011'),
    all2015: sumOf(isAll, 'CY2015'),
  }).toEqual({
    safer2011: 1849,
    safer2015: 4491,
    all2011: 18_103,
    // The plan prints 19,285.
    all2015: 19_287,
  });
});
