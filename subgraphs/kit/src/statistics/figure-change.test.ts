import { describe, expect, it } from 'vitest';
import { changeOf } from './figure-change.ts';
import type { Reading } from './observation.ts';

const shown = (value: number): Reading => ({ value, status: 'PUBLISHED' });
const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };
const missing: Reading = { value: null, status: 'NOT_AVAILABLE' };

describe('what becomes of a figure', () => {
  it.each([
    [undefined, shown(3), 'added'],
    [withheld, shown(3), 'added'],
    [missing, shown(0), 'added'],
    [shown(3), shown(3), 'same'],
    [shown(0), shown(3), 'changed'],
    [shown(3), undefined, 'gone'],
    [shown(0), missing, 'gone'],
    [shown(3), withheld, 'hidden'],
    [withheld, withheld, null],
    [undefined, missing, null],
    [null, null, null],
  ] as const)('%j and then %j is %s', (before, now, change) => {
    expect(changeOf(before, now)).toBe(change);
  });
});
