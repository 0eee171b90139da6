import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepCompiledCode } from './compiled-code.ts';
import { describeDataFolder } from '../stores/data-folder.ts';

const folder = describeDataFolder(tmpdir());

it('Compiled code is kept in the data folder', () => {
  expect(keepCompiledCode({ PATH: '/bin' }, folder)).toEqual({ PATH: '/bin', NODE_COMPILE_CACHE: folder.compiled });
});

it('Compiled code is kept where a person wants it', () => {
  const environment = { NODE_COMPILE_CACHE: '/elsewhere' };
  expect(keepCompiledCode(environment, folder)).toEqual(environment);
});

it('No data folder is made for compiled code', () => {
  expect(keepCompiledCode({}, describeDataFolder(join(tmpdir(), 'not-there')))).toEqual({});
});
