import { expect, it } from 'vitest';
import type { FileFormat } from '../datasets/dataset.ts';
import { matchFormat } from './match-format.ts';
import { FileProblem } from '../files/row-problem.ts';
import { sourceFile } from '../files/source-file.ts';

const table: FileFormat = {
  name: 'the table of colours',
  delimiter: ',',
  columns: { year: { headings: ['Year'] } },
  otherColumns: {
    what: 'a colour',
    read: (heading) => (['red', 'blue'].includes(heading) ? heading : null),
    candidates: (heading) => (heading.startsWith('b') ? ['blue'] : []),
  },
  open: () => () => ({ kind: 'loaded' }),
};

const match = (text: string) =>
  matchFormat(sourceFile('colours.csv', new TextEncoder().encode(text)), [table], {
    references: {},
    publishedAt: null,
  });

function refusal(text: string): string {
  try {
    match(text);
  } catch (problem) {
    if (problem instanceof FileProblem) return problem.message;
    throw problem;
  }
  return 'not refused';
}

it('says what an unknown heading may have meant, where something is near', () => {
  expect(refusal('Year,red,bleu\n1,2,3\n')).toContain('its column "bleu" is unknown (expected a colour; perhaps blue)');
  expect(refusal('Year,red,green\n1,2,3\n')).toContain('its column "green" is unknown (expected a colour)');
});

it('gives the rows of the file with their lines before any is read, as often as they are asked for', () => {
  const { rows } = match('red,Year\n5,2019\n\n"6",2020\n').opened;
  const texts = () => [...rows()].map((row) => `line ${row.line}: ${row.text('year')} ${row.at(0)}`);
  expect(texts()).toEqual(['line 2: 2019 5', 'line 4: 2020 6']);
  expect(texts()).toEqual(['line 2: 2019 5', 'line 4: 2020 6']);
});

it('reads past columns at the end that have neither a heading nor a cell, and rows without a cell', () => {
  const { opened } = match('Year,red,,\n2019,5,,\n,,, \n');
  expect([opened.others.length, [...opened.rows()].map((row) => row.at(1))]).toEqual([1, ['5']]);
});

it('refuses a column that has cells and no heading, and says which it is', () => {
  expect(refusal('Year,red,\n2019,5,6\n')).toContain(
    'its column 3, which has no heading, is unknown (expected a colour)',
  );
  expect(refusal(',Year,red\n0,2019,5\n')).toContain('its column 1, which has no heading, is unknown');
});

it('knows a heading whose words are parted by underscores, spaces or line feeds', () => {
  const wordy: FileFormat = { ...table, columns: { year: { headings: ['Year_ending March'] } } };
  const headings = ['Year ending March', 'year_ending_march', '"Year\nending  March"'].map((heading) => {
    const file = sourceFile('colours.csv', new TextEncoder().encode(`${heading},red\n2019,5\n`));
    return matchFormat(file, [wordy], { references: {}, publishedAt: null }).opened.headings.size;
  });
  expect(headings).toEqual([1, 1, 1]);
});
