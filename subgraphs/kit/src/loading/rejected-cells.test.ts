import { describe, expect, it } from 'vitest';
import { libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { readText } from '@boroughgraph/test/support/read-text.ts';
import { disclosurePolicies } from '../disclosure/policy.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { withRejectedCells } from './rejected-cells.ts';

const tidy = 'indicator,area,period,purpose,value,numerator,denominator,lower,upper,status,flags,reporting,expected\n';
const wide = 'Borough,Purpose,202401,202402\n';

/** Each series as `place dimensions: values`, a status standing for a value that is not there. */
function cellsIn(text: string, dataset: DatasetDefinition = libraryVisitsDataset): readonly string[] {
  const { draft } = readText({ dataset, text });
  return withRejectedCells(draft, dataset).series.map(({ place, dimensionKey, readings }) => {
    const cells = [...readings.values()].map(({ value, status }) => (status === 'PUBLISHED' ? String(value) : status));
    return `${place} ${dimensionKey}: ${cells.join(' ')}`;
  });
}

describe('a row of the tidy format whose figure cannot be read', () => {
  it.each([
    ['a text', 'four,,,,,,,,'],
    ['a dash', '-,,,,,,,,'],
    ['a negative count', '-4,,,,,,,,'],
    ['a broken count', '4.5,,,,,,,,'],
    ['a percentage', '4%,,,,,,,,'],
    ['a numerator', '12,four,,,,,,,'],
    ['a denominator', '12,,four,,,,,,'],
    ['a limit', '12,,,four,,,,,'],
    ['a status beside a value', '4,,,,,CONFIDENTIAL,,,'],
    ['an unknown status', ',,,,,SECRET,,,'],
    ['another status than that of the marker', 'c,,,,,NOT_COLLECTED,,,'],
    ['an unknown flag', '4,,,,,,SECRET,,'],
    ['more reports than were expected', '4,,,,,,,9,8'],
    ['limits that exclude the value', '4,,,5,6,,,,'],
    ['limits upside down', '4,,,6,2,,,,'],
    ['a numerator beside a marker', 'c,4,,,,,,,'],
    ['a marker that is said to be published', 'c,,,,,PUBLISHED,,,'],
  ])('is withheld for %s', (_what, rest) => {
    const { rejected } = readText({
      dataset: libraryVisitsDataset,
      text: `${tidy}library-visits,Hackney,2024-01,,${rest}\n`,
    });
    expect(rejected).toHaveLength(1);
    expect(cellsIn(`${tidy}library-visits,Hackney,2024-01,,${rest}\n`)).toEqual(['E09000012 : CONFIDENTIAL']);
  });

  it('is withheld at the cell that it names', () => {
    expect(cellsIn(`${tidy}library-visits,Hackney,2024-01,reading,four,,,,,,,,\n`)).toEqual([
      'E09000012 purpose=reading: CONFIDENTIAL',
    ]);
  });

  it('is withheld as the whole where it is narrowed by what its indicator lacks', () => {
    const [visits] = libraryVisitsDataset.indicators;
    if (visits === undefined) throw new Error('no indicator');
    const loans = { ...visits, id: 'library-loans', dimensions: [] };
    const dataset = { ...libraryVisitsDataset, indicators: [visits, loans] };
    expect(cellsIn(`${tidy}library-loans,Hackney,2024-01,reading,12,,,,,,,,\n`, dataset)).toEqual([
      'E09000012 : CONFIDENTIAL',
    ]);
  });

  it.each(['tea-drunk,Hackney,2024-01,', 'library-visits,Hackny,2024-01,', 'library-visits,Hackney,CY2024,'])(
    'leaves no cell where %j does not say which',
    (which) => {
      expect(cellsIn(`${tidy}${which},four,,,,,,,,\n`)).toEqual([]);
    },
  );

  it('leaves no cell where nothing is withheld for being small', () => {
    const open = { ...libraryVisitsDataset, disclosurePolicy: disclosurePolicies.none };
    expect(cellsIn(`${tidy}library-visits,Hackney,2024-01,,four,,,,,,,,\n`, open)).toEqual([]);
  });

  it('says which periods the release covers', () => {
    const { draft } = readText({
      dataset: libraryVisitsDataset,
      text: `${tidy}library-visits,Hackney,2024-01,,four,,,,,,,,\n`,
    });
    const { covered } = withRejectedCells(draft, libraryVisitsDataset);
    expect([...covered].map(([{ id }, ordinals]) => [id, ordinals.size])).toEqual([['library-visits', 1]]);
  });
});

describe('a row of a published format of which a figure cannot be read', () => {
  it('is withheld in all its cells, and in the sums of which they are part', () => {
    expect(cellsIn(`${wide}Hackney,Warmth,30,40\nHackney,Reading,10,four\n`)).toEqual([
      'E09000012 purpose=warmth: 30 40',
      'E09000012 : CONFIDENTIAL CONFIDENTIAL',
      'E09000012 purpose=reading: CONFIDENTIAL CONFIDENTIAL',
    ]);
  });
});

describe('a row that repeats an earlier one', () => {
  it('changes nothing where it says the same', () => {
    expect(cellsIn(`${wide}Hackney,Reading,10,20\nHackney,Reading,10,20\n`)).toEqual([
      'E09000012 purpose=reading: 10 20',
      'E09000012 : 10 20',
    ]);
  });

  it.each([
    ['numerator', '12,3,,,,,,,'],
    ['denominator', '12,,9,,,,,,'],
    ['lower limit', '12,,,5,20,,,,'],
  ])('is withheld where its %s alone is another', (_what, rest) => {
    const first = '12,,,,,,,,';
    expect(
      cellsIn(`${tidy}library-visits,Hackney,2024-01,,${first}\nlibrary-visits,Hackney,2024-01,,${rest}\n`),
    ).toEqual(['E09000012 : CONFIDENTIAL']);
  });

  it('is withheld where it says something else, since nobody knows which of the two is right', () => {
    expect(
      cellsIn(`${tidy}library-visits,Hackney,2024-01,,12,,,,,,,,\nlibrary-visits,Hackney,2024-01,,c,,,,,,,,\n`),
    ).toEqual(['E09000012 : CONFIDENTIAL']);
  });
});
