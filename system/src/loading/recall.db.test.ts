import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { runProgram } from '../../testing/run-program.ts';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { findAgencyName } from '../agency-names.ts';
import { describeRecall } from './recall.ts';

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let database: TestDatabase;

beforeAll(async () => {
  folder = await createTemporaryFolder();
  database = await createDatabase();
  writeFileSync(join(folder.path, 'older.csv'), 'indicator,area,period,value\nbicycles-stolen,Hackney,CY2023,120\n');
  writeFileSync(
    join(folder.path, 'newer.csv'),
    'indicator,area,period,value\nbicycles-stolen,Hackney,CY2023,121\nbicycles-stolen,Hackney,CY2024,130\n',
  );
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

it('npm run recall takes a release out and says what is served in its place; loading it again takes intent', async () => {
  const loadNewer = ['load', 'policing', 'bicycles', join(folder.path, 'newer.csv'), '--published-at', '2025-01-31'];
  await run(['load', 'policing', 'bicycles', join(folder.path, 'older.csv'), '--published-at', '2024-01-31']);
  const loaded = await run(loadNewer);
  const [, newer = '', older = ''] = /loaded as (\S+), after (\S+), in/.exec(loaded.output) ?? [];

  expect(await run(['recall', 'policing', newer.replace('bicycles', 'bicycle'), '--reason', 'no'])).toEqual({
    exitCode: 1,
    output: `policing has no release "${newer.replace('bicycles', 'bicycle')}"; perhaps ${newer}, ${older}\n`,
  });
  expect(await run(['recall', 'policing', newer, '--reason', 'It counted tricycles.'])).toEqual({
    exitCode: 0,
    output: [
      `policing: ${newer} is recalled. Its figures are in no answer from now on.`,
      '  reason, which everybody can read beside it: It counted tricycles.',
      `  served in its place: ${older}, for 1 period of an indicator`,
      '  gaps now, because no other release covers them: 1 period of an indicator',
      `  caches must let go of /data/releases/${newer}*`,
      '',
    ].join('\n'),
  });
  const second = await run(['recall', 'policing', newer, '--reason', 'again']);
  expect(second.exitCode).toBe(1);
  expect(second.output).toMatch(/ was recalled before, on .* in London \("It counted tricycles\."\)\n$/);

  const again = await run(loadNewer);
  expect(again.exitCode).toBe(1);
  expect(again.output).toMatch(/recalled on .* in London \("It counted tricycles\."\): --reinstate loads them again/);
  const reinstated = await run([...loadNewer, '--reinstate']);
  expect([reinstated.exitCode, reinstated.output.includes(`loaded as ${newer}, after ${older}`)]).toEqual([0, true]);
});

it('npm run load hides a file until the end of its embargo, in London where no zone is named', async () => {
  const path = join(folder.path, 'next.csv');
  writeFileSync(path, 'indicator,area,period,value\nbicycles-stolen,Hackney,CY2025,140\n');
  const line = ['load', 'policing', 'bicycles', path, '--published-at', '2099-07-01'];
  const hidden = await run([...line, '--embargo-until', '2099-07-01T09:30', '--dry-run']);
  expect(hidden.exitCode).toBe(0);
  expect(hidden.output).toContain('would be loaded, hidden until 1 July 2099 at 09:30 in London, in ');
  const past = await run([...line, '--embargo-until', '2020-07-01T09:30']);
  expect([past.exitCode, past.output.includes('before the day of publication, 2099-07-01')]).toEqual([1, true]);
});

it('The recall of a release in an agency that has none is told so', () => {
  const agency = findAgencyName('health');
  if (agency === null) throw new Error('no health');
  expect(() => describeRecall({ kind: 'unknown', near: [] }, { agency, releaseId: 'x', reason: 'y' })).toThrow(
    'health has no release "x", nor any other.',
  );
});

async function run(line: readonly string[]): Promise<{ readonly exitCode: number | string; readonly output: string }> {
  const environment = { DATABASE_URL: database.url };
  await using program = runProgram({ script: 'cli-with-stand-ins.ts', arguments: line, environment });
  const exitCode = await program.ended;
  return { exitCode, output: program.output() };
}
