import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Task, tasks, type Tool, tools, writeMatrix } from '../../examples/matrix.ts';
import { readSheetRows } from '../../support/read-columnar.ts';
import type { SharedSystem } from './shared-system.ts';

const run = promisify(execFile);

/** The tools that are run where all is asked for; otherwise those that start in a moment, at two of the tasks. */
const isWhole = process.env['TAKEAWAY_ALL'] !== undefined;
const quick = ['curl', "Python's standard library", "a browser's fetch"];

/** What has to be there for a tool, beside itself. */
const probes: Readonly<Record<string, string>> = {
  curl: 'curl --version',
  "Python's standard library": 'print(1)',
  pandas: 'import pandas',
  R: '1',
  DuckDB: 'duckdb -csv -noheader -c "SELECT 1;"',
  "a browser's fetch": '1',
};

async function isThere({ name, run: command }: Tool): Promise<boolean> {
  const probe = probes[name];
  if (command === null || probe === undefined || (!isWhole && !quick.includes(name))) return false;
  const [file, ...given] = command(probe);
  return run(file, given, { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

const atHand = new Map(await Promise.all(tools.map(async (tool) => [tool.name, await isThere(tool)] as const)));

/** Does each of the tasks with each of the tools that are at hand: the same comes out of all of them. */
export function testMatrix(shared: SharedSystem): void {
  const chosen = isWhole ? tasks : tasks.filter(({ counts }, at) => at === 0 || counts === 'features');
  const endpoint = (line: string) => line.replaceAll('$ENDPOINT', shared.running.url);

  async function take({ path, parameters }: Task, form: string): Promise<Response> {
    const response = await fetch(`${shared.running.url}${path}.${form}?${parameters}`);
    expect([path, response.status]).toEqual([path, 200]);
    return response;
  }

  /** What has to come out. */
  async function expected(task: Task): Promise<number> {
    switch (task.counts) {
      case 'rows':
        return parse(await (await take(task, 'csv')).text(), { columns: true }).length;
      case 'columns':
        return ((await (await take(task, 'csv-metadata.json')).json()) as Dictionary).tableSchema.columns.length;
      case 'features':
        return 33;
      case 'citation':
        return 1;
    }
  }
  interface Dictionary {
    readonly tableSchema: { readonly columns: readonly unknown[] };
  }

  describe.each(chosen)('$name', (task) => {
    for (const tool of tools.filter(({ run: command, name }) => command !== null && (isWhole || quick.includes(name))))
      it.skipIf(atHand.get(tool.name) !== true)(`comes by ${tool.name} in three lines`, async () => {
        const lines = tool.lines(task);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(3);
        const [file = '', ...given] = tool.run?.(lines.map(endpoint).join('\n')) ?? [];
        const { stdout } = await run(file, given, { timeout: 60_000 });
        const count = await expected(task);
        expect(count).toBeGreaterThan(0);
        expect(Number(stdout.trim())).toBe(count);
      });

    it('comes as a file that a spreadsheet reads, and by a tool for models', async () => {
      const [address] = tools.find(({ name }) => name === 'a spreadsheet')?.lines(task) ?? [];
      expect(await countInSheet(endpoint(address ?? ''), task)).toBe(await expected(task));
      const client = new Client({ name: 'a test', version: '1' });
      await client.connect(new StreamableHTTPClientTransport(new URL(`${shared.running.url}/mcp`)));
      const answer = await client.callTool({ name: task.model.tool, arguments: task.model.given });
      await client.close();
      expect(answer.isError ?? false).toBe(false);
      const [{ text } = { text: '' }] = answer.content as readonly { readonly text: string }[];
      const { addresses } = JSON.parse(text) as { readonly addresses: Readonly<Record<string, string>> };
      const { address: wanted } = task.model;
      if (wanted === undefined) return;
      const { status } = await fetch(addresses[wanted] ?? '');
      expect([wanted, status]).toEqual([wanted, 200]);
    });
  });

  /** As a spreadsheet would show it: rows below the first, or the columns or rows of an .xlsx. */
  async function countInSheet(address: string, { counts }: Task): Promise<number> {
    const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
    if (counts === 'columns') return readSheetRows(bytes)[0]?.length ?? 0;
    if (counts === 'features') return readSheetRows(bytes).slice(1).length;
    return parse(bytes, { columns: true, bom: true }).length;
  }

  it('The matrix for people is the one that is run', async () => {
    expect(await readFile(new URL('../../examples/matrix.md', import.meta.url), 'utf8')).toBe(writeMatrix());
  });
}
