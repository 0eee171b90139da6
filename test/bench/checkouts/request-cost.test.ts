import { expect, it } from 'vitest';
import { costsOf } from './request-cost.ts';

it('What is used by neither the gateway nor PostgreSQL nor the supervisor is used by the agencies', () => {
  const used = { supervisor: 1_000, gateway: 100, policing: 40, health: 30, postgresql: 20 };
  // Ten requests: 40 + 30 = 70 of the agencies, 100 + 70 + 20 = 190 of all that answer.
  expect(costsOf(used, 10)).toEqual({ gateway: 10, subgraphs: 7, PostgreSQL: 2, together: 19 });
});
