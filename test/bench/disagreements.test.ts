import { expect, it } from 'vitest';
import { findDisagreements } from './disagreements.ts';
import type { KeptAnswer } from './generator-protocol.ts';

const answered = (index: number, digest: string): KeptAnswer => ({ index, status: 200, digest, reason: null });
const failed = (index: number): KeptAnswer => ({ index, status: 200, digest: null, reason: 'no data: {}' });
const find = (kept: readonly KeptAnswer[], expected: readonly KeptAnswer[]) =>
  findDisagreements(new Map([['other', kept]]), expected).get('other');

it('Whoever answers a request otherwise is out, and the first such request is told', () => {
  const kept = [answered(1, 'same'), answered(18, 'another'), answered(35, 'another')];
  expect(find(kept, [answered(1, 'same'), answered(18, 'this'), answered(35, 'that')])).toBe(
    'while it was measured, request 18: its data differ from those of our gateway',
  );
});

it('Whoever answers without data is out, and what came is told', () => {
  expect(find([failed(1)], [answered(1, 'data')])).toBe('while it was measured, request 1: no data: {}');
});

it('Nobody is out for a request that ours was not asked, or did not answer', () => {
  expect(find([answered(1, 'data'), answered(2, 'data')], [failed(1)])).toBeUndefined();
});
