import type { Subject } from './subject.ts';

/**
 * The subgraph requests of each operation, recorded once from our gateway, sent directly and all at once by the generator:
 * no gateway, no order among them, nothing parsed. The least that a gateway could cost that asks the agencies for the same; one
 * that asks them for less can be faster.
 */
export const floor: Subject = {
  name: 'floor',
  description:
    'the subgraph requests that our gateway sends, sent directly and at once by the generator, without a gateway',
  start: null,
};
