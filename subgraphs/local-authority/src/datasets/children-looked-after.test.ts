import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './children-looked-after.ts';

const atMarch = 'Children looked after at 31 March each year';
const headings = 'population_count,population_estimate,number,rate_per_10000';
const hackney = educationRow('Hackney', 2023, atMarch, 50_000, 400, 80);
const file = (...rows: readonly string[]) => educationText(headings, ...rows);

describe('children looked after', () => {
  it('are counted at 31 March, with the rate and the residents that it is per', () => {
    const { draft } = readText({
      dataset,
      text: file(hackney, educationRow('London', 2023, atMarch, 2_000_000, 9700, 49)),
    });
    expect(cellsOf(draft)).toEqual({
      'looked-after-children-at-31-march E09000012': 'S2023-03-31 400',
      'looked-after-children-at-31-march-rate E09000012': 'S2023-03-31 80',
      'looked-after-children-at-31-march E12000007': 'S2023-03-31 9700 ROUNDED',
      'looked-after-children-at-31-march-rate E12000007': 'S2023-03-31 49',
    });
    const rate = draft.series.get('looked-after-children-at-31-march-rate E09000012 ');
    expect([...(rate?.readings.values() ?? [])]).toEqual([
      { value: 80, status: 'PUBLISHED', numerator: 400, denominator: 50_000 },
    ]);
    expect([...(rate?.denominatorPeriodIds.values() ?? [])]).toEqual(['S2022-06-30']);
    expect(rate?.denominatorSource).toContain('Office for National Statistics');
  });

  it('who start or cease to be looked after are left out, and any other kind is rejected', () => {
    const others = ['Children starting to be looked after each year', 'Children ceasing to be looked after each year'];
    const rows = [...others, 'Children adopted'].map((kind) => educationRow('Hackney', 2023, kind, 50_000, 100, 20));
    expect(outcomeOf(readText({ dataset, text: file(...rows) }))).toEqual({
      rowsRead: 3,
      rowsLoaded: 0,
      leftOut: { 'children who start or cease to be looked after in the year, which are not served': 2 },
      keptOutside: {},
      rejected: ['line 4, population_count: Children adopted'],
    });
  });

  it('are read with the headings of 2025, and with name and code of the authority in the other order', () => {
    const renamed = file(hackney)
      .replace('population_count', 'population_type')
      .replace(',number,', ',children_count,');
    const swapped = file(hackney)
      .replace('new_la_code,la_name', 'la_name,new_la_code')
      .replace('E09000012,Hackney', 'Hackney,E09000012');
    const cells = [file(hackney), renamed, swapped].map((text) => cellsOf(readText({ dataset, text }).draft));
    expect([cells[1], cells[2]]).toEqual([cells[0], cells[0]]);
  });

  it('have neither rate nor residents where their number is withheld', () => {
    const { draft } = readText({ dataset, text: file(educationRow('City of London', 2023, atMarch, 600, 'c', 83)) });
    const rate = draft.series.get('looked-after-children-at-31-march-rate E09000001 ');
    expect([...(rate?.readings.values() ?? [])]).toEqual([{ value: null, status: 'CONFIDENTIAL' }]);
  });

  it('are refused from a file with a further breakdown', () => {
    const text = educationText(`${headings},gender`, `${hackney},Female`);
    expect(refusalOf({ dataset, text })).toContain('its column "gender" is unknown');
  });
});

const path = 'local-authority/cla_number_and_rate_per_10k_children-2023-release.csv';

describe.skipIf(publishedFile(path) === null)('the published table of November 2023', () => {
  it('has five years of 33 boroughs and four wider areas', async () => {
    expect(outcomeOf(await readPublished(dataset, path))).toEqual({
      rowsRead: 2520,
      rowsLoaded: 185,
      leftOut: {
        'children who start or cease to be looked after in the year, which are not served': 370,
        'outside London': 1965,
      },
      keptOutside: {},
      rejected: [],
    });
  });

  it('has rates that follow from numbers and residents', async () => {
    const { draft } = await readPublished(dataset, path);
    const rates = [...draft.series.values()].filter(({ indicator }) => indicator.unit === 'PER_10000');
    const far = rates.flatMap(({ place, readings }) =>
      [...readings.values()].filter(({ value, numerator, denominator }) => {
        // Rates are whole numbers; those of wider areas were worked out before their numbers were rounded to ten.
        const slack = 0.5 + (place.startsWith('E09') ? 0 : (5 / (denominator ?? 1)) * 10_000);
        return Math.abs((value ?? 0) - ((numerator ?? 0) / (denominator ?? 1)) * 10_000) > slack + 1e-9;
      }),
    );
    expect([rates.length, far]).toEqual([37, []]);
  });
});
