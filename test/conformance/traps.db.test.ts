import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationRow, educationText } from '../support/education-text.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';

/* The traps of traps.test.ts that show in what is loaded and answered. */

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(() => Promise.resolve());
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

async function load(agency: string, dataset: string, text: string, publishedAt = '2026-01-01'): Promise<LoadReport> {
  const running = system.agencies.get(agency);
  if (running === undefined) throw new Error(`${agency} does not run`);
  const source = sourceFile(`${dataset}.csv`, new TextEncoder().encode(text));
  const { datasets } = running.subgraph;
  return loadText({ sql: running.store.sql, datasets, dataset, source, publishedAt });
}

const lines = (...rows: readonly string[]) => [...rows, ''].join('\n');

async function answerTo(query: string): Promise<unknown> {
  const { data, errors } = await system.ask(query);
  expect(errors).toBeUndefined();
  return data;
}

/** The sentences with which a query is refused. */
async function refusalOf(query: string): Promise<string> {
  const { errors } = await system.ask(query);
  return (errors ?? []).map(({ message }) => message).join('\n');
}

describe('what stands in place of a number', () => {
  beforeAll(async () => {
    const text = educationText(
      'category,At31_episodes,At31_episodes_rate',
      educationRow('Hackney', 2021, 'Children in Need', 'x', 'x'),
      educationRow('City of London', 2021, 'Children in Need', 'c', 61.7),
      educationRow('Barnet', 2021, 'Children in Need', 2000, 210.5),
    );
    expect(await load('local-authority', 'children-in-need', text)).toMatchObject({ outcome: 'loaded' });
  });

  const inNeed = (area: string, fields: string) =>
    answerTo(`{ borough(code: "${area}") {
      count: safeguarding { childrenInNeed { observations { ${fields} } } }
      rate: safeguarding { childrenInNeed(measure: RATE) { observations { ${fields} } trend { direction } controlChart { centre } } }
    } }`);

  it('4: a year without a return is not available, neither zero nor withheld', async () => {
    const missing = { value: null, displayValue: '[x]', status: 'NOT_AVAILABLE' };
    expect(await inNeed('E09000012', 'value displayValue status')).toMatchObject({
      borough: {
        count: { childrenInNeed: { observations: [missing] } },
        rate: { childrenInNeed: { observations: [missing] } },
      },
    });
  });

  it('5: a withheld count takes its rate, its parts and its limits with it, though the file prints the rate', async () => {
    const withheld = {
      value: null,
      displayValue: '[c]',
      status: 'CONFIDENTIAL',
      numerator: null,
      denominator: null,
      lower: null,
      upper: null,
    };
    expect(await inNeed('E09000001', 'value displayValue status numerator denominator lower upper')).toMatchObject({
      borough: {
        count: { childrenInNeed: { observations: [withheld] } },
        rate: {
          childrenInNeed: {
            observations: [withheld],
            trend: { direction: 'CANNOT_CALCULATE' },
            controlChart: { centre: null },
          },
        },
      },
    });
  });

  it('8: nothing can be put in the order of its values, and pages are in that of their keys', async () => {
    const series = (given: string) =>
      `{ localAuthority { series(indicators: ["children-in-need-at-31-march"]${given}) { nodes { area { code } } } } }`;
    expect(await refusalOf(series(', orderBy: "value"'))).toContain('Unknown argument "orderBy"');
    // 2,000 of Barnet stand between what is withheld and what is missing.
    expect(await answerTo(series(''))).toEqual({
      localAuthority: {
        series: { nodes: ['E09000001', 'E09000003', 'E09000012'].map((code) => ({ area: { code } })) },
      },
    });
  });

  it('9: nothing can be chosen by its value', async () => {
    for (const filter of ['where: { value_lt: 6 }', 'value_lt: 6', 'filter: { value: { lt: 6 } }'])
      expect(
        await refusalOf(`{ localAuthority { series(indicators: ["referrals"], ${filter}) { nodes { values } } } }`),
      ).toContain('Unknown argument');
  });

  it('26: the same question has the same answer, whoever asks and however often', async () => {
    const ask = () => system.ask('{ boroughs { safeguarding { childrenInNeed { values statuses statement } } } }');
    const [first, ...others] = await Promise.all(Array.from({ length: 12 }, ask));
    expect(new Set([first, ...others].map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('what part of those who should report did', () => {
  it('23: a department that did not report for two months is said, and its months are compared with none', async () => {
    const counts = [
      ['2024-01', 900, 2],
      ['2024-02', 500, 1],
      ['2024-03', 510, 1],
      ['2024-04', 910, 2],
      ['2024-05', 905, 2],
    ] as const;
    const rows = counts.map(
      ([month, count, reporting]) => `ae-attendances,RQX,Homerton,${month},${count},${reporting},2`,
    );
    const text = lines('indicator,site,site_name,period,value,reporting,expected', ...rows);
    expect(await load('health', 'accident-and-emergency', text)).toMatchObject({ outcome: 'loaded' });
    const series = `observations { period { id } flags coverage { reporting expected unit } } controlChart { pointsUsed startsBecause reason } statement`;
    const answer = await answerTo(`{ health { series(indicators: ["ae-attendances"]) { nodes { ${series} } } } }`);
    const unit = 'emergency departments';
    expect(answer).toEqual({
      health: {
        series: {
          nodes: [
            {
              observations: counts.map(([id, , reporting]) => ({
                period: { id },
                flags: reporting < 2 ? ['PARTIAL_COVERAGE'] : [],
                coverage: { reporting, expected: 2, unit },
              })),
              controlChart: {
                pointsUsed: 0,
                startsBecause: null,
                reason:
                  'A control chart needs ten comparable points in a row, and there are 2: the figure for March 2024 rests on 1 of 2 emergency departments, and all are needed.',
              },
              statement: expect.stringContaining('2 of 2 emergency departments reported.') as unknown,
            },
          ],
        },
      },
    });
  });
});

describe('one gap in a row with its total', () => {
  it('6: is closed by withholding more, and the report names the leak without its value', async () => {
    const sources =
      'individual schools education-services health-services housing la-services police other-legal-agency other anonymous unknown';
    const shown: Readonly<Record<string, number>> = { individual: 40, schools: 30, 'health-services': 25 };
    // 98 less 40, 30 and 25 is 3.
    const rows = sources.split(' ').map((source) => {
      const cell = source === 'police' ? ',CONFIDENTIAL' : `${shown[source] ?? 0},`;
      return `referrals,E09000003,FY2023-24,${source},${cell}`;
    });
    const text = lines('indicator,area,period,source,value,status', 'referrals,E09000003,FY2023-24,,98,', ...rows);
    const report = await load('local-authority', 'referrals-by-source', text);
    expect(report).toMatchObject({
      outcome: 'loaded',
      leaks: [{ indicator: 'referrals', place: 'Barnet', period: 'FY2023-24', kind: 'categories' }],
    });
    const answer = await answerTo(
      '{ localAuthority { indicator(id: "referrals") { total: series(area: "E09000003") { values } } series(indicators: ["referrals"], areas: ["E09000003"]) { nodes { statuses } } } }',
    );
    expect(answer).toMatchObject({ localAuthority: { indicator: { total: { values: [98] } } } });
    const { localAuthority } = answer as {
      readonly localAuthority: {
        readonly series: { readonly nodes: readonly { readonly statuses: readonly string[] }[] };
      };
    };
    const withheld = localAuthority.series.nodes.filter(({ statuses }) => statuses.includes('CONFIDENTIAL'));
    expect(withheld.length).toBeGreaterThan(1);
  });
});

describe('who is where, and when', () => {
  it('11: Barnet lies in one board on 31 March 2026 and in another on the day after', async () => {
    const links = (on: string) => `links(type: INTEGRATED_CARE_BOARD, on: "${on}") { area { code } }`;
    expect(
      await answerTo(`{ borough(code: "E09000003") { before: ${links('2026-03-31')} after: ${links('2026-04-01')} } }`),
    ).toEqual({
      borough: {
        before: [{ area: { code: 'E54000028' } }],
        after: [{ area: { code: 'integrated-care-board:north-west-and-north-central-london' } }],
      },
    });
  });

  it('29: the Crown Court at Harrow is found after its building closed, and says where it sits', async () => {
    const open = lines(
      'indicator,site,site_name,area,period,value',
      'crown-court-open-cases,court:harrow-crown-court,Harrow,London,S2025-12-31,900',
    );
    expect(await load('criminal-justice', 'crown-court-open-cases', open)).toMatchObject({ outcome: 'loaded' });
    const court = await answerTo(
      `{ court(id: "court:harrow-crown-court") { name before: status(on: "2023-07-31") after: status(on: "2023-08-31") note: statusNote(on: "2023-08-31") } }`,
    );
    expect(court).toMatchObject({
      court: { after: 'SITTING_ELSEWHERE', note: expect.stringContaining('August 2023') as unknown },
    });
  });
});

describe('what must not stand in one series', () => {
  it('15: open cases of a release before December 2024 are refused in the tidy format too', async () => {
    const text = lines(
      'indicator,site,site_name,area,period,value',
      'crown-court-open-cases,court:snaresbrook-crown-court,Snaresbrook,London,S2024-06-30,900',
    );
    expect(await load('criminal-justice', 'crown-court-open-cases', text, '2024-09-26')).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('takes no release from before 2024-12-12') as unknown,
    });
  });

  it('19: a rate on outcomes of the year may pass 100%, and says why', async () => {
    const rate = 'hate-crime-sanction-detection-rate';
    const text = lines('indicator,area,period,value,numerator,denominator', `${rate},E23000001,FY2024-25,110,110,100`);
    expect(await load('policing', 'hate-crime-outcomes', text)).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
    expect(
      await answerTo(
        `{ policing { indicator(id: "${rate}") { series(area: "E23000001") { latest { value lower upper } caveats { text } } } } }`,
      ),
    ).toEqual({
      policing: {
        indicator: {
          series: {
            // More than a whole has no limits of a share.
            latest: { value: 110, lower: null, upper: null },
            caveats: expect.arrayContaining([{ text: expect.stringContaining('may pass 100%') as unknown }]) as unknown,
          },
        },
      },
    });
  });
});
