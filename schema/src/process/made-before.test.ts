import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findMade, keepMade } from './made-before.ts';

const plans = { name: 'plans', of: ['a graph', 'a question'] };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boroughgraph-made-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('what was made of the same is found again', () => {
  keepMade(plans, 'ask policing\nthen health', folder);

  expect(findMade(plans, folder)).toBe('ask policing\nthen health');
});

it('what was made of something else, or of parts that only read alike in a row, is not found', () => {
  keepMade(plans, 'ask policing', folder);

  const others = [
    ['a graph', 'another question'],
    ['a grap', 'ha question'],
    ['a graph'],
    ['a graph', 'a question', ''],
  ];
  expect(others.map((of) => findMade({ ...plans, of }, folder))).toEqual([null, null, null, null]);
});

it('one text is kept of a name: the latest', () => {
  keepMade(plans, 'ask policing', folder);
  keepMade({ ...plans, of: ['another graph'] }, 'ask health', folder);

  expect(findMade(plans, folder)).toBeNull();
  expect(findMade({ ...plans, of: ['another graph'] }, folder)).toBe('ask health');
  expect(readdirSync(folder)).toEqual(['made-plans.txt']);
});

const changes: Readonly<Record<string, (path: string) => void>> = {
  'was changed': (path) => {
    writeFileSync(path, readFileSync(path, 'utf8').replace('policing', 'somebody'));
  },
  'is not whole': (path) => {
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -1));
  },
  'is empty': (path) => {
    writeFileSync(path, '');
  },
  'others may write': (path) => {
    chmodSync(path, 0o602);
  },
  'is kept elsewhere, and linked': (path) => {
    renameSync(path, `${path}.real`);
    symlinkSync(`${path}.real`, path);
  },
  'was made under another name': (path) => {
    keepMade({ ...plans, name: 'schema' }, 'ask health', folder);
    renameSync(join(folder, 'made-schema.txt'), path);
  },
};

it.each(Object.entries(changes))('a file that %s is not believed', (_, change) => {
  keepMade(plans, 'ask policing', folder);

  change(join(folder, 'made-plans.txt'));

  expect(findMade(plans, folder)).toBeNull();
});

it.runIf(process.getuid?.() === 0)('a file of another user is not believed', () => {
  keepMade(plans, 'ask policing', folder);

  chownSync(join(folder, 'made-plans.txt'), 65_534, 65_534);

  expect(findMade(plans, folder)).toBeNull();
});

it('nothing is kept, and nothing fails, where there is no folder', () => {
  const gone = join(folder, 'gone');

  keepMade(plans, 'ask policing', gone);

  expect(findMade(plans, gone)).toBeNull();
});
