import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

let policing: RunningSubgraph;
beforeAll(async () => {
  policing = await startRunningSubgraph(subgraph);
  const knives = 'indicator,area,period,value\n';
  const months = Array.from(
    { length: 12 },
    (_, index) => `knives-seized,Camden,2022-${String(index + 1).padStart(2, '0')},${index === 4 ? 3 : 20 + index}\n`,
  );
  const files = {
    'met-sexual-offences':
      'indicator,area,period,value\nsexual-offences,Hackney,2024-03,40\nsexual-offences,Hackney,FY2022-23,500\nsexual-offences,Hackney,FY2023-24,520\nsexual-offences,Barnet,CY2023,480\n',
    // The months but May add up to 20 × 11 + 62 = 282, and 285 less them is what May withholds.
    'operation-sceptre': `${knives}${months.join('')}knives-seized,Camden,CY2022,285\n`,
  };
  for (const [dataset, text] of Object.entries(files))
    expect(await policing.load({ dataset, name: 'small.csv', text, publishedAt: '2024-06-01' })).toMatchObject({
      outcome: 'loaded',
      rowsRejected: 0,
    });
});
afterAll(() => policing[Symbol.asyncDispose]());

const series = async (chosen: string) =>
  (
    await policing.ask(
      `{ policing { indicator(id: "sexual-offences") { series(${chosen}) { indicator { id } periodType periodIds values } } } }`,
    )
  ).data;

describe('an agency that publishes by month and by year', () => {
  it('has a series for each kind of period, and none with two', async () => {
    const { data } = await policing.ask(
      '{ policing { series(indicators: ["sexual-offences"]) { nodes { indicator { id } area { code } periodType periodIds } } } }',
    );
    const indicator = { id: 'sexual-offences' };
    expect(data).toEqual({
      policing: {
        series: {
          nodes: [
            { indicator, area: { code: 'E09000012' }, periodType: 'MONTH', periodIds: ['2024-03'] },
            { indicator, area: { code: 'E09000003' }, periodType: 'CALENDAR_YEAR', periodIds: ['CY2023'] },
            {
              indicator,
              area: { code: 'E09000012' },
              periodType: 'FINANCIAL_YEAR',
              periodIds: ['FY2022-23', 'FY2023-24'],
            },
          ],
        },
      },
    });
  });

  it('is read by the kind that is asked for, or by the first that has anything', async () => {
    const answer = (periodType: string, periodIds: readonly string[], values: readonly number[]) => ({
      policing: { indicator: { series: { indicator: { id: 'sexual-offences' }, periodType, periodIds, values } } },
    });
    expect(await series('area: "E09000012"')).toEqual(answer('MONTH', ['2024-03'], [40]));
    expect(await series('area: "E09000012", periodType: FINANCIAL_YEAR')).toEqual(
      answer('FINANCIAL_YEAR', ['FY2022-23', 'FY2023-24'], [500, 520]),
    );
    const page = await policing.ask(
      '{ policing { series(indicators: ["sexual-offences"], periodType: CALENDAR_YEAR) { nodes { values } } } }',
    );
    expect(page.data).toEqual({ policing: { series: { nodes: [{ values: [480] }] } } });
  });

  it('answers a kind that the indicator has not with those that it has, and lists them once', async () => {
    const { errors } = await policing.ask(
      '{ policing { indicator(id: "sexual-offences") { series(area: "E09000012", periodType: POOLED_3_YEARS) { values } } } }',
    );
    expect(errors?.[0]?.message).toBe(
      'sexual-offences is not published by POOLED_3_YEARS: expected MONTH or QUARTER or FINANCIAL_YEAR or CALENDAR_YEAR or ROLLING_12_MONTHS',
    );
    const listed = await policing.ask('{ policing { indicators(search: "sexual-offences") { id periodTypes } } }');
    expect(JSON.stringify(listed.data)).not.toContain('+');
  });

  it('does not give a month that is withheld by the year in which it lies', async () => {
    const { data } = await policing.ask(
      '{ policing { series(indicators: ["knives-seized"]) { nodes { periodType statuses } } } }',
    );
    const withheld = JSON.stringify(data).match(/CONFIDENTIAL/g) ?? [];
    // May, and the year or another month.
    expect(withheld.length).toBeGreaterThan(1);
  });
});
