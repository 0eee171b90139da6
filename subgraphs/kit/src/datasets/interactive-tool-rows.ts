import { areaByCode, type AreaRecord } from '../geography/areas.ts';
import { areaNamed } from '../geography/area-names.ts';
import type { Reading } from '../statistics/observation.ts';
import type { ColumnDefinition } from './dataset.ts';
import type { Markers } from '../files/markers.ts';
import type { Row } from '../files/row.ts';

/*
 * The columns of an extract of the Local Authority Interactive Tool, in which the Department for Education republishes what others
 * publish: one row an indicator, year and area. Source: Department for Education, Local Authority Interactive Tool, April 2026.
 */

/** The columns of every extract. */
export const interactiveToolColumns = {
  item: { headings: ['Short Desc'] },
  title: { headings: ['Data item'] },
  years: { headings: ['Years'] },
  area: { headings: ['LA and Regions'] },
  value: { headings: ['Values'] },
  number: { headings: ['LA Number'] },
  region: { headings: ['Region'] },
} as const satisfies Readonly<Record<string, ColumnDefinition>>;

/**
 * The numbers that the Department gives to authorities and wider areas, by ONS code.
 *
 * Source: Department for Education, Get information about schools, local authority codes; the tool for what is wider.
 */
const numbers: Readonly<Record<string, string>> = {
  201: 'E09000001',
  202: 'E09000007',
  203: 'E09000011',
  204: 'E09000012',
  205: 'E09000013',
  206: 'E09000019',
  207: 'E09000020',
  208: 'E09000022',
  209: 'E09000023',
  210: 'E09000028',
  211: 'E09000030',
  212: 'E09000032',
  213: 'E09000033',
  301: 'E09000002',
  302: 'E09000003',
  303: 'E09000004',
  304: 'E09000005',
  305: 'E09000006',
  306: 'E09000008',
  307: 'E09000009',
  308: 'E09000010',
  309: 'E09000014',
  310: 'E09000015',
  311: 'E09000016',
  312: 'E09000017',
  313: 'E09000018',
  314: 'E09000021',
  315: 'E09000024',
  316: 'E09000025',
  317: 'E09000026',
  318: 'E09000027',
  319: 'E09000029',
  320: 'E09000031',
  970: 'E92000001',
  986: 'E12000007',
  987: 'E13000001',
  988: 'E13000002',
};

/** How the tool writes the two parts of London. */
const parts = { 'London (Inner)': 'Inner London', 'London (Outer)': 'Outer London' } as const;

/**
 * The borough, part of London, London or England that a row is of, on which number and name agree; null for any other place.
 *
 * @throws {RowProblem} where they are of two places.
 */
export function interactiveToolArea(row: Row): AreaRecord | null {
  const code = numbers[row.text('number')];
  const written = row.text('area');
  const name = Object.entries(parts).find(([part]) => part === written)?.[1] ?? written;
  const named = areaNamed(name, ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY']);
  const numbered = code === undefined ? null : areaByCode(code);
  if (numbered !== null && numbered.code !== named?.code)
    return row.reject('area', `the name of the authority with the number ${row.text('number')}, ${numbered.name}`);
  if (numbered === null && named !== null) return row.reject('number', `the Department's number of ${named.name}`);
  if (numbered !== null) row.concerns(numbered.code);
  return numbered;
}

/**
 * What the tool writes where it has no figure, whether there were too few, nothing was published or nothing applies: it does not
 * tell which, and it is never zero.
 */
const noFigure: Markers = { '-': { value: null, status: 'NOT_AVAILABLE' } };

/** The figure of a row. Digits that a program left behind, as in `39.799999999999997`, are none: the number is 39.8. */
export function interactiveToolReading(row: Row): Reading {
  return row.reading('value', noFigure);
}
