import { expect, it } from 'vitest';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import { type RememberedResponse, ResponseMemory } from './response-memory.ts';

/** The long form is `RESPONSES_REMEMBERED=30000`, in the room that answers have by default. */
const requests = Number(process.env['RESPONSES_REMEMBERED'] ?? 3_000);
const maxBytes = (32 * 2 ** 20 * requests) / 30_000;

/** An answer of an agency that nobody has to ask, as long as one for a borough. */
const answerOf = (index: number): RememberedResponse => ({
  bytes: Buffer.alloc(2_000 + (index % 97) * 100, index % 256),
  isCompressed: true,
  tag: String(index),
  headers: { 'content-type': 'application/json' },
  operationName: null,
  use: null,
  cost: 1,
  states: new Map(),
  day: londonDayAt(new Date()),
});

it('keeps within its room whatever is asked, and gives what was asked again and again', async () => {
  const memory = new ResponseMemory(new Map(), maxBytes);
  memory.add('asked often', answerOf(0));
  let most = 0;
  for (let index = 1; index <= requests; index += 1) {
    memory.add(`different ${index}`, answerOf(index));
    most = Math.max(most, memory.counts.bytes);
    if (index % 100 === 0) expect(await memory.find('asked often', false)).not.toBeNull();
  }
  expect(most).toBeLessThanOrEqual(maxBytes);
  // What is asked once has a quarter of the room, and uses it.
  expect(most).toBeGreaterThan(0.24 * maxBytes);
  // What is larger than all of it is not kept at all.
  memory.add('large', { ...answerOf(0), bytes: Buffer.alloc(maxBytes) });
  expect(memory.counts.bytes).toBeLessThanOrEqual(maxBytes);
  expect(await memory.find('asked often', false)).not.toBeNull();
});
