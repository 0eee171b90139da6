import { expect, it } from 'vitest';
import { chooseRestartDelay } from './restart-delay.ts';

it('The wait doubles with each failure and ends at 16 seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 50].map(chooseRestartDelay)).toEqual([
    250, 500, 1000, 2000, 4000, 8000, 16000, 16000, 16000,
  ]);
});
