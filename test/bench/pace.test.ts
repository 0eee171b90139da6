import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

function paceOf(blocks: number) {
  let now = 0;
  const pace = new Pace({ deadlineMs: 10_000, blocks, leastMs: 100, mostMs: 2_000, now: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  return { pace, pass };
}

it('Blocks share the time alike', () => {
  const { pace, pass } = paceOf(2);
  // Ten seconds for two blocks of five slices.
  expect(pace.nextSliceMs('bulk 8', 5)).toBe(1_000);
  pass(5_000);
  expect(pace.nextSliceMs('bulk 8', 5)).toBe(1_000);
});

it('A block that took longer leaves less to the others, and its kind gets shorter slices', () => {
  const { pace, pass } = paceOf(3);
  pace.nextSliceMs('bulk 8', 5);
  pass(5_000);
  pace.noteOverrun('bulk 8', 5, 1_000);
  // Five seconds for two blocks of five, each slice of which takes 200 ms more than it is long.
  expect(pace.nextSliceMs('bulk 8', 5)).toBe(300);
});

it('No slice is shorter or longer than it may be', () => {
  const { pace, pass } = paceOf(2);
  expect(pace.nextSliceMs('bulk 8', 1)).toBe(2_000);
  pass(20_000);
  expect(pace.nextSliceMs('bulk 8', 1)).toBe(100);
});
