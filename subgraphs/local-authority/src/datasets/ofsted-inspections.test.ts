import { describe, expect, it } from 'vitest';
import { underPolicy } from '@boroughgraph/kit/inside/loading/protection/series-under-policy.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './ofsted-inspections.ts';

const headings =
  'Provision type,Registration status,Government Office Region,Local authority,Overall experiences and progress of children and young people';
const name = 'providers-2023-03-31.csv';
const home = (borough: string, judgement: string, kind = "Children's home") =>
  `${kind},Active,London,${borough},${judgement}`;
const text = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');
const read = (...rows: readonly string[]) => readText({ dataset, name, text: text(...rows) });

const five = ['Good', 'Outstanding', 'Inadequate', 'Requires improvement to be good', 'Good'];

describe("children's homes judged good or outstanding", () => {
  it('are counted by borough and in London, whichever way the kind is written', () => {
    const { draft } = read(
      ...five.map((judgement) => home('Barnet', judgement)),
      home('Brent', 'Good', "Children's Home"),
    );
    // 3 of 5, 1 of 1, and 4 of 6 together.
    expect(cellsOf(draft)).toEqual({
      'childrens-homes-judged-good E09000003': 'S2023-03-31 60',
      'childrens-homes-judged-good E09000005': 'S2023-03-31 100',
      'childrens-homes-judged-good E12000007': `S2023-03-31 ${String((4 / 6) * 100)}`,
    });
  });

  it('are withheld of a borough with fewer than five', () => {
    const { draft } = read(
      ...five.map((judgement) => home('Barnet', judgement)),
      ...five.slice(1).map((judgement) => home('Brent', judgement)),
    );
    const shown = [...draft.series.values()].map((series) => underPolicy(dataset, series));
    const statuses = shown.map(({ place, readings }) => [place, [...readings.values()][0]?.status]);
    expect(Object.fromEntries(statuses)).toEqual({
      E09000003: 'PUBLISHED',
      E09000005: 'CONFIDENTIAL',
      E12000007: 'PUBLISHED',
    });
  });

  it('are not other providers, other regions or homes without a judgement', () => {
    const outcome = outcomeOf(
      read(
        home('Barnet', 'Good'),
        home('Barnet', ''),
        home('Barnet', 'Good', "Secure children's home"),
        "Children's home,Active,North West,Bolton,Good",
      ),
    );
    expect(outcome).toMatchObject({ rowsLoaded: 1, rejected: [] });
  });

  it('are not worked out of what is left where a row is rejected, nor read without their day', () => {
    const { draft, rejected } = read(home('Barnet', 'Good'), home('Barnet', 'Fine'), home('Bolton', 'Good'));
    expect(rejected.map(({ found }) => found)).toEqual(['Fine', 'Bolton']);
    expect(draft.series.size).toBe(0);
    expect(refusalOf({ dataset, name: 'providers.csv', text: text(home('Barnet', 'Good')) })).toContain(
      'does not say on which 31 March it is',
    );
  });
});

const path = 'local-authority/ofsted-social-care-providers-2023-03-31-cut.csv';

describe.skipIf(publishedFile(path) === null)('the published list of 31 March 2023', () => {
  it('has 161 homes in 31 boroughs, of which 124 are judged good or outstanding', async () => {
    const { draft, rowsLoaded, rejected } = await readPublished(dataset, path);
    expect([rowsLoaded, rejected, draft.series.size]).toEqual([161, [], 32]);
    const london = [...draft.series.values()].find(({ place }) => place === 'E12000007');
    expect([...(london?.readings.values() ?? [])]).toMatchObject([{ numerator: 124, denominator: 161 }]);
  });
});
