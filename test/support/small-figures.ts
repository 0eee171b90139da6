import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import type { RunningAgency } from './running-system.ts';

/** A few made-up figures for every borough, by agency and dataset, in the tidy format: enough for each agency to answer. */
const figures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  policing: {
    'mps-recorded-crime-borough': forEachBorough('indicator,area,period,offence-group,value', (code) =>
      code === 'E09000001' ? [] : [`recorded-crime,${code},2025-11,,300`, `recorded-crime,${code},2025-11,robbery,30`],
    ),
    'officers-per-borough': forEachBorough('indicator,area,period,value', (code) =>
      code === 'E09000001' ? [] : [`police-officers,${code},CY2015,400`],
    ),
  },
  'criminal-justice': {
    'court-timeliness': [
      'indicator,area,period,tier,stage,statistic,value',
      'court-timeliness,E12000007,2025-Q4,crown,offence-to-completion,median,300',
      'court-timeliness,K04000001,2025-Q4,crown,offence-to-completion,median,290',
      '',
    ].join('\n'),
    'crown-court-open-cases': [
      'indicator,site,site_name,area,period,value',
      'crown-court-open-cases,court:example-crown-court,Example,London,S2025-12-31,900',
      '',
    ].join('\n'),
  },
  health: {
    'emergency-admissions': forEachBorough('indicator,area,period,value', (code) => [
      `emergency-admissions,${code},FY2014-15,7000`,
    ]),
    'drug-misuse-admissions': [
      'indicator,area,period,value',
      'drug-misuse-admissions,composite:city-of-london-and-hackney,FY2018-19,40',
      'drug-misuse-admissions,composite:merton-and-sutton,FY2018-19,50',
      '',
    ].join('\n'),
  },
  'local-authority': {
    'borough-profiles': forEachBorough('indicator,area,period,value', (code) => [
      `population,${code},S2024-06-30,250000`,
    ]),
    'children-in-need': forEachBorough('indicator,area,period,value', (code) => [
      `children-in-need-at-31-march,${code},S2024-03-31,1500`,
    ]),
    'child-protection-plans': forEachBorough('indicator,area,period,value', (code) => [
      `child-protection-plans-at-31-march,${code},S2024-03-31,200`,
    ]),
    'referrals-by-source': forEachBorough('indicator,area,period,source,value', (code) => [
      `referrals,${code},FY2023-24,police,700`,
    ]),
  },
};

function forEachBorough(header: string, rows: (code: string) => readonly string[]): string {
  return [header, ...boroughs.flatMap(({ code }) => rows(code)), ''].join('\n');
}

/** Loads a few made-up figures for every agency, so that each has something to answer. Takes well under a second. */
export async function loadSmallFigures(
  agencies: ReadonlyMap<string, Pick<RunningAgency, 'store' | 'subgraph'>>,
): Promise<void> {
  for (const [name, { store, subgraph }] of agencies)
    for (const [dataset, text] of Object.entries(figures[name] ?? {})) {
      const source = sourceFile(`${dataset}.csv`, new TextEncoder().encode(text));
      const { datasets } = subgraph;
      const report = await loadText({
        sql: store.sql,
        datasets,
        dataset,
        source,
        publishedAt: '2026-01-01',
        confirmRevision: true,
      });
      if (report.outcome !== 'loaded') throw new Error(`${dataset}: ${JSON.stringify(report)}`);
    }
}
