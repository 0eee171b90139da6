import { boroughs } from '@boroughgraph/kit/geography/areas.ts';

/** Crimes of the sample, of which a borough gets two; which ones says nothing of it. */
const crimes = [
  ['Burglary', 'burglary'],
  ['Robbery', 'robbery'],
  ['Theft from the person', 'theft-from-the-person'],
  ['Theft from a vehicle', 'theft-from-a-vehicle'],
  ['Violence with injury', 'violence-with-injury'],
] as const;

const source = 'SYNTHETIC: made up for the sample; no borough chose it';

/** First days on which choices of the sample stand, and the last of each; the newest still stands. */
const years = [
  ['2017-04-01', '2018-03-31'],
  ['2018-04-01', ''],
] as const;

/**
 * Made-up choices of the 32 boroughs in the form of a partner's file, the same in every run: two crimes, and others from the
 * second year on. Each says in its source that it is made up.
 */
export const sampleOfPriorities = [
  'borough,title,offence,valid_from,valid_to,source',
  ...boroughs.slice(1).flatMap(({ code }, index) =>
    years.flatMap(([from, to], year) =>
      [0, 1].map((second) => {
        const [title = '', offence = ''] = crimes[(index + 2 * year + second) % crimes.length] ?? [];
        return [code, title, offence, from, to, source].join(',');
      }),
    ),
  ),
  '',
].join('\n');
