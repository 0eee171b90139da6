import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCheckoutOptions } from './options.ts';

const startCommand = { name: 'bench:start', needsOther: false, rounds: 5, shortRounds: 1 };
const againstCommand = { name: 'bench:against', needsOther: true, rounds: 5, shortRounds: 2 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boroughgraph-checkout-'));
  for (const made of ['node_modules', 'system/src', 'subgraphs/kit', 'subgraphs/health', 'subgraphs/fire'])
    await mkdir(join(folder, made), { recursive: true });
  const files = ['system/src/main.ts', 'subgraphs/health/schema.graphql', 'subgraphs/fire/schema.graphql'];
  for (const file of files) await writeFile(join(folder, file), '');
});
afterAll(() => rm(folder, { recursive: true }));

const parse = (command: typeof startCommand, ...args: readonly string[]) =>
  parseCheckoutOptions(command, args, dirname(folder));

describe('a measurement of checkouts', () => {
  it('is of this one alone where no other is named', () => {
    const options = parse(startCommand);
    expect(options?.checkouts.map(({ name }) => name)).toEqual(['this']);
    expect(options).toMatchObject({ rounds: 5, isShort: false });
  });

  it('finds another from where the person stands, with its own agencies', () => {
    const [, other] = parse(startCommand, '--against', basename(folder), '--short')?.checkouts ?? [];
    expect(other).toEqual({ name: 'other', folder, commit: 'no commit', agencies: ['fire', 'health'] });
  });

  it('takes the path alone where there is nothing to measure without another', () => {
    const options = parse(againstCommand, folder, '--rounds=3');
    expect(options?.checkouts.map((checkout) => checkout.folder).at(1)).toBe(folder);
    expect(options?.rounds).toBe(3);
    expect(parse(againstCommand, '--against', folder, '--short')?.rounds).toBe(2);
  });

  it('is nothing where help is asked for', () => {
    expect(parse(againstCommand, '--help')).toBeNull();
  });

  it.each([
    ['bench:against needs the folder of another checkout', againstCommand, []],
    ['bench:against compares with one other checkout', againstCommand, ['one', 'two']],
    ['nowhere is no checkout of this project that can run', startCommand, ['--against=nowhere']],
    ['--rounds is "0.5": expected a whole number', startCommand, ['--rounds=0.5']],
    ['--rounds is "none": expected a number greater than nought', startCommand, ['--rounds=none']],
    ["Unknown option '--quick'", startCommand, ['--quick']],
  ])('refuses with "%s"', (sentence, command, args) => {
    expect(() => parse(command, ...args)).toThrow(sentence);
  });
});
