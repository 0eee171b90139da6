import { expect, it } from 'vitest';
import { maxAnswerBytes, maxBodyBytes, maxFetchBytes } from './limits.ts';

it('A subgraph takes more than a client may send, and the gateway reads more than it asks with', () => {
  expect(maxBodyBytes).toBeLessThan(maxFetchBytes);
  expect(maxFetchBytes).toBeLessThan(maxAnswerBytes);
});
