import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { expect } from 'vitest';
import { type RunningAgency, type RunningSystem, startRunningSystem } from '../../support/running-system.ts';
import { loadSmallFigures } from '../../support/small-figures.ts';

/** What the tests of one file have in common: one system, started before the first of them. */
export class SharedSystem {
  #running: RunningSystem | null = null;

  async start(): Promise<void> {
    this.#running = await startRunningSystem(async (agencies) => {
      await loadSmallFigures(agencies);
      const agency = agencies.get('local-authority');
      if (agency === undefined) throw new Error('local-authority does not run');
      const rows = ['Hackney,S2022-03-31,0,', 'Hackney,S2023-03-31,,CONFIDENTIAL', 'Camden,S2022-03-31,,NOT_AVAILABLE'];
      const lines = [
        'indicator,area,period,value,status',
        ...rows.map((row) => `looked-after-children-at-31-march,${row}`),
      ];
      await publishTo(agency, { dataset: 'children-looked-after', lines, on: '2024-01-01' });
    });
  }

  get running(): RunningSystem {
    if (this.#running === null) throw new Error('The system has not been started');
    return this.#running;
  }

  agency(name: string): RunningAgency {
    const found = this.running.agencies.get(name);
    if (found === undefined) throw new Error(`${name} does not run`);
    return found;
  }

  /** Publishes a tidy file, and gives the id of its release. */
  async publish(published: Published): Promise<string> {
    return (await this.load(published)).releaseId ?? '';
  }

  /** Publishes a tidy file, and gives the report. */
  load({ agency, ...published }: Published): Promise<LoadReport> {
    return publishTo(this.agency(agency), published);
  }

  async close(): Promise<void> {
    await this.#running?.[Symbol.asyncDispose]();
  }
}

export interface Published {
  readonly agency: string;
  readonly dataset: string;
  readonly lines: readonly string[];
  readonly on: string;
  readonly more?: Partial<Parameters<typeof loadText>[0]>;
}

async function publishTo(
  { store, subgraph: { datasets } }: RunningAgency,
  { dataset, lines, on, more = {} }: Omit<Published, 'agency'>,
): Promise<LoadReport> {
  const source = sourceFile(`${dataset}.csv`, new TextEncoder().encode([...lines, ''].join('\n')));
  const of = { sql: store.sql, datasets, dataset, source };
  const report = await loadText({ ...of, publishedAt: on, confirmRevision: true, ...more });
  expect(report.outcome).toBe('loaded');
  return report;
}
