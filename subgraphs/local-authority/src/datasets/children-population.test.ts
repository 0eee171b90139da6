import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './children-population.ts';

const headings = 'age_group,population_estimate';
const ages = 'Children aged 0 to 17 years';
const hackney = educationRow('Hackney', 2023, ages, 50_000);

describe('residents aged 0 to 17', () => {
  it('are those of the middle of the year, exact in wider areas too', () => {
    const text = `\uFEFF${educationText(headings, hackney, educationRow('London', 2022, ages, '"1,900,123"'))}`;
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({
      'children-population E09000012': 'S2023-06-30 50000',
      'children-population E12000007': 'S2022-06-30 1900123',
    });
  });

  it('of other ages, or of a year to 31 March, are rejected', () => {
    const rows = [
      hackney.replace(ages, 'All ages'),
      hackney.replace('2023,Reporting year', '202223,Financial year'),
      hackney.replace('50000', '-'),
    ];
    const { rejected } = readText({ dataset, text: educationText(headings, ...rows) });
    expect(rejected.map(({ line, column }) => `${line} ${column ?? ''}`)).toEqual([
      '2 age_group',
      '3 time_identifier',
      '4 population_estimate',
    ]);
  });
});

const path = 'local-authority/ons_mid-year_population_estimates_2012_to_2023.csv';

describe.skipIf(publishedFile(path) === null)('the published estimates of 2012 to 2023', () => {
  it('add up: boroughs to Inner and Outer London, these to London', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toMatchObject({ rowsRead: 1967, rowsLoaded: 444, rejected: [] });
    const all = [...read.draft.series.values()];
    const sumOf = (isPart: (place: string) => boolean, ordinal: number) =>
      all
        .filter(({ place }) => isPart(place))
        .reduce((sum, { readings }) => sum + (readings.get(ordinal)?.value ?? 0), 0);
    const london = [...(all.find(({ place }) => place === 'E12000007')?.readings ?? [])];
    const wrong = london.filter(
      ([ordinal, { value }]) =>
        sumOf((place) => place.startsWith('E09'), ordinal) !== value ||
        sumOf((place) => place.startsWith('E13'), ordinal) !== value,
    );
    expect([london.length, wrong]).toEqual([12, []]);
  });
});
