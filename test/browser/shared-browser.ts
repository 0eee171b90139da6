import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import type { Browser } from 'playwright-core';
import { type RunningAgency, type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { loadSmallFigures } from '../support/small-figures.ts';
import { browserPath, type OpenedPage, openPage, startBrowser, type Viewing } from './browser.ts';

/** Whether everything is gone through; else every place and way is, but some of those that are alike. */
export const isLong = process.env['BROWSER_ALL'] !== undefined;

/** Things that are tested alike: all of them in the long form, and those at so many first places in the other. */
export function alike<Thing>(all: readonly Thing[], first: number): readonly Thing[] {
  return isLong ? all : all.slice(0, first);
}

/** The system and the browser of all browser tests: starting others costs more than most of what they look at. */
export class SharedBrowser {
  #started: { readonly system: RunningSystem; readonly browser: Browser } | null = null;

  /** Nothing starts where there is no browser. */
  async start(): Promise<void> {
    if (browserPath === null) return;
    const [system, browser] = await Promise.all([startRunningSystem(prepare), startBrowser()]);
    this.#started = { system, browser };
  }

  async close(): Promise<void> {
    await this.#started?.browser.close();
    await this.#started?.system[Symbol.asyncDispose]();
  }

  /** @throws before they have started. */
  get system(): RunningSystem {
    if (this.#started === null) throw new Error('the system has not started');
    return this.#started.system;
  }

  /** @throws before they have started. */
  get browser(): Browser {
    if (this.#started === null) throw new Error('the browser has not started');
    return this.#started.browser;
  }

  /** Opens a place of the front page. */
  open(path: string, viewing: Viewing = {}): Promise<OpenedPage> {
    return openPage(this.browser, this.system.url + path, viewing);
  }
}

/** Small figures, of which one is nought, one withheld, and one for named users; and a rate of which Camden has more than London. */
async function prepare(agencies: ReadonlyMap<string, RunningAgency>): Promise<void> {
  await loadSmallFigures(agencies);
  const authorities = agencies.get('local-authority');
  const counts = [
    'looked-after-children-at-31-march,Hackney,S2021-03-31,410,,,',
    'looked-after-children-at-31-march,Hackney,S2022-03-31,0,,,',
    'looked-after-children-at-31-march,Hackney,S2023-03-31,,,,CONFIDENTIAL',
  ];
  const heading = 'indicator,area,period,value,numerator,denominator,status';
  await loadRows(authorities, { dataset: 'children-looked-after', publishedAt: '2026-01-02' }, [heading, ...counts]);
  // Without the City: its few children are withheld, and London's with them.
  const rates = boroughs
    .slice(1)
    .flatMap(({ code }) => [
      rateOf(code, 'S2022-03-31', 255),
      rateOf(code, 'S2023-03-31', code === 'E09000007' ? 355 : 255),
    ]);
  const london = 'looked-after-children-at-31-march-rate,E12000007,S2023-03-31,51,10200,2000000,';
  const rows = [heading, ...counts, ...rates, london];
  await loadRows(authorities, { dataset: 'children-looked-after', publishedAt: '2026-02-02' }, rows);
  await loadRows(agencies.get('health'), { dataset: 'violence-attendances', publishedAt: '2026-01-02' }, [
    'indicator,area,period,value,flags',
    'violence-attendances,Hackney,2025-11,40,SYNTHETIC',
  ]);
}

/** So many children of 50,000, per 10,000. */
function rateOf(code: string, period: string, children: number): string {
  return `looked-after-children-at-31-march-rate,${code},${period},${children / 5},${children},50000,`;
}

interface Edition {
  readonly dataset: string;
  readonly publishedAt: string;
}

async function loadRows(
  agency: RunningAgency | undefined,
  { dataset, publishedAt }: Edition,
  rows: readonly string[],
): Promise<void> {
  if (agency === undefined) throw new Error(`the agency of ${dataset} does not run`);
  const report = await loadText({
    sql: agency.store.sql,
    datasets: agency.subgraph.datasets,
    dataset,
    source: sourceFile(`${dataset}.csv`, new TextEncoder().encode([...rows, ''].join('\n'))),
    publishedAt,
    confirmRevision: true,
  });
  if (report.outcome !== 'loaded') throw new Error(`${dataset}: ${JSON.stringify(report)}`);
}
