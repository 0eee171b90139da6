import { readFileSync } from 'node:fs';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publishedFile } from '../support/published-files.ts';
import { startPublishedSystem } from '../support/published-system.ts';
import type { RunningSystem } from '../support/running-system.ts';

const newest = publishedFile('policing/mps-borough-level-crime-recent-202312-202511.csv');

const seriesOfHackney = z.object({
  breaks: z.array(z.object({ at: z.string(), note: z.string() })),
  caveats: z.array(z.object({ text: z.string() })),
  statement: z.string(),
  controlChart: z.object({ points: z.array(z.object({ period: z.object({ id: z.string() }) })) }).nullable(),
});

describe.skipIf(newest === null)('The editions of recorded crime by borough, as they were published', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await startPublishedSystem();
  }, 180_000);
  afterAll(() => system[Symbol.asyncDispose]());

  async function askHackney() {
    const { data, errors } = await system.ask(
      `{ borough(code: "E09000012") { crime { recorded { breaks { at note } caveats { text } statement
        controlChart { points { period { id } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const { borough } = z.object({ borough: z.object({ crime: z.object({ recorded: seriesOfHackney }) }) }).parse(data);
    return borough.crime.recorded;
  }
  const daysOf = ({ breaks }: { readonly breaks: readonly { readonly at: string }[] }) => breaks.map(({ at }) => at);

  /** Hackney's rows of the newest edition, of the months that are kept, as another edition has them. */
  async function publish(publishedAt: string, keep: (month: string) => string | null, times = 1): Promise<void> {
    const agency = system.agencies.get('policing');
    if (agency === undefined || newest === null) throw new Error('policing does not run');
    const [header = '', ...lines] = readFileSync(newest, 'utf8').trim().split(/\r?\n/);
    const headings = header.split(',').map((heading) => (/^\d{6}$/.test(heading) ? keep(heading) : heading));
    const rows = lines
      .map((line) => line.split(','))
      .filter((cells) => cells[2] === 'Hackney')
      .map((cells) => cells.map((cell, index) => (index < 3 ? cell : String(Math.round(Number(cell) * times)))));
    const text = [headings, ...rows].map((cells) => cells.filter((_, index) => headings[index] !== null).join(','));
    const source = sourceFile(`edition-${publishedAt}.csv`, new TextEncoder().encode(`${text.join('\n')}\n`));
    const { store, subgraph } = agency;
    const to = { sql: store.sql, datasets: subgraph.datasets, dataset: 'mps-recorded-crime-borough' };
    const report = await loadText({ ...to, source, publishedAt, isSynthetic: false, confirmRevision: true });
    expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
  }

  it('break at each join, and the months between two of them are told to be in no file', async () => {
    const recorded = await askHackney();
    expect(daysOf(recorded)).toEqual(['2013-02-01', '2021-08-01', '2023-05-01', '2023-12-01', '2024-02-28']);
    expect(recorded.breaks[3]?.note).toBe(
      'Another edition of the table begins: figures before are of the edition of 15 August 2023, later ones of that of 15 December 2025. They have figures of no period in common, so that nothing tells whether they count alike.',
    );
    expect(recorded.caveats.map(({ text }) => text)).toContain(
      'No file that is loaded has figures here for August 2023 up to November 2023.',
    );
    expect(recorded.statement).toContain('1 December 2023');
  });

  it('tell the gap no more once an edition has its months, and break where that one begins', async () => {
    // December 2023 to March 2024, as if they were August to November 2023.
    const earlier: Readonly<Record<string, string>> = {
      202312: '202308',
      202401: '202309',
      202402: '202310',
      202403: '202311',
    };
    await publish('2024-01-15', (month) => earlier[month] ?? null);
    const recorded = await askHackney();
    expect(daysOf(recorded)).toEqual([
      '2013-02-01',
      '2021-08-01',
      '2023-05-01',
      '2023-08-01',
      '2023-12-01',
      '2024-02-28',
    ]);
    expect(recorded.caveats.filter(({ text }) => text.startsWith('No file that is loaded'))).toEqual([]);
  });

  it('have no break in July 2024 where the edition that begins there has the same figures', async () => {
    await publish('2026-01-15', (month) => (month >= '202407' ? month : null));
    expect(daysOf(await askHackney())).not.toContain('2024-07-01');
  });

  it('break in July 2024 where they differ, and no chart runs across it', async () => {
    await publish('2026-02-15', (month) => (month >= '202407' ? month : null), 1.1);
    const recorded = await askHackney();
    expect(recorded.breaks.at(-1)).toMatchObject({
      at: '2024-07-01',
      note: expect.stringMatching(
        /Of the 17 periods that both have, their figures differ by 9\.\d% in the median\.$/u,
      ) as unknown,
    });
    expect(recorded.controlChart?.points[0]?.period.id).toBe('2024-07');
    expect(recorded.statement).toContain('1 July 2024');
  });
});
