import { readFileSync } from 'node:fs';
import { resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { controlChartOf } from '@boroughgraph/kit/inside/statistics/control-chart.ts';
import { remarksOn } from '@boroughgraph/kit/statistics/indicator.ts';
import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '../support/education-text.ts';
import { cellsOf, readText, refusalOf } from '../support/read-text.ts';
import { agencies } from '../support/all-agencies.ts';
import { monthlyCount, pointsFrom } from '../support/series-points.ts';
import { testedElsewhere } from './traps-elsewhere.ts';

/*
 * Mistakes that statistics of London invite, by their numbers in the research that this project stands on. Each is tested here,
 * in traps.db.test.ts, or by a test elsewhere, which is named.
 */

const projectRoot = new URL('../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, projectRoot), 'utf8');

describe('traps that a test elsewhere is about', () => {
  it.each(testedElsewhere)('%i: %s', (_, _must, file, name) => {
    expect(textOf(file)).toContain(`'${name}'`);
  });
});

const datasetOf = (id: string) => {
  const dataset = agencies.flatMap(({ datasets }) => datasets).find((known) => known.id === id);
  if (dataset === undefined) throw new Error(`no dataset "${id}"`);
  return dataset;
};
const indicatorOf = (id: string) => {
  const indicator = agencies.flatMap(({ indicators }) => indicators).find((known) => known.id === id);
  if (indicator === undefined) throw new Error(`no indicator "${id}"`);
  return indicator;
};
const lines = (...rows: readonly string[]) => [...rows, ''].join('\n');

describe('traps in names', () => {
  it('1: Kingston upon Hull is no borough of London, and what was meant is left to people', () => {
    const resolved = resolveAreaName('Kingston upon Hull');
    expect(resolved.kind).toBe('unknown');
    expect(resolved).toMatchObject({ candidates: expect.arrayContaining([expect.anything()]) as unknown });
    expect(resolveAreaName('City of Kingston').kind).not.toBe('found');
  });

  it('2: North East stands for several places, which are named', () => {
    const named = resolveAreaName('North East', ['BASIC_COMMAND_UNIT', 'LCJB_AREA']);
    expect(named.kind).toBe('ambiguous');
    expect(named).toMatchObject({ candidates: [{ type: 'BASIC_COMMAND_UNIT' }, { type: 'LCJB_AREA' }] });
    expect(resolveAreaName('North East').kind).toBe('ambiguous');
  });
});

describe('traps in series', () => {
  it('14: hate crime breaks at March 2024, and a chart does not span it', () => {
    const hateCrime = indicatorOf('hate-crime');
    const breaks = remarksOn(hateCrime.breaks, { place: 'E09000012', dimensions: {} });
    expect(breaks.map(({ at }) => at)).toEqual(['2024-03-01']);
    const points = pointsFrom(
      { type: 'MONTH' },
      '2023-01',
      Array.from({ length: 24 }, (_, index) => (index < 14 ? 500 + (index % 2) : 300 + (index % 2))),
    );
    const chart = controlChartOf({ points, breaks, measure: { ...monthlyCount, polarity: hateCrime.polarity } });
    expect([chart.firstPeriod?.id, chart.lastPeriod?.id, chart.pointsUsed]).toEqual(['2024-03', '2024-12', 10]);
    expect(chart.startsBecause).toBe('Figures before and after 1 March 2024 are not comparable.');
  });

  it('15: open cases of a release before December 2024 are refused as published', () => {
    const text = lines('region,court,open_latest,open_year_ago', 'London,Croydon,100,90');
    const dataset = datasetOf('crown-court-open-cases');
    expect(refusalOf({ dataset, text, publishedAt: '2024-09-26' })).toContain('"One Crown"');
    expect(refusalOf({ dataset, text, publishedAt: '2025-12-18' })).toBeNull();
  });

  it('16: stages of a case have no total, and their medians are never added', () => {
    const timeliness = indicatorOf('court-timeliness');
    expect(timeliness.additivity).toBe('NON_ADDITIVE');
    const values = timeliness.dimensions.flatMap(({ choices }) => choices.map(({ value }) => value));
    expect(values.filter((value) => /total|all|sum/.test(value))).toEqual([]);
  });

  it('20: not yet assigned is no outcome', () => {
    const outcomes = indicatorOf('hate-crime-outcomes').dimensions.flatMap(({ choices }) => choices);
    expect(outcomes.length).toBeGreaterThan(5);
    expect(outcomes.filter(({ label }) => /not yet|unassigned|under investigation/i.test(label))).toEqual([]);
  });

  it('21: the attitudes of a borough are of twelve months, and a quarter is rejected', () => {
    const rows = ['indicator,area,period,value', 'public-confidence,E09000012,R12-2024-12,60'];
    const dataset = datasetOf('mopac-public-attitude-survey');
    expect(readText({ dataset, text: lines(...rows) }).rejected).toEqual([]);
    const quarter = readText({ dataset, text: lines(...rows, 'public-confidence,E09000012,2024-Q4,60') });
    expect(quarter.rejected).toMatchObject([{ column: 'period', found: '2024-Q4' }]);
  });

  it('22: detentions under section 136 are two indicators, each with a warning not to add them', () => {
    const two = ['section-136-detentions-police', 'section-136-detentions-nhs'].map(indicatorOf);
    expect(new Set(two.map(({ datasetId }) => datasetId)).size).toBe(2);
    for (const { caveats = [] } of two)
      expect(caveats.filter(({ severity, text }) => severity === 'DO_NOT_COMPARE' && /add/.test(text))).toHaveLength(1);
  });
});

describe('traps in files', () => {
  it('31: London rounded to ten stands beside boroughs that are not, and neither is corrected', () => {
    const text = educationText(
      'category,At31_episodes,At31_episodes_rate',
      educationRow('Hackney', 2024, 'Children in Need', 1234, 'z'),
      educationRow('Barnet', 2024, 'Children in Need', 771, 'z'),
      educationRow('London', 2024, 'Children in Need', 2000, 'z'),
    );
    const { draft, rejected } = readText({ dataset: datasetOf('children-in-need'), text });
    expect(rejected).toEqual([]);
    expect(cellsOf(draft)).toMatchObject({
      'children-in-need-at-31-march E09000012': 'S2024-03-31 1234',
      'children-in-need-at-31-march E09000003': 'S2024-03-31 771',
      'children-in-need-at-31-march E12000007': expect.stringContaining('S2024-03-31 2000') as unknown,
    });
  });

  it('34: a row of a whole year among quarters is rejected, so that it counts in none', () => {
    const row = (quarter: string, days: number) => `2025-12-31,2025,${quarter},London,region,${days}`;
    const text = lines(
      'quarter_end,year,quarter,region,geo_level,offence_to_completion_median',
      row('Q4', 300),
      row('All', 310),
      '2025-12-31,2025,Q4,England and Wales,national,290',
    );
    const { draft, rejected } = readText({ dataset: datasetOf('court-timeliness'), text, publishedAt: '2026-03-26' });
    expect(rejected).toMatchObject([{ line: 3, column: 'quarter', found: 'All' }]);
    const series = 'stage=offence-to-completion;statistic=median;tier=crown';
    expect(cellsOf(draft)).toEqual({
      [`court-timeliness E12000007 ${series}`]: '2025-Q4 300',
      [`court-timeliness K04000001 ${series}`]: '2025-Q4 290',
    });
  });
});

describe('the 34 traps', () => {
  it('are each tested, here, in traps.db.test.ts or elsewhere', () => {
    const here = ['test/conformance/traps.test.ts', 'test/conformance/traps.db.test.ts'].flatMap((file) =>
      [...textOf(file).matchAll(/\bit\('(\d+):/g)].map((match) => Number(match[1])),
    );
    const tested = new Set([...here, ...testedElsewhere.map(([number]) => number)]);
    const missing = Array.from({ length: 34 }, (_, index) => index + 1).filter((number) => !tested.has(number));
    expect(missing).toEqual([]);
  });
});
