import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { describe, expect, it } from 'vitest';
import { criticise } from './critic.ts';
import { describeFinding, groupFindings, restsOn } from './finding.ts';
import { type HeldFigure, HeldFigures, type HeldSeries } from './held-series.ts';

const counted: IndicatorDefinition = {
  id: 'thefts',
  datasetId: 'thefts',
  name: 'Thefts',
  definition: 'Thefts that were told to the police in the year.',
  unit: 'OFFENCES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_OFFENCE',
  areaTypes: ['BOROUGH', 'REGION'],
  grid: { type: 'CALENDAR_YEAR' },
  dimensions: [],
  typicalRange: [100, 3_000],
};
const crimes: IndicatorDefinition = { ...counted, id: 'crimes', datasetId: 'crimes', name: 'Crimes' };

function datasetOf(indicator: IndicatorDefinition): DatasetDefinition {
  return {
    id: indicator.datasetId,
    title: indicator.name,
    publisher: 'the Police',
    description: 'Counts of a year.',
    licence: 'Open Government Licence v3.0',
    attribution: 'The Police.',
    designation: 'MANAGEMENT_INFORMATION',
    accessTier: 'OPEN',
    frequency: 'Yearly',
    landingPage: null,
    disclosurePolicy: disclosurePolicies.none,
    indicators: [indicator],
    formats: [],
  };
}

const region = 'E12000007';
const firstYear = 2016;
const years = 8;

/** The count of the borough at a position in a year: 200 to 2,120, which grow by 2 in 100 from year to year. */
const countOf = (position: number, year: number) => Math.round((200 + position * 60) * 1.02 ** year);

type Change = (position: number, year: number, value: number) => number;

/** 33 boroughs and London over eight years, of which some figures are changed; London is as it was. */
function heldWith(change: Change, indicator: IndicatorDefinition = counted, dimensionKey = ''): readonly HeldSeries[] {
  const seriesOf = (place: string, valueOf: (year: number) => number): HeldSeries => ({
    agency: 'policing',
    dataset: datasetOf(indicator),
    indicator,
    place,
    dimensionKey,
    figures: new Map(
      Array.from({ length: years }, (_, year): [number, HeldFigure] => [
        firstYear + year,
        { value: valueOf(year), release: 'thefts@2024-01-01.1', publishedAt: '2024-01-01' },
      ]),
    ),
  });
  const total = (year: number) => boroughs.reduce((sum, _, position) => sum + countOf(position, year), 0);
  return [
    ...boroughs.map(({ code }, position) => seriesOf(code, (year) => change(position, year, countOf(position, year)))),
    seriesOf(region, total),
  ];
}

const asItIs: Change = (_position, _year, value) => value;
const barnet = boroughs.findIndex(({ name }) => name === 'Barnet');
const newham = boroughs.findIndex(({ name }) => name === 'Newham');

function toldOf(series: readonly HeldSeries[]): readonly string[] {
  return groupFindings(criticise(new HeldFigures(series))).map(describeFinding);
}

/** What is found of the release of each year by itself, and what of all rests on it. */
function ofEachYear(series: readonly HeldSeries[]): { readonly judged: number[]; readonly amongAll: number[] } {
  const byYear = series.map((one) => ({
    ...one,
    figures: new Map([...one.figures].map(([year, figure]) => [year, { ...figure, release: `thefts of ${year}` }])),
  }));
  const all = criticise(new HeldFigures(byYear));
  const releases = Array.from({ length: years }, (_, year) => `thefts of ${firstYear + year}`);
  const restingOn = (findings: typeof all, release: string) => findings.filter((each) => restsOn(each, release)).length;
  return {
    judged: releases.map((release) => restingOn(criticise(new HeldFigures(byYear, release)), release)),
    amongAll: releases.map((release) => restingOn(all, release)),
  };
}

describe('criticise', () => {
  it('finds of one release by itself what rests on it of all that it finds', () => {
    const worlds: readonly Change[] = [
      (position, year, value) => (position === barnet && year === 0 ? 50_000 : value),
      (_position, year, value) => (year === 3 ? Math.round(value / 1_000) : value),
      (position, year) => countOf(year === 6 ? (position * 7 + 5) % 33 : position, year),
      (position, year) => countOf(position, year === 4 ? 3 : year),
      (position, year, value) => (position === newham ? value * 10 : year === 2 && position === barnet ? 9 : value),
    ];
    for (const world of worlds) {
      const { judged, amongAll } = ofEachYear(heldWith(world));
      expect(Math.max(...amongAll)).toBeGreaterThan(0);
      expect(judged).toEqual(amongAll);
    }
  });

  it('has nothing to say of figures that go their way', () => {
    expect(toldOf(heldWith(asItIs))).toEqual([]);
  });

  it('finds a borough above its region', () => {
    // London: 33 boroughs of 200 + 60 for each place in the list: 33 × 200 + 60 × 528 = 38,280 in the first year.
    const told = toldOf(heldWith((position, year, value) => (position === barnet && year === 0 ? 50_000 : value)));
    expect(told[0]).toBe(
      'thefts: thefts of Barnet in CY2016, 50,000, is above the 38,280 of thefts of London in CY2016, of which it is a part (cannot be)',
    );
  });

  it('finds a figure that is ten times its neighbours', () => {
    const told = toldOf(heldWith((position, year, value) => (position === barnet && year === 4 ? value * 10 : value)));
    expect(told).toEqual([
      expect.stringMatching(
        /^thefts: thefts of Barnet in CY2020, .* times above the .* that the periods beside it make likely/,
      ),
    ]);
  });

  it('finds a period in which all areas are a thousandth, once', () => {
    const told = toldOf(heldWith((_position, year, value) => (year === 3 ? Math.round(value / 1_000) : value)));
    expect(told.filter((text) => text.includes('CY2019')).length).toBe(told.length);
    expect(told[0]).toContain('thefts');
  });

  it('finds two areas that have each other’s figures', () => {
    const told = toldOf(
      heldWith((position, year, value) => {
        if (year !== 5) return value;
        return position === barnet ? countOf(newham, 5) : position === newham ? countOf(barnet, 5) : value;
      }),
    );
    expect(told).toEqual([expect.stringContaining('fits the series of Newham')]);
  });

  it('finds a period whose rows stand under other areas', () => {
    const told = toldOf(
      heldWith((position, year, value) => (year === 6 ? countOf((position * 7 + 5) % 33, 6) : value)),
    );
    expect(told.some((text) => text.includes('rows may stand under other areas'))).toBe(true);
  });

  it('finds a year that is published twice', () => {
    const told = toldOf(heldWith((position, year) => countOf(position, year === 4 ? 3 : year)));
    expect(told).toEqual([expect.stringContaining('is, as those of all 33 areas, what was published for CY2019')]);
  });

  it('finds a part above its whole in another dataset, and nothing where it is no part', () => {
    const part = { ...counted, partOf: [{ indicator: 'crimes' }] };
    const few = heldWith((_position, _year, value) => value - 60, crimes).filter(({ place }) => place !== region);
    const told = toldOf([...heldWith(asItIs, part), ...few]);
    expect(told[0]).toContain('of which it is a part (cannot be)');
    expect(toldOf([...heldWith(asItIs), ...few])).toEqual([]);
  });

  it('finds boroughs that are more together than their region, though no period beside it shows it', () => {
    const told = toldOf(heldWith((position, _year, value) => (position === newham ? value * 10 : value)));
    expect(told[0]).toMatch(
      /^thefts: thefts of Newham in .* is of 33 boroughs that have .* together, and thefts of London/,
    );
  });

  it('finds an area of which a whole release is a tenth, and two that are exchanged in a whole release', () => {
    const inTwoReleases = (series: readonly HeldSeries[]) =>
      series.map((one) => ({
        ...one,
        figures: new Map(
          [...one.figures].map(([ordinal, figure]) => [
            ordinal,
            ordinal < firstYear + 4 ? figure : { ...figure, release: 'thefts@2025-01-01.1' },
          ]),
        ),
      }));
    const tenth: Change = (position, year, value) =>
      position === newham && year >= 4 ? Math.round(value / 10) : value;
    expect(
      toldOf(inTwoReleases(heldWith(tenth))).some((text) => text.includes('as all 4 figures of its release are')),
    ).toBe(true);
    const exchanged: Change = (position, year, value) => {
      if (year < 4) return value;
      return position === barnet ? countOf(newham, year) : position === newham ? countOf(barnet, year) : value;
    };
    expect(
      toldOf(inTwoReleases(heldWith(exchanged))).some((text) =>
        /what other releases have of (Newham|Barnet), and the other way round/u.test(text),
      ),
    ).toBe(true);
    expect(toldOf(inTwoReleases(heldWith(asItIs)))).toEqual([]);
  });

  it('finds women and men who are exchanged in one area', () => {
    const sexes = { ...counted, dimensions: [{ id: 'sex', label: 'Sex', choices: [] }] };
    const men: Change = (position, year, value) => (position === barnet && year === 2 ? value : value * 6);
    const women: Change = (position, year, value) => (position === barnet && year === 2 ? value * 6 : value);
    const told = toldOf([...heldWith(men, sexes, 'sex=male'), ...heldWith(women, sexes, 'sex=female')]);
    expect(told.some((text) => text.includes('the two may be exchanged'))).toBe(true);
  });

  it('says nothing of a figure that says of itself that a part is missing', () => {
    const held = heldWith((position, year, value) =>
      position === barnet && year === 4 ? Math.round(value / 10) : value,
    );
    const marked = held.map((series) => ({
      ...series,
      figures: new Map(
        [...series.figures].map(([ordinal, figure]) => [
          ordinal,
          series.place === boroughs[barnet]?.code && ordinal === firstYear + 4
            ? { ...figure, flags: ['PARTIAL_COVERAGE' as const] }
            : figure,
        ]),
      ),
    }));
    expect(toldOf(marked)).toEqual([]);
  });
});
