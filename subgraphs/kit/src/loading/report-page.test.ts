import { expect, it } from 'vitest';
import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { emptyReport, type LoadReport } from './report.ts';
import { reportPage } from './report-page.ts';

const report: LoadReport = {
  ...emptyReport('library-visits', 'a <b>.csv', '2024-03-01'),
  outcome: 'loaded',
  changes: {
    mayNameFigures: true,
    by: [
      {
        indicator: libraryVisits,
        added: 1,
        same: 2,
        changed: [{ place: 'E09000012', dimensionKey: '', ordinal: 1, before: 10, now: 20 }],
        gone: 4,
        hidden: 0,
        lost: 4,
        gonePlaces: ['E09000007'],
        withheld: 5,
        rounded: 6,
        restricted: 7,
      },
    ],
  },
};

it('A page has the table of what each file changes, and shows names of files as text', () => {
  const page = reportPage([report]);
  expect(page).toContain(
    '<tr><td>library-visits</td><td>1</td><td>2</td><td>1</td><td>50.0%</td><td>50.0%</td><td>4</td><td>5</td><td>6</td><td>7</td></tr>',
  );
  expect(page).toContain('<li>changed most, library-visits: Hackney in 0-02 from 10 to 20</li>');
  expect(page).toContain('<h2>library-visits: a &lt;b&gt;.csv, published on 2024-03-01</h2>');
});
