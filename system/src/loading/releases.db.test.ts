import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { standInAgencies } from '../../testing/stand-in-agencies.ts';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { runCli } from '../cli.ts';

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let database: TestDatabase;

beforeAll(async () => {
  folder = await createTemporaryFolder();
  database = await createDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

it('npm run releases lists what is loaded, and what nobody else sees for its agency alone', async () => {
  const first = await load('a', ['Hackney,CY2023,120'], '2024-01-31');
  const second = await load('b', ['Hackney,CY2023,121', 'Hackney,CY2024,130'], '2025-01-31');
  const third = await load('c', ['Camden,CY2024,9'], '2025-02-28');
  await run(['recall', 'policing', third, '--reason', 'It counted tricycles.']);
  const hidden = await load('d', ['Hackney,CY2025,140'], '2099-01-31', ['--embargo-until', '2099-02-01T09:30']);
  const listed = [
    `policing bicycles ${third} 2025-02-28 CY2024, 1 place 1 recalled on DAY ("It counted tricycles.")`,
    `policing bicycles ${second} 2025-01-31 CY2023 to CY2024, 1 place 2 answers`,
    `policing bicycles ${first} 2024-01-31 CY2023, 1 place 1 superseded`,
  ];
  const headings = 'agency dataset release published covers observations state';
  expect(await list([])).toEqual([headings, ...listed]);
  expect(await list(['policing', 'bicycles'])).toEqual([
    headings,
    `policing bicycles ${hidden} 2099-01-31 CY2025, 1 place 1 hidden until 1 February 2099 at 09:30 in London`,
    ...listed,
  ]);
  expect(await list(['health'])).toEqual(['Nothing is loaded.']);
  expect(await list(['policing', 'bicycle'])).toEqual(['policing has no dataset "bicycle": perhaps bicycles']);
  expect(await list(['bycicles'])).toEqual(['no agency has a dataset "bycicles": perhaps bicycles']);
});

it('npm run load -- --template writes a file that is loaded once it is filled in, and writes over none', async () => {
  const path = join(folder.path, 'template.csv');
  expect((await run(['load', '--template', 'bicycles', path])).output).toContain('period: such as CY2024');
  const text = readFileSync(path, 'utf8');
  expect(text.split('\n')[0]).toBe('indicator,area,period,value,numerator,denominator,lower,upper,status');
  expect((await run(['load', '--template', 'bicycles'])).output).toContain(text);
  expect(await run(['load', '--template', 'bicycles', path])).toEqual({
    exitCode: 1,
    output: `${path} is there already: name another file\n`,
  });
  const empty = await run(['load', 'policing', 'bicycles', path, '--published-at', '2025-01-31']);
  expect([empty.exitCode, empty.output.includes('because nothing of it would be served')]).toEqual([1, true]);
  expect((await run(['load', '--template', 'cars'])).output).toBe('no agency has a dataset "cars"\n');
  expect(existsSync(path)).toBe(true);
});

it('A file that says SYNTHETIC of each of its figures is listed as made up, and one that says so of some is refused', async () => {
  const columns = 'indicator,area,period,value,flags';
  const rows = ['bicycles-stolen,Hackney,CY2024,7,SYNTHETIC', 'bicycles-stolen,Camden,CY2024,8,SYNTHETIC'];
  const path = join(folder.path, 'made-up.csv');
  const line = ['load', 'policing', 'bicycles', path, '--published-at', '2025-05-31'];
  writeFileSync(path, `${[columns, ...rows].join('\n').replace('8,SYNTHETIC', '8,')}\n`);
  expect((await run(line)).output).toContain('says SYNTHETIC of 1 figures and not of 1');
  writeFileSync(path, `${[columns, ...rows].join('\n')}\n`);
  expect((await run(line)).exitCode).toBe(0);
  expect((await list(['policing'])).filter((each) => each.includes('2025-05-31'))).toEqual([
    expect.stringMatching(/ made up$/),
  ]);
});

async function load(name: string, rows: readonly string[], day: string, more: readonly string[] = []): Promise<string> {
  const path = join(folder.path, `${name}.csv`);
  const lines = rows.map((row) => `bicycles-stolen,${row}\n`).join('');
  writeFileSync(path, `indicator,area,period,value\n${lines}`);
  const { output } = await run(['load', 'policing', 'bicycles', path, '--published-at', day, ...more]);
  return /loaded as ([^\s,]+)/.exec(output)?.[1] ?? output;
}

/** The lines of the list, with one space between its columns and the day of a recall left out. */
async function list(names: readonly string[]): Promise<readonly string[]> {
  const { output } = await run(['releases', ...names]);
  const plain = output.trimEnd().replaceAll(/ +/g, ' ');
  return plain.replaceAll(/recalled on \d+ \w+ \d+ at [\d:]+ in London/g, 'recalled on DAY').split('\n');
}

/** Runs a command in this process, since a program of its own takes ten times as long, and returns what it would print. */
async function run(line: readonly string[]): Promise<{ readonly exitCode: number; readonly output: string }> {
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
  );
  const stop = new AbortController().signal;
  const request = { environment: { DATABASE_URL: database.url }, agencies: standInAgencies };
  try {
    const exitCode = await runCli({ ...request, arguments: line, shutdown: { stop, hurry: stop } });
    return { exitCode, output: printed.join('') };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}
