import { describe, expect, it } from 'vitest';
import { describeError, Problem } from './problem.ts';

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });
const full = 'the disk is full: make room on it, and run the command again';

describe('A full disk is called so', () => {
  it.each<[string, Error]>([
    ['by Node', withCode('ENOSPC: no space left on device, write', 'ENOSPC')],
    ['by Node, of a quota', withCode('EDQUOT: disk quota exceeded', 'EDQUOT')],
    ['by PostgreSQL', withCode('could not extend file "base/16384/2674"', '53100')],
    ['by a program of PostgreSQL', new Error('initdb: error: could not write file: No space left on device')],
    ['by the cause of an error', new Error('Failed query', { cause: withCode('could not extend file', '53100') })],
    ['by one of several errors', new AggregateError([withCode('x', 'ENOSPC'), new Error('y')])],
  ])('%s', (_who, error) => {
    expect(describeError(error)).toMatch(`${full} (`);
  });

  it('with what was said', () => {
    expect(describeError(withCode('could not extend file', '53100'))).toBe(`${full} (could not extend file)`);
  });
});

it.each<[unknown, string]>([
  [new Error('no'), 'no'],
  [withCode('', 'ECONNREFUSED'), 'ECONNREFUSED'],
  [new AggregateError([new Error('a'), new Error('b')]), 'a; b'],
  ['text', 'text'],
  [new Problem('it failed', { cause: withCode('', 'ENOSPC') }), 'it failed'],
])('Any other error is its message', (error, said) => {
  expect(describeError(error)).toBe(said);
});

it('A PostgreSQL that refuses is told with what to do, and without the statement and its values', () => {
  const cause = withCode('cannot execute UPDATE in a read-only transaction', '25006');
  expect(describeError(new Error('Failed query: update release\nparams: secret', { cause }))).toBe(
    'PostgreSQL takes no writes at the moment: it is a replica, or was made read-only (cannot execute UPDATE in a read-only transaction)',
  );
  expect(describeError(withCode('sorry, too many clients already', '53300'))).toMatch(/^PostgreSQL has no connection /);
});
