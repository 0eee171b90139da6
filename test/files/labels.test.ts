import { readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { expect, it } from 'vitest';
import { possibleRow, tidyFile } from './tidy-file.ts';

const purposes = dimension('purpose', 'Purpose', ['Arts, crafts and play', 'Aged 50', 'Aged 50+']);
const visits = { ...libraryVisits, dimensions: [purposes] };
const dataset = { ...libraryVisitsDataset, formats: [], indicators: [visits] };
const read = (purpose: string) => readText({ dataset, text: tidyFile({ ...possibleRow(visits), purpose }) });

it.each(['arts-crafts-and-play', 'Arts, crafts & play', 'Arts crafts and play', 'ARTS - CRAFTS AND PLAY'])(
  'The label %j is known, however it is spelt',
  (purpose) => {
    const [series] = read(purpose).draft.series.values();
    expect(series?.dimensionKey).toBe('purpose=arts-crafts-and-play');
  },
);

it.each(['Arts and crafts', 'Aged 50+', '-arts, crafts and play', '50'])(
  'The label %j is taken for no other',
  (purpose) => {
    expect(read(purpose).rejected).toMatchObject([{ line: 2, column: 'purpose', found: purpose }]);
  },
);

it('A label that is none of many is refused with the nearest, not with all', () => {
  const many = dimension(
    'purpose',
    'Purpose',
    Array.from('abcdefghij').map((letter) => `Group ${letter}${letter}${letter}`),
  );
  const of = { ...dataset, indicators: [{ ...libraryVisits, dimensions: [many] }] };
  const { rejected } = readText({ dataset: of, text: tidyFile({ ...possibleRow(visits), purpose: 'Group aba' }) });
  expect(rejected).toMatchObject([
    { expected: 'one of the 10 that are known here', candidates: ['group-aaa', 'group-bbb', 'group-ccc'] },
  ]);
});

const table = 'Borough,Purpose,202401\nHackney,Reading,10\n';
const longHeading = 'Number of visits to any library of the borough in the calendar month, all purposes together';
const wide = {
  ...dataset,
  formats: [
    {
      name: 'a table',
      delimiter: ',' as const,
      columns: {
        borough: { headings: ['Borough', 'BOCU'] },
        visits: { headings: [longHeading] },
        lost: { headings: ['Books, lost and found'], isOptional: true },
      },
      otherColumns: 'refused' as const,
      open: () => () => ({ kind: 'loaded' as const }),
    },
  ],
};
const opens = (headings: string) => refusalOf({ dataset: wide, text: `${headings}\nHackney,1,2\n` });

it.each([
  `BOCU,"${longHeading}",Books lost & found`,
  `borough,"${longHeading.slice(0, 80)}","Books, lost-and-found"`,
  `Borough,${longHeading.replace(',', ' -')},BOOKS_LOST_AND_FOUND`,
])('The headings %s are known', (headings) => {
  expect(opens(headings)).toBeNull();
});

it.each([
  [`Borough,${longHeading.slice(0, 20)},Books lost and found`, 'it has no column "Number of visits'],
  [`Borough,"${longHeading}",Books lost`, 'its column "Books lost" is unknown'],
  [`Borugh,"${longHeading}",Books lost and found`, 'it has no column "Borough" (the nearest that it has is "Borugh")'],
])('The headings %s are taken for no others', (headings, sentence) => {
  expect(opens(headings)).toContain(sentence);
});

it('A file of another kind is refused with what it has', () => {
  expect(refusalOf({ dataset: wide, text: table })).toContain('its headings are "Borough", "Purpose", "202401"');
});
