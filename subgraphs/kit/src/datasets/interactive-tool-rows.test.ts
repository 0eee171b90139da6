import { describe, expect, it } from 'vitest';
import { interactiveToolArea, interactiveToolColumns, interactiveToolReading } from './interactive-tool-rows.ts';
import { Row } from '../files/row.ts';

const columns = new Map(
  Object.entries(interactiveToolColumns).map(([name, { headings }], position) => [
    name,
    { position, heading: headings[0] },
  ]),
);
const rowOf = (area: string, number: string, value = '1') =>
  new Row({ line: 2, cells: ['Item', 'An item', '2024', area, value, number, 'NA'] }, columns);

describe('a row of the interactive tool', () => {
  it.each([
    ['Hackney', '204', 'E09000012'],
    ['Greenwich', '203', 'E09000011'],
    ['Westminster', '213', 'E09000033'],
    ['Waltham Forest', '320', 'E09000031'],
    ['London', '986', 'E12000007'],
    ['London (Inner)', '987', 'E13000001'],
    ['London (Outer)', '988', 'E13000002'],
    ['England', '970', 'E92000001'],
    ['Leeds', '383', undefined],
  ])('of %s with the number %s is of %s', (area, number, code) => {
    expect(interactiveToolArea(rowOf(area, number))?.code).toBe(code);
  });

  it.each([
    ['Hackney', '205', 'the name of the authority with the number 205, Hammersmith and Fulham'],
    ['Hackney', '383', "the Department's number of Hackney"],
  ])('of %s with the number %s is refused', (area, number, expected) => {
    expect(() => interactiveToolArea(rowOf(area, number))).toThrow(expected);
  });

  it('has a number without the digits that a program left, or no figure at all', () => {
    expect(interactiveToolReading(rowOf('Hackney', '204', '39.799999999999997'))).toEqual({
      value: 39.8,
      status: 'PUBLISHED',
    });
    expect(interactiveToolReading(rowOf('Hackney', '204', '-'))).toEqual({ value: null, status: 'NOT_AVAILABLE' });
    expect(() => interactiveToolReading(rowOf('Hackney', '204', ''))).toThrow('a number or one of -');
  });
});
