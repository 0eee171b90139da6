import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { structuresByDefault } from '@boroughgraph/kit/disclosure/structure-defaults.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { createDatabase } from '../support/database.ts';
import { type AttackedAgency, startAttackedAgency } from './attacked-agency.ts';
import { observe } from './observe.ts';
import { categoryAxis } from './tables/axes.ts';
import { indicatorOf } from './tables/cube.ts';
import { datasetWith } from './tables/files.ts';

const withheldTo5 = disclosurePolicies['dfe-1-5'];
const period = 'FY2022-23';
const none = { first: categoryAxis('none'), second: categoryAxis('none') };
const dimension = (id: string, ...values: readonly string[]) => ({
  id,
  label: id,
  choices: values.map((value) => ({ value, label: value })),
});
const sexes = [dimension('sex', 'f', 'm'), dimension('age', 'old', 'young')];

function indicator(id: string, datasetId: string, changes: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return indicatorOf({ id, datasetId, grid: { type: 'FINANCIAL_YEAR' } }, none, changes);
}

const rate = {
  valueType: 'CRUDE_RATE',
  unit: 'PER_10000',
  multiplier: 10_000,
  decimals: 1,
  additivity: 'NON_ADDITIVE',
} as const;

/** A dataset of an outsider, with the text of its file. */
interface HandMade {
  readonly dataset: DatasetDefinition;
  readonly text: string;
}

function handMade(
  indicators: readonly IndicatorDefinition[],
  rows: readonly string[],
  changes: Partial<DatasetDefinition> & { readonly policy?: DisclosurePolicy; readonly columns?: string } = {},
): HandMade {
  const { policy = withheldTo5, columns = 'value', ...more } = changes;
  const [first] = indicators;
  const dataset = datasetWith(first?.datasetId ?? '', indicators, policy);
  return {
    dataset: { ...dataset, structures: structuresByDefault(indicators), ...more },
    text: [`indicator,area,period,${columns}`, ...rows, ''].join('\n'),
  };
}

const boroughs = areaByCode('E12000007')?.members ?? [];
/** Bexley has 4, and London 1,809 with all others: 41, 42 and so on. */
const byBorough = boroughs.map((code, index) => (code === 'E09000004' ? 4 : 40 + index));
const total = byBorough.reduce((sum, count) => sum + count, 0);

const alone: readonly HandMade[] = [
  // The region stands in another dataset.
  handMade(
    [indicator('by-borough', 'boroughs')],
    boroughs.map((code, index) => `by-borough,${code},${period},${byBorough[index] ?? 0}`),
  ),
  handMade([indicator('in-london', 'region')], [`in-london,London,${period},${total}`], {
    policy: disclosurePolicies.none,
    structures: [
      { kind: 'same', figure: { indicator: 'in-london' }, other: { indicator: 'by-borough', dataset: 'boroughs' } },
    ],
  }),
  // 120 less 40, 50 and 27 are 3, though no row is for a sex or an age alone.
  handMade(
    [indicator('crossed', 'crossed', { dimensions: sexes })],
    [',,120', 'f,old,40', 'f,young,3', 'm,old,50', 'm,young,27'].map((row) => `crossed,Hackney,${period},${row}`),
    { columns: 'sex,age,value' },
  ),
  // A year of all kinds, and its quarters by kind.
  handMade(
    [
      indicator('quarterly', 'quarters', { grid: { type: 'QUARTER' }, dimensions: sexes.slice(0, 1) }),
      indicator('yearly', 'quarters', { grid: { type: 'CALENDAR_YEAR' }, dimensions: sexes.slice(0, 1) }),
    ],
    [
      'yearly,Merton,CY2022,,231',
      ...[31, 32, 33, 34].map((count, index) => `quarterly,Merton,2022-Q${index + 1},f,${count}`),
      ...[31, 3, 33, 34].map((count, index) => `quarterly,Merton,2022-Q${index + 1},m,${count}`),
    ],
    {
      columns: 'sex,value',
      structures: [
        { kind: 'categories', indicator: 'quarterly', dimension: 'sex' },
        { kind: 'periods', whole: { indicator: 'yearly' }, parts: { indicator: 'quarterly' } },
      ],
    },
  ),
  // 21.5 of 20,000 are 43, of which Merton has 40.
  handMade(
    [indicator('per-resident', 'rates', rate)],
    [
      `per-resident,composite:merton-and-sutton,${period},21.5,20000`,
      `per-resident,Merton,${period},40.0,10000`,
      `per-resident,Sutton,${period},3.0,10000`,
    ],
    { columns: 'value,denominator' },
  ),
];

// 43 deaths, of which 40 per 10,000 of 10,000 men are 40.
const deathRate = handMade(
  [
    indicator('deaths', 'deaths', { dimensions: sexes.slice(0, 1) }),
    indicator('deaths-rate', 'deaths', { ...rate, dimensions: sexes.slice(0, 1) }),
  ],
  ['deaths,Merton,,43,', 'deaths-rate,Merton,m,40.0,10000', 'deaths-rate,Merton,f,3.0,10000'].map((row) =>
    row.replace('Merton', `Merton,${period}`),
  ),
  { columns: 'sex,value,denominator' },
);

// 100 cases in both boroughs, and a mean of 97 in one.
const meanDays = handMade(
  [
    indicator('cases', 'cases'),
    indicator('cases-days', 'cases', { valueType: 'MEAN', unit: 'DAYS', decimals: 1, additivity: 'NON_ADDITIVE' }),
  ],
  [
    `cases,composite:merton-and-sutton,${period},100,`,
    `cases-days,Merton,${period},12.0,97`,
    `cases-days,Sutton,${period},12.0,3`,
  ],
  { columns: 'value,denominator' },
);

const average = (valueType: 'MEAN' | 'MEDIAN' | 'MONEY') =>
  ({ valueType, unit: 'DAYS', decimals: 2, additivity: 'NON_ADDITIVE' }) as const;

/** 100 in both boroughs, and an average of 97 in one, which nothing but being an average, or its base, ties to the count. */
const averages: readonly HandMade[] = [
  [indicator('patients', 'waits'), indicator('median-wait', 'waits', average('MEDIAN'))],
  [indicator('tenants', 'rents'), indicator('tenants-rent', 'rents', average('MONEY'))],
  [
    indicator('pupils', 'pupils'),
    indicator('teachers', 'pupils'),
    indicator('mean-score', 'pupils', { ...average('MEAN'), base: { indicator: 'pupils' } }),
  ],
].map((indicators) => {
  const [count, statistic] = [indicators[0]?.id ?? '', indicators.at(-1)?.id ?? ''];
  return handMade(
    indicators,
    [
      `${count},composite:merton-and-sutton,${period},100,`,
      `${statistic},Merton,${period},12,97`,
      `${statistic},Sutton,${period},12,3`,
    ],
    { columns: 'value,denominator' },
  );
});

// 9 days of 3.00 each are those of 3 men; of 43 people in all, 40 are women.
const meanOfSum = handMade(
  [indicator('mean-stay', 'stays', { ...average('MEAN'), dimensions: sexes.slice(0, 1) })],
  [',2.07,89', 'f,2.00,80', 'm,3.00,9'].map((row) => `mean-stay,Merton,${period},${row}`),
  { columns: 'sex,value,numerator' },
);

const files: readonly HandMade[] = [...alone, deathRate, meanDays, ...averages, meanOfSum];

let agency: AttackedAgency;
let shown: ReadonlyMap<string, string>;

beforeAll(async () => {
  agency = await startAttackedAgency({ like: health, datasets: files.map(({ dataset }) => dataset) }, createDatabase);
  for (const { dataset, text } of files) await publish(agency, dataset, text);
  const indicators = files.flatMap(({ dataset }) => dataset.indicators.map(({ id }) => id));
  const { cells } = await observe({ url: agency.url, root: health.name }, indicators);
  shown = new Map([...cells].map(([id, { value }]) => [id, value === null ? 'c' : String(value)]));
});
afterAll(() => agency[Symbol.asyncDispose]());

function publish(
  to: AttackedAgency,
  { id }: DatasetDefinition,
  text: string,
  others = new Map<string, AttackedAgency['asOther']>(),
): Promise<LoadReport> {
  return to.publish({ dataset: id, text, publishedAt: '2024-01-10', others });
}

const withheldOf = (id: string) =>
  [...shown].filter(([name, value]) => name.startsWith(`${id}|`) && value === 'c').map(([name]) => name);

describe('a count that an outsider looks for in hand-made files', () => {
  it('does not follow from a region that another dataset has', () => {
    expect(shown.get(`in-london|E12000007||${period}`)).toBe(String(total));
    expect(withheldOf('by-borough')).toHaveLength(2);
  });

  it('does not follow from a total over two dimensions without the sums of either', () => {
    expect(withheldOf('crossed')).toHaveLength(2);
  });

  it('does not follow from a year whose quarters are given by kind alone', () => {
    expect(withheldOf('quarterly')).toHaveLength(2);
  });

  it('does not follow from rates that come with the residents and without the counts', () => {
    expect(withheldOf('per-resident')).toEqual([
      `per-resident|E09000029||${period}`,
      `per-resident|composite:merton-and-sutton||${period}`,
    ]);
  });
});

describe('a count of which a statistic alone is printed', () => {
  it('stands where it would, so that a rate and a total give no other up', () => {
    expect(withheldOf('deaths-rate')).toHaveLength(2);
  });

  it('is the base of a mean, so that it does not follow from the bases of others', () => {
    expect([...withheldOf('cases'), ...withheldOf('cases-days')]).toEqual([
      `cases|composite:merton-and-sutton||${period}`,
      `cases-days|E09000029||${period}`,
    ]);
  });
});

describe('the base of an average', () => {
  it.each(averages.map(({ dataset: { indicators } }) => [indicators[0]?.id ?? '', indicators.at(-1)?.id ?? '']))(
    'does not follow from %s',
    (count, statistic) => {
      expect([...withheldOf(count), ...withheldOf(statistic)]).toEqual([
        `${count}|composite:merton-and-sutton||${period}`,
        `${statistic}|E09000029||${period}`,
      ]);
    },
  );

  it('does not follow from a sum and its mean', () => {
    expect(withheldOf('mean-stay')).toHaveLength(2);
  });
});

describe('an open file beside what another agency withholds', () => {
  it.each<[string, HandMade, HandMade]>([
    [
      'the same count',
      handMade(
        [indicator('by-sex', 'by-sex', { dimensions: sexes.slice(0, 1) })],
        [',93', 'f,90', 'm,3'].map((row) => `by-sex,Hackney,${period},${row}`),
        { columns: 'sex,value' },
      ),
      handMade([indicator('men', 'men')], [`men,Hackney,${period},3`], {
        policy: disclosurePolicies.none,
        structures: [
          {
            kind: 'same',
            figure: { indicator: 'men' },
            other: { indicator: 'by-sex', dataset: 'by-sex', agency: 'policing', dimensions: { sex: 'm' } },
          },
        ],
      }),
    ],
    [
      'those of whom a lone rate is',
      handMade(
        [indicator('lone', 'lone', { ...rate, base: { indicator: 'people', dataset: 'people', agency: 'health' } })],
        [`lone,Hackney,${period},30.0`],
      ),
      handMade([indicator('people', 'people')], [`people,Hackney,${period},1000`], { policy: disclosurePolicies.none }),
    ],
  ])('is refused where it tells %s', async (_, first, second) => {
    await using police = await startAttackedAgency({ like: policing, datasets: [first.dataset] }, createDatabase);
    await using doctors = await startAttackedAgency({ like: health, datasets: [second.dataset] }, createDatabase);
    const others = new Map([['policing', police.asOther]]);
    expect((await publish(police, first.dataset, first.text)).outcome).toBe('loaded');
    const report = await publish(doctors, second.dataset, second.text, others);
    expect(report.message).toMatch(/cannot be published with what is served beside it/);
  });
});
