import { describe, expect, it } from 'vitest';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './referrals-by-source.ts';

const category = 'Source of referral';
const headings = 'category,Referrals,Police,Health_Services,LA_Services';
const hackney = educationRow('Hackney', 2024, category, 100, 60, 'c', 'c');
const read = (text: string) => readText({ dataset, text });

describe('referrals by source', () => {
  it('are counted in the year to 31 March, in all and by source', () => {
    expect(cellsOf(read(educationText(headings, hackney)).draft)).toEqual({
      'referrals E09000012': 'FY2023-24 100',
      'referrals E09000012 source=police': 'FY2023-24 60',
      'referrals E09000012 source=health-services': 'FY2023-24 CONFIDENTIAL',
      'referrals E09000012 source=la-services': 'FY2023-24 CONFIDENTIAL',
    });
  });

  it('name a borough whose sources do not add up to its total in the report', () => {
    const whole = educationRow('Barnet', 2024, category, 100, 60, 30, 9);
    const { draft } = read(educationText(headings, hackney, whole));
    // 60 + 30 + 9 is 99, not 100; in Hackney two sources are withheld.
    expect(draft.notices[0]).toBe('referrals of Barnet, year to March 2024: the parts do not add up to the total');
    expect(draft.notices.slice(1)).toEqual([
      expect.stringMatching(/^no row for City of London, Barking and Dagenham, Bexley/),
    ]);
  });

  it('are rounded for wider areas, and marked so', () => {
    const text = educationText(headings, educationRow('England', 2014, category, 600_000, 150_000, 80_000, 0));
    expect(cellsOf(read(text).draft)).toMatchObject({
      'referrals E92000001': 'FY2013-14 600000 ROUNDED',
      'referrals E92000001 source=la-services': 'FY2013-14 0 ROUNDED',
    });
  });

  it('take a source in another spelling, and refuse one that nobody knows', () => {
    const spelt = educationText(headings.replace('Health_Services', 'health services'), hackney);
    expect(cellsOf(read(spelt).draft)).toHaveProperty(['referrals E09000012 source=health-services']);
    const unknown = educationText(headings.replace('LA_Services', 'Charities'), hackney);
    expect(refusalOf({ dataset, text: unknown })).toContain(
      'its column "Charities" is unknown (expected a source of referral)',
    );
  });

  it('reject a row that lacks the number of a source', () => {
    const text = educationText(headings, hackney.replace(',60,', ',,'));
    expect(read(text).rejected).toMatchObject([{ line: 2, column: 'Police', found: '' }]);
  });
});

const path = 'local-authority/c5_children_in_need_referrals_by_source_2014_to_2024.csv';

describe.skipIf(publishedFile(path) === null)('the published table of October 2024', () => {
  it('has eleven years of 33 boroughs and four wider areas', async () => {
    expect(outcomeOf(await readPublished(dataset, path))).toMatchObject({
      rowsRead: 1803,
      rowsLoaded: 407,
      leftOut: { 'outside London': 1396 },
      rejected: [],
    });
  });

  it('has sources that add up to the total, but for three years of Newham, which the report names', async () => {
    const { draft } = await readPublished(dataset, path);
    expect(draft.notices.filter((notice) => notice.includes('do not add up'))).toEqual([
      expect.stringMatching(/Newham, year to March 2019/),
      expect.stringMatching(/Newham, year to March 2018/),
      expect.stringMatching(/Newham, year to March 2014/),
    ]);
  });

  it('has boroughs that add up to Inner and Outer London within their rounding, wherever none is withheld', async () => {
    const { draft } = await readPublished(dataset, path);
    const all = [...draft.series.values()];
    const wider = all.filter(({ place }) => place === 'E13000001' || place === 'E13000002');
    const differences = wider.flatMap(({ place, dimensionKey, readings }) => {
      const boroughs = areaByCode(place)?.members ?? [];
      const parts = all.filter((series) => boroughs.includes(series.place) && series.dimensionKey === dimensionKey);
      return [...readings].flatMap(([ordinal, { value }]) => {
        const cells = parts.map((series) => series.readings.get(ordinal)?.value ?? null);
        const sum = cells.reduce<number>((total, cell) => total + (cell ?? 0), 0);
        return cells.includes(null) ? [] : [Math.abs(sum - (value ?? 0))];
      });
    });
    expect(differences.length).toBeGreaterThan(100);
    expect(Math.max(...differences)).toBeLessThanOrEqual(5);
  });
});
