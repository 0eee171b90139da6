import { describe, expect, it } from 'vitest';
import { deadlineHeader, readDeadline, writeDeadline } from './deadline-header.ts';

describe('The header of a deadline', () => {
  it.each([0, 1, 9_999.7, 86_400_000])('carries %s ms in whole milliseconds', (remainingMs) => {
    expect(readDeadline({ headers: { [deadlineHeader]: writeDeadline(remainingMs) } })).toBe(Math.floor(remainingMs));
  });

  it('says nothing is left of a deadline that has passed, and a day where there is as good as none', () => {
    expect([writeDeadline(-5), writeDeadline(Number.POSITIVE_INFINITY)]).toEqual(['0', '86400000']);
  });

  it.each([undefined, '', '-1', '1.5', '1e3', 'soon', '999999999', ['1', '2']])('is not read as %j', (text) => {
    expect(readDeadline({ headers: { [deadlineHeader]: text } })).toBeNull();
  });
});
